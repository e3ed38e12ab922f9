import type { EmbeddingModel } from '../shared/answers/embedding-model.ts';
import { asEmbedded } from '../shared/answers/meaning.ts';
import { ModelError } from '../shared/answers/model-error.ts';
import type { Embedded, EmbeddingStore, Pending, Unembedded } from '../shared/store/embedding-store.ts';
import { limits } from '../shared/limits.ts';

/** How often in a row it has failed and when to try again: remembered beyond the life of the process. */
export type Setback = { model: string; failures: number; retryAtMs: number };

export type IndexingPorts = {
  model: EmbeddingModel;
  store: EmbeddingStore;
  setback: {
    read(): Promise<Setback | null>;
    write(setback: Setback): Promise<void>;
    forget(): Promise<void>;
  };
};

type Room = {
  nowMs(): number;
  /** Wakes the room (`woke`) after this long at the latest, even if it has left memory by then. */
  wakeWithin(delayMs: number): void;
};

const limit = limits.embedding;

/**
 * Has a vector made for every passage that lacks one. Which do stands in the rows, so a room that dies at any step
 * goes on when it wakes; a failure is tried again later and later. It never holds up an answer.
 */
export class Indexing {
  readonly #ports: IndexingPorts | null;
  readonly #room: Room;
  #isRunning = false;
  #isStale = false;
  /** Whether this run has embedded anything: then a failure is the first again. */
  #hasGotOn = false;
  #dueMs: number | null = null;

  constructor(ports: IndexingPorts | null, room: Room) {
    this.#ports = ports;
    this.#room = room;
  }

  /** The process has just begun: goes on with what is left, or waits as long as the one before would have. */
  async begin(): Promise<void> {
    if (!this.#ports) return;
    const setback = await this.#ports.setback.read().catch(() => null);
    if (this.#isRunning) return;
    const isOurs = setback?.model === this.#ports.model.name;
    if (isOurs && setback.retryAtMs > this.#room.nowMs()) this.#wait(setback.retryAtMs);
    else await this.run();
  }

  /** The room's alarm. What is under way is watched: should the process die, the next one goes on. */
  woke(): void {
    if (this.#dueMs === null) return;
    if (this.#isRunning) this.#wait(this.#room.nowMs() + limits.room.tailEveryMs);
    else if (this.#dueMs <= this.#room.nowMs()) void this.run();
    else this.#wait(this.#dueMs);
  }

  /** Embeds what lacks a vector, one run at a time; what changes meanwhile is seen to in the same one. */
  async run(): Promise<void> {
    this.#isStale = true;
    if (!this.#ports || this.#isRunning) return;
    this.#isRunning = true;
    this.#hasGotOn = false;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#runOnce(this.#ports);
      }
    } catch (error) {
      await this.#failed(this.#ports, error);
    } finally {
      this.#isRunning = false;
    }
  }

  async #runOnce(ports: IndexingPorts): Promise<void> {
    const refused: Unembedded[] = [];
    for (let batches = 0; batches < limit.batchesAtOnce; batches += 1) {
      const pending = await ports.store.pending(
        ports.model.name,
        refused.map(({ id }) => id),
      );
      if (pending.passages.length === 0) return this.#done(ports, refused);
      // Before all that may fail, or be the last thing that this process does.
      this.#wait(this.#room.nowMs() + limits.room.tailEveryMs);
      refused.push(...(await embedBatch(ports, pending)));
      this.#hasGotOn = true;
    }
  }

  async #done({ model, store, setback }: IndexingPorts, refused: Unembedded[]): Promise<void> {
    const before = await setback.read();
    if (refused.length === 0) {
      this.#dueMs = null;
      if (before) await setback.forget();
      return;
    }
    await store.giveUp(
      model.name,
      said(new ModelError('refused')),
      refused.map(({ entryId }) => entryId),
    );
    const retryAtMs = this.#room.nowMs() + limit.maxBackoffMs;
    await setback.write({ model: model.name, failures: 0, retryAtMs });
    this.#wait(retryAtMs);
  }

  async #failed({ model, store, setback }: IndexingPorts, error: unknown): Promise<void> {
    console.warn(JSON.stringify({ event: 'not_embedded', reason: String(error) }));
    this.#wait(this.#room.nowMs() + limit.maxBackoffMs);
    try {
      const before = await setback.read();
      const isRepeated = before?.model === model.name && !this.#hasGotOn;
      const failures = (isRepeated ? before.failures : 0) + 1;
      const retryAtMs =
        this.#room.nowMs() + Math.min(limit.backoffMs * 2 ** (failures - 1), limit.maxBackoffMs);
      this.#wait(retryAtMs);
      await setback.write({ model: model.name, failures, retryAtMs });
      if (error instanceof ModelError && failures >= limit.failuresUntilSaid)
        await store.giveUp(model.name, said(error), null);
    } catch (unsaid) {
      console.warn(JSON.stringify({ event: 'setback_unsaid', reason: String(unsaid) }));
    }
  }

  #wait(atMs: number): void {
    this.#dueMs = atMs;
    this.#room.wakeWithin(Math.max(atMs - this.#room.nowMs(), 0));
  }
}

function said({ message }: ModelError): string {
  return `Found by its words only, for now. ${message} It will be tried again.`;
}

/** Embeds a batch and keeps its vectors; the passages of it that the model refuses. Errors: ModelError. */
async function embedBatch(ports: IndexingPorts, { passages, references }: Pending): Promise<Unembedded[]> {
  const { model, store } = ports;
  if (references.length > 0) {
    const embedded = await embed(model, references, ({ text }) => asEmbedded(model, 'passage', [text]));
    await store.keepReferences(model.name, embedded);
  }
  const refused = await embedPassages(ports, passages);
  // Where it takes none of them, it is not the texts.
  if (refused.length === passages.length && refused.length > 1) throw new ModelError('refused');
  return refused;
}

/** One text that a model refuses must not keep the others from it: halves of halves find out which. */
async function embedPassages(ports: IndexingPorts, passages: Unembedded[]): Promise<Unembedded[]> {
  const { model, store } = ports;
  try {
    const embedded = await embed(model, passages, ({ title, heading, body }) =>
      asEmbedded(model, 'passage', [title, heading, body]),
    );
    await store.keepPassages(model.name, embedded);
    return [];
  } catch (error) {
    if (!isAboutText(error)) throw error;
    if (passages.length === 1) return passages;
    const half = Math.ceil(passages.length / 2);
    const first = await embedPassages(ports, passages.slice(0, half));
    return [...first, ...(await embedPassages(ports, passages.slice(half)))];
  }
}

async function embed<T>(
  model: EmbeddingModel,
  all: readonly T[],
  textOf: (each: T) => string,
): Promise<Embedded<T>[]> {
  const vectors = await model.embed(all.map(textOf), limit);
  return vectors.flatMap((vector, place) => {
    const of = all[place];
    return of === undefined ? [] : [{ of, vector }];
  });
}

const textStatuses: ReadonlySet<number | undefined> = new Set([400, 413, 422]);

/** Whether a server refused what it was given, rather than who asked. */
function isAboutText(error: unknown): boolean {
  return error instanceof ModelError && error.reason === 'refused' && textStatuses.has(error.status);
}
