import { marker, numbersOf } from './citation-markers.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence of an answer and the numbers with which it refers to passages. */
export type Claim = { text: string; numbers: number[] };

/** The sentences of a model's text. A reference belongs to the sentence it stands in, or else to the one before. */
export function claimsOf(raw: string): Claim[] {
  const marks: { at: number; numbers: number[] }[] = [];
  let text = '';
  let from = 0;
  for (const { 0: found, index } of raw.matchAll(marker)) {
    text += raw.slice(from, index);
    from = index + found.length;
    marks.push({ at: text.trimEnd().length, numbers: numbersOf(found) });
  }
  text += raw.slice(from);
  const spans = sentencesOf(text);
  const claims = spans.map(({ start, end }): Claim => ({ text: text.slice(start, end), numbers: [] }));
  let place = 0;
  for (const { at, numbers } of marks) {
    while (place + 1 < spans.length && (spans[place + 1]?.start ?? 0) < at) place += 1;
    claims[place]?.numbers.push(...numbers);
  }
  return claims;
}
