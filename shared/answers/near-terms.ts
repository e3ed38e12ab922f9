import { isPair } from './words.ts';

const minNearChars = 4;
const maxNearChars = 24;
/** One letter wrong or too many makes most shorter words another word: `horse` and `house`. */
const minEditChars = 6;
const minMissingChars = 5;
/** A shorter stem stands in for a longer word of which it is at least this share: `instal` for `installiert`. */
const minStemShare = 0.6;

/**
 * Patterns (`?` any letter, `*` any end) of the terms that may have been meant by one that nobody wrote: one letter
 * missing, too many, wrong or swapped (never the first), a letter doubled or not, another ending, a shorter stem.
 */
export function near(term: string): string[] {
  const letters = [...term];
  if (letters.length === 1 && isPair(term)) return [`${term}*`];
  const isWord = letters.length >= minNearChars && letters.length <= maxNearChars;
  if (!isWord || isPair(term) || /\p{N}/u.test(term)) return [];
  const patterns = [`${term}*`, ...doubled(letters)];
  for (let i = 1; i < letters.length; i += 1) {
    const [head, rest] = [letters.slice(0, i), letters.slice(i + 1)];
    if (letters.length >= minEditChars) patterns.push(join(head, '?', rest), join(head, rest));
    if (letters.length >= minMissingChars) patterns.push(join(head, '?', letters[i], rest));
    if (rest.length > 0) patterns.push(join(head, rest[0], letters[i], rest.slice(1)));
    if (i > minNearChars && i >= letters.length * minStemShare) patterns.push(join(head));
  }
  return [...new Set(patterns)];
}

/** What a term that only stands in for another one counts: the longer the word, the surer it is the one meant. */
export function nearWeight(term: string): number {
  return term.length < minEditChars ? 0.5 : 0.7;
}

const join = (...parts: (string | string[] | undefined)[]) => parts.flat().join('');

/** The word with each of its letters once, and with one of them twice: `baterry` for `battery`. */
function doubled(letters: string[]): string[] {
  if (letters.length < minEditChars) return [];
  const once = letters.filter((letter, i) => letter !== letters[i - 1]);
  return [join(once), ...once.map((_, i) => join(once.slice(0, i + 1), once.slice(i)))];
}
