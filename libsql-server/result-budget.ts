import { StatementError } from './errors.ts';
import type { Limits } from './limits.ts';

/** What one pipeline may still spend on results (characters of JSON) and time. */
export class ResultBudget {
  readonly #limits: Limits;
  readonly #deadlineMs: number;
  #charsLeft: number;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#charsLeft = limits.pipelineResultBytes;
    this.#deadlineMs = performance.now() + limits.pipelineMs;
  }

  /** Throws StatementError when the pipeline has run for too long. */
  checkTime(): void {
    if (performance.now() > this.#deadlineMs) {
      throw new StatementError(
        'SQLITE_INTERRUPT',
        'SQLite error: the request took too long and was interrupted',
      );
    }
  }

  /** Throws StatementError when a result of so many rows and characters is more than allowed. */
  checkSize(rows: number, chars: number): void {
    if (rows > this.#limits.resultRows || chars > this.#limits.resultBytes || chars > this.#charsLeft) {
      throw new StatementError('RESPONSE_TOO_LARGE', 'Response is too large');
    }
  }

  spend(chars: number): void {
    this.#charsLeft -= chars;
  }
}
