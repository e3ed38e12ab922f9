import { limits } from '../limits.ts';
import { commonTerms } from './common-words.ts';
import { stopTermsFor } from './stop-words.ts';
import { isPair, wordsOf } from './words.ts';

export type AskedTerm = {
  term: string;
  /** The share of passages on any subject that hold it: what is known of a word before the tenant's own texts. */
  prior: number;
  /** Where no passage holds the term, one that fits one of these patterns (`?` any letter, `*` any end) stands in. */
  near: string[];
};

/** What a search is asked for: terms, and the pairs of them that stood side by side. */
export type Question = { terms: AskedTerm[]; phrases: [string, string][] };

const commonPrior = 0.1;
const usualPrior = 0.005;

/** Takes from a question what a search can use; stop words only where there is nothing else. */
export function readQuestion(text: string): Question {
  const all = wordsOf(text).flatMap(({ terms }) => terms);
  const stop = stopTermsFor(all);
  const telling = all.filter((term) => !stop.has(term));
  const terms = [...new Set(telling.length > 0 ? telling : all)].slice(0, limits.page.searchTerms);
  return {
    terms: terms.map((term) => ({
      term,
      prior: commonTerms.has(term) ? commonPrior : usualPrior,
      near: near(term),
    })),
    phrases: pairsOf(all, new Set(terms)),
  };
}

function pairsOf(all: string[], terms: ReadonlySet<string>): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  let before = '';
  for (const term of all) {
    if (terms.has(before) && terms.has(term)) pairs.set(`${before} ${term}`, [before, term]);
    before = term;
  }
  return [...pairs.values()].slice(0, limits.page.searchTerms);
}

const minNearChars = 4;
const maxNearChars = 24;
/** A shorter stem stands in for a longer word of which it is at least this share: `instal` for `installiert`. */
const minStemShare = 0.6;

/** Patterns for one letter wrong, missing, too many or two swapped (never the first), another ending, another stem. */
function near(term: string): string[] {
  const letters = [...term];
  if (letters.length === 1 && isPair(term)) return [`${term}*`];
  const isWord = letters.length >= minNearChars && letters.length <= maxNearChars;
  if (!isWord || isPair(term) || /\p{N}/u.test(term)) return [];
  const patterns = [`${term}*`];
  const join = (...parts: (string | string[] | undefined)[]) => parts.flat().join('');
  for (let i = 1; i < letters.length; i += 1) {
    const [head, rest] = [letters.slice(0, i), letters.slice(i + 1)];
    patterns.push(join(head, '?', rest), join(head, rest), join(head, '?', letters[i], rest));
    if (rest.length > 0) patterns.push(join(head, rest[0], letters[i], rest.slice(1)));
    if (i > minNearChars && i >= letters.length * minStemShare) patterns.push(join(head));
  }
  return [...new Set(patterns)];
}
