import { batch, signal } from '@preact/signals';
import type { Overview } from '../../shared/api/overview.ts';
import { api, messageOf, read } from '../api.ts';
import type { Desk } from '../live/desk.ts';

export type Days = { from: string; to: string; interval: 'day' | 'week' };

/** The overview of the days that were asked for last. */
export class OverviewStore {
  readonly overview = signal<Overview | null>(null);
  readonly isLoading = signal(true);
  readonly problem = signal<string | null>(null);
  readonly #desk: Desk;
  #round = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Fetches other days; what is shown stays until they are here. */
  async load(days: Days): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.isLoading.value = true;
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const answer = await read(api.overview.$get({ query: { ...days, timezone } })).catch(
      (error: unknown) => ({ error }),
    );
    if (round !== this.#round) return;
    batch(() => {
      this.isLoading.value = false;
      if ('error' in answer) {
        this.#desk.failed(answer.error, { isSaid: true });
        this.overview.value = null;
        this.problem.value = messageOf(answer.error);
      } else {
        this.overview.value = answer.data;
        this.problem.value = null;
      }
    });
  }
}
