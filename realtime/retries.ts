import { limits } from '../shared/limits.ts';

type Failure = { times: number; dueAtMs: number };
type Wait = { maxMs: number; maxTimes?: number };

/**
 * Counts by name what failed, and says when it may be tried again: soon, then ever later, and never for all rooms at
 * once. It remembers in memory alone: a room that starts anew tries anew.
 */
export class Retries {
  readonly #failures = new Map<string, Failure>();
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** One more failure; how long to wait, or null past `maxTimes`: that was the last. */
  failed(name: string, nowMs: number, { maxMs, maxTimes = Infinity }: Wait): number | null {
    const times = this.times(name) + 1;
    const isLast = times >= maxTimes;
    const mostMs = Math.min(limits.answer.retryMs * 2 ** (times - 1), maxMs);
    const waitMs = Math.ceil(mostMs * (0.5 + this.#random() / 2));
    this.#makeRoom();
    this.#failures.set(name, { times, dueAtMs: isLast ? Infinity : nowMs + waitMs });
    return isLast ? null : waitMs;
  }

  times(name: string): number {
    return this.#failures.get(name)?.times ?? 0;
  }

  forget(name: string): void {
    this.#failures.delete(name);
  }

  /** What is not to be tried yet, or no more. */
  waiting(nowMs: number): string[] {
    return [...this.#failures].flatMap(([name, { dueAtMs }]) => (dueAtMs > nowMs ? [name] : []));
  }

  /** What may be tried again by now. */
  due(nowMs: number): string[] {
    return [...this.#failures].flatMap(([name, { dueAtMs }]) => (dueAtMs > nowMs ? [] : [name]));
  }

  /** How long until something more is due; null where nothing will be. */
  waitMs(nowMs: number): number | null {
    const times = [...this.#failures.values()].map(({ dueAtMs }) => dueAtMs - nowMs);
    const next = Math.min(...times.filter((ms) => ms > 0));
    return next === Infinity ? null : next;
  }

  #makeRoom(): void {
    const [oldest] = this.#failures.keys();
    if (oldest !== undefined && this.#failures.size >= limits.answer.failures) this.forget(oldest);
  }
}
