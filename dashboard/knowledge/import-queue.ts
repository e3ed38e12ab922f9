import { computed, signal } from '@preact/signals';
import type { Entry } from '../../shared/api/knowledge-base.ts';

/** One thing to be imported: how it is done, or why it cannot be. */
export type ImportTask = { name: string } & ({ run(): Promise<Entry> } | { problem: string });

export type ImportItem = {
  id: number;
  name: string;
  state: 'waiting' | 'working' | 'done' | 'failed';
  problem: string | null;
  /** What the same try may change; a file that cannot be read stays as it is. */
  canRetry: boolean;
  entryId: string | null;
};

type Ports = { stored(entry: Entry): void; messageOf(error: unknown): string };

const atOnce = 3;

/** Imports one thing after another, a few at once, and keeps what became of each. */
export class ImportQueue {
  readonly items = signal<readonly ImportItem[]>([]);
  readonly counts = computed(() => countsOf(this.items.value));
  readonly #ports: Ports;
  readonly #runs = new Map<number, () => Promise<Entry>>();
  #lastId = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  add(tasks: readonly ImportTask[]): void {
    const added = tasks.map((task): ImportItem => {
      this.#lastId += 1;
      const base = { id: this.#lastId, name: task.name, entryId: null };
      if ('problem' in task) return { ...base, state: 'failed', problem: task.problem, canRetry: false };
      this.#runs.set(base.id, task.run);
      return { ...base, state: 'waiting', problem: null, canRetry: true };
    });
    this.items.value = [...this.items.value, ...added];
    this.#start();
  }

  /** Tries again what has failed and may succeed: one thing, or all. */
  retry(id?: number): void {
    this.items.value = this.items.value.map((item) =>
      item.state === 'failed' && item.canRetry && (id === undefined || item.id === id)
        ? { ...item, state: 'waiting', problem: null }
        : item,
    );
    this.#start();
  }

  /** Takes everything off the list but what is under way; what still waits is not imported. */
  clear(): void {
    this.items.value = this.items.value.filter(({ state }) => state === 'working');
    const kept = new Set(this.items.value.map(({ id }) => id));
    for (const id of this.#runs.keys()) if (!kept.has(id)) this.#runs.delete(id);
  }

  #start(): void {
    const { working } = this.counts.value;
    const next = this.items.value.filter(({ state }) => state === 'waiting').slice(0, atOnce - working);
    for (const { id } of next) void this.#run(id);
  }

  async #run(id: number): Promise<void> {
    this.#change(id, { state: 'working' });
    try {
      const entry = await this.#runs.get(id)?.();
      if (entry) this.#ports.stored(entry);
      this.#runs.delete(id);
      this.#change(id, { state: 'done', entryId: entry?.id ?? null });
    } catch (error) {
      this.#change(id, { state: 'failed', problem: this.#ports.messageOf(error) });
    }
    this.#start();
  }

  #change(id: number, change: Partial<ImportItem>): void {
    this.items.value = this.items.value.map((item) => (item.id === id ? { ...item, ...change } : item));
  }
}

function countsOf(items: readonly ImportItem[]) {
  const counts = { waiting: 0, working: 0, done: 0, failed: 0, all: items.length };
  for (const { state } of items) counts[state] += 1;
  return counts;
}
