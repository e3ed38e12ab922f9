import type { Findings } from '../shared/answers/findings.ts';
import { type Question, readQuestion } from '../shared/answers/read-question.ts';
import { limits } from '../shared/limits.ts';

type Search = (question: Question) => Promise<Findings>;
type Early = { findings: Promise<Findings>; atMs: number };

/**
 * Searches begun as soon as a question is heard of, while it is still being read what is owed for it: a round trip to
 * the database less before the model is asked. One that nobody takes in time is forgotten.
 */
export class EarlySearches {
  readonly #search: Search;
  readonly #nowMs: () => number;
  readonly #begun = new Map<string, Early>();

  constructor(search: Search, nowMs: () => number) {
    this.#search = search;
    this.#nowMs = nowMs;
  }

  begin(text: string): void {
    const nowMs = this.#nowMs();
    for (const [begun, { atMs }] of this.#begun) if (this.#isOld(atMs, nowMs)) this.#begun.delete(begun);
    if (this.#begun.size >= limits.answer.atOnce) return;
    const findings = this.#search(readQuestion(text));
    findings.catch(() => {});
    this.#begun.set(text, { findings, atMs: nowMs });
  }

  /** What was found, or is being found. Errors: what the search throws. */
  find(question: Question): Promise<Findings> {
    const early = this.#begun.get(question.text);
    this.#begun.delete(question.text);
    return early && !this.#isOld(early.atMs, this.#nowMs()) ? early.findings : this.#search(question);
  }

  #isOld(atMs: number, nowMs: number): boolean {
    return nowMs - atMs > limits.answer.earlyMs;
  }
}
