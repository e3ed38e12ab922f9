import { randomBytes } from 'node:crypto';
import type { Engine } from './engine.ts';
import { HttpError } from './errors.ts';
import { Stream } from './stream.ts';

type Entry = { stream: Stream; baton: string; idle: NodeJS.Timeout };

const REMEMBERED_EXPIRED = 1_000;

/** The streams that live on between requests, each found by a baton that is good for one request. */
export class StreamRegistry {
  readonly #engine: Engine;
  readonly #open = new Map<string, Entry>();
  readonly #busy = new Set<string>();
  readonly #expired = new Set<string>();
  #isStopping = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The stream of a baton, which is used up by this, or a new one without a baton; throws HttpError. */
  take(baton: string | undefined, willStayOpen: boolean): { id: string; stream: Stream } {
    if (baton === undefined) return this.#create(willStayOpen);
    const id = baton.slice(0, baton.indexOf('.'));
    const entry = this.#open.get(id);
    if (entry === undefined || entry.baton !== baton) throw this.#refusal(id, entry !== undefined);
    clearTimeout(entry.idle);
    this.#open.delete(id);
    this.#busy.add(id);
    return { id, stream: entry.stream };
  }

  /** Keeps a stream for its next request and returns the baton for it, or `null` when it is over. */
  giveBack(id: string, stream: Stream): string | null {
    this.#busy.delete(id);
    stream.settle();
    if (this.#isStopping && !stream.isClosed) stream.close();
    if (stream.isClosed) return null;
    const baton = `${id}.${randomBytes(18).toString('base64url')}`;
    const idle = setTimeout(() => this.#expire(id), this.#engine.limits.streamIdleMs);
    this.#open.set(id, { stream, baton, idle });
    return baton;
  }

  /** Ends a stream whose request failed as a whole. */
  drop(id: string, stream: Stream): void {
    this.#busy.delete(id);
    stream.close();
  }

  /** Rolls back and closes every waiting stream; those in use end with their request. */
  stop(): void {
    this.#isStopping = true;
    for (const { stream, idle } of this.#open.values()) {
      clearTimeout(idle);
      stream.close();
    }
    this.#open.clear();
  }

  #create(willStayOpen: boolean): { id: string; stream: Stream } {
    const stream = new Stream(this.#engine);
    if (!willStayOpen) return { id: '', stream };
    if (this.#open.size + this.#busy.size >= this.#engine.limits.openStreams) {
      throw new HttpError(
        503,
        'TRANSACTION_BUSY',
        'Server cannot handle additional transactions: too many streams are open',
      );
    }
    const id = randomBytes(9).toString('base64url');
    this.#busy.add(id);
    return { id, stream };
  }

  #expire(id: string): void {
    this.#open.get(id)?.stream.close();
    this.#open.delete(id);
    this.#expired.add(id);
    const [oldest] = this.#expired;
    if (this.#expired.size > REMEMBERED_EXPIRED && oldest !== undefined) this.#expired.delete(oldest);
  }

  #refusal(id: string, isKnown: boolean): HttpError {
    if (this.#expired.has(id))
      return new HttpError(400, 'STREAM_EXPIRED', 'The stream has expired due to inactivity');
    if (isKnown || this.#busy.has(id))
      return new HttpError(400, 'BATON_REUSED', 'The baton has already been used');
    return new HttpError(400, 'BATON_INVALID', 'The baton is not valid');
  }
}
