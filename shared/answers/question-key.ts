import { readQuestion } from './read-question.ts';

/** The telling terms of a question, in no order: questions that have the same ones are alike. Empty without a word. */
export function questionKey(text: string): string {
  return readQuestion(text)
    .terms.map(({ term }) => term)
    .toSorted()
    .join(' ');
}
