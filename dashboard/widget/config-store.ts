import { signal } from '@preact/signals';
import type { WidgetConfig, WidgetPatch } from '../../shared/api/widget.ts';
import { api, messageOf, read } from '../api.ts';
import type { Desk } from '../live/desk.ts';

type Loaded =
  | { state: 'loading' }
  | { state: 'failed'; problem: string }
  | { state: 'ready'; config: WidgetConfig };

const stores = new WeakMap<Desk, ConfigStore>();

/** The settings of the signed-in operator's widget and bot. */
export function configOf(desk: Desk): ConfigStore {
  const known = stores.get(desk) ?? new ConfigStore(desk);
  stores.set(desk, known);
  return known;
}

export class ConfigStore {
  readonly loaded = signal<Loaded>({ state: 'loading' });
  readonly #desk: Desk;
  #round = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Fetches the settings as they are now; what was there before stays until then, or until something is saved. */
  async load(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    if (this.loaded.value.state === 'failed') this.loaded.value = { state: 'loading' };
    try {
      const { data } = await read(api.widget.$get());
      if (round === this.#round) this.#take(data);
    } catch (error) {
      this.#desk.failed(error, { isSaid: true });
      if (this.loaded.value.state !== 'ready')
        this.loaded.value = { state: 'failed', problem: messageOf(error) };
    }
  }

  /** Changes what the patch names. Errors: CallError. */
  async save(patch: WidgetPatch): Promise<WidgetConfig> {
    const { data } = await read(api.widget.$put({ json: patch }));
    this.#round += 1;
    this.#take(data);
    return data;
  }

  #take(config: WidgetConfig): void {
    this.loaded.value = { state: 'ready', config };
  }
}
