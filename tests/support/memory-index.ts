import type { IndexingPorts, Setback } from '../../realtime/indexing.ts';
import { ModelError } from '../../shared/answers/model.ts';
import { limits } from '../../shared/limits.ts';
import type { Unembedded } from '../../shared/store/embedding-store.ts';

/** The knowledge of a room in memory, and a model that embeds it: what lacks a vector, and what fails, is as a test says. */
export class MemoryIndex {
  readonly waiting = new Map<number, Unembedded>();
  readonly embedded: string[] = [];
  /** What entries say of themselves, of `null` where all that wait were meant. */
  readonly said: { error: string; only: readonly string[] | null }[] = [];
  /** The texts of every call of the model. */
  readonly calls: { texts: readonly string[]; atMs: number }[] = [];
  readonly refused = new Set<string>();
  failure: ModelError | Error | null = null;
  #wellFor = 0;
  storeFailure: Error | null = null;
  /** With it, calls of the model wait here until a test lets them go on. */
  held: (() => void)[] | null = null;
  /** How often the rows have been read. */
  reads = 0;
  setback: Setback | null = null;
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  add(body: string): void {
    const id = this.waiting.size + this.embedded.length + 1;
    this.waiting.set(id, { id, edition: 0, entryId: `entry of ${body}`, title: '', heading: '', body });
  }

  /** The next calls of the model go well, this many. */
  failAfter(calls: number): void {
    this.#wellFor = calls;
  }

  get timesMs(): number[] {
    return this.calls.map(({ atMs }) => atMs);
  }

  ports(): IndexingPorts {
    return {
      model: { name: 'model', embed: (texts) => this.#embed(texts) },
      store: {
        pending: async (_, except) => {
          this.reads += 1;
          if (this.storeFailure) throw this.storeFailure;
          const left = [...this.waiting.values()].filter(({ id }) => !except.includes(id));
          return { passages: left.slice(0, limits.embedding.batchTexts), references: [] };
        },
        keepPassages: async (_, kept) => {
          for (const { of } of kept) if (this.waiting.delete(of.id)) this.embedded.push(of.body);
        },
        keepReferences: async () => {},
        giveUp: async (_, error, only) => void this.said.push({ error, only }),
      },
      setback: {
        read: async () => this.setback,
        write: async (setback) => void (this.setback = setback),
        forget: async () => void (this.setback = null),
      },
    };
  }

  async #embed(texts: readonly string[]) {
    this.calls.push({ texts, atMs: this.#nowMs() });
    const { held } = this;
    if (held) await new Promise<void>((resolve) => void held.push(resolve));
    if (this.failure && this.#wellFor === 0) throw this.failure;
    this.#wellFor = Math.max(this.#wellFor - 1, 0);
    if (texts.some((text) => this.refused.has(text))) throw new ModelError('refused', { status: 400 });
    return texts.map(() => Float32Array.of(1));
  }
}
