import { type Shelf, readJson } from '../../client/shelf.ts';
import type { UnansweredQuestion } from '../../shared/api/unanswered.ts';

export type Pair = { question: string; answer: string };
type Draft = { of: UnansweredQuestion; pair: Pair };

/** Answers that were begun and not saved, each with the question it is to, over a change of page and over a reload. */
export class AnswerDrafts {
  readonly #shelf: Shelf;
  readonly #prefix: string;

  constructor(shelf: Shelf, prefix: string) {
    this.#shelf = shelf;
    this.#prefix = `${prefix}draft:answer:`;
  }

  get(id: string): Pair | null {
    return this.#read(`${this.#prefix}${id}`)?.pair ?? null;
  }

  keep(of: UnansweredQuestion, pair: Pair): void {
    const draft: Draft = { of, pair };
    this.#shelf.set(`${this.#prefix}${of.id}`, JSON.stringify(draft));
  }

  drop(id: string): void {
    this.#shelf.remove(`${this.#prefix}${id}`);
  }

  /** What they are to: whatever others do to it meanwhile, nothing that was written is out of reach. */
  questions(): UnansweredQuestion[] {
    return this.#shelf.keys(this.#prefix).flatMap((key) => this.#read(key)?.of ?? []);
  }

  #read(key: string): Draft | undefined {
    return readJson<Draft>(this.#shelf, key);
  }
}
