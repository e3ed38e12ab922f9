import { batch, signal } from '@preact/signals';
import type { Overview } from '../../shared/api/overview.ts';
import { api, messageOf, read } from '../api.ts';
import { atMostEvery } from '../live/at-most-every.ts';
import type { Desk } from '../live/desk.ts';

export type Days = { from: string; to: string; interval: 'day' | 'week' };

const refreshEveryMs = 15_000;

/** The overview of the days that were asked for last. */
export class OverviewStore {
  readonly overview = signal<Overview | null>(null);
  /** When what is shown was fetched. */
  readonly fetchedAt = signal('');
  /** Whether it could not be fetched anew since. */
  readonly isOutdated = signal(false);
  readonly isLoading = signal(true);
  readonly problem = signal<string | null>(null);
  readonly #desk: Desk;
  readonly #refreshing = atMostEvery(refreshEveryMs, () => this.#refresh());
  #days: Days | null = null;
  #heard: number;
  #isPutOff = false;
  #round = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#heard = desk.news.peek();
  }

  /** Fetches other days; what is shown stays until they are here. */
  async load(days: Days): Promise<void> {
    this.#days = days;
    this.isLoading.value = true;
    await this.#fetch(days, (error) => {
      this.overview.value = null;
      this.problem.value = messageOf(error);
    });
    this.catchUp();
  }

  /** There may be news: fetches the same days again, but not with everything that happens. */
  changed(): void {
    const news = this.#desk.news.peek();
    if (news !== this.#heard) this.#refreshing.due();
    this.#heard = news;
  }

  /** Does what was put off until the page is looked at, or other days are there. */
  catchUp(): void {
    if (this.#isPutOff && !document.hidden) this.#refreshing.due();
    this.#isPutOff &&= document.hidden;
  }

  stop(): void {
    this.#refreshing.stop();
  }

  #refresh(): void {
    if (document.hidden || this.isLoading.value || !this.#days) this.#isPutOff = true;
    else
      void this.#fetch(this.#days, () => {
        this.isOutdated.value = true;
        this.#refreshing.due();
      });
  }

  async #fetch(days: Days, failed: (error: unknown) => void): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const answer = await read(api.overview.$get({ query: { ...days, timezone } })).catch(
      (error: unknown) => ({ error }),
    );
    if (round !== this.#round) return;
    batch(() => {
      this.isLoading.value = false;
      if ('error' in answer) {
        this.#desk.failed(answer.error, { isSaid: true });
        failed(answer.error);
        return;
      }
      this.overview.value = answer.data;
      this.fetchedAt.value = new Date().toISOString();
      this.isOutdated.value = false;
      this.problem.value = null;
    });
  }
}
