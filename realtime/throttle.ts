import { limits } from '../shared/limits.ts';

type Bucket = { tokens: number; filledAtMs: number };

/** A token bucket a socket. It lives in memory: a room that slept has nobody in a hurry. */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes one token, if there is one. */
  admits(id: string, nowMs: number): boolean {
    const { frameBurst, framesPerSecond } = limits.room;
    const { tokens, filledAtMs } = this.#buckets.get(id) ?? { tokens: frameBurst, filledAtMs: nowMs };
    const filled = Math.min(frameBurst, tokens + ((nowMs - filledAtMs) / 1000) * framesPerSecond);
    this.#buckets.set(id, { tokens: Math.max(0, filled - 1), filledAtMs: nowMs });
    return filled >= 1;
  }

  forget(id: string): void {
    this.#buckets.delete(id);
  }
}
