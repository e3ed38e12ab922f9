import { ModelError } from './model-error.ts';

/** One signal for a whole call: it aborts with the caller's, when the call is stopped, and when time is up. */
export class CallLimits {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #total: ReturnType<typeof setTimeout>;
  #step: ReturnType<typeof setTimeout> | undefined;

  constructor(outer: AbortSignal, totalMs: number) {
    this.#outer = outer;
    this.#total = setTimeout(this.#late, totalMs);
    if (outer.aborted) this.stop();
    else outer.addEventListener('abort', this.stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly #late = () => this.#controller.abort(new ModelError('timeout'));

  readonly stop = (): void => this.#controller.abort(new ModelError('cancelled'));

  /** From now on the next thing must happen within `limitMs`; null waits for nothing. */
  expect(limitMs: number | null): void {
    clearTimeout(this.#step);
    if (limitMs !== null) this.#step = setTimeout(this.#late, limitMs);
  }

  /** Ends the call: nothing of it goes on afterwards. */
  close(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#step);
    this.#outer.removeEventListener('abort', this.stop);
    this.stop();
  }
}
