import { limits } from '../limits.ts';
import { commonTerms } from './common-words.ts';
import type { Meaning } from './meaning.ts';
import { near, nearWeight } from './near-terms.ts';
import { stopTermsFor } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

export type AskedTerm = {
  term: string;
  /** Other ways in which the same word may be written: `mail` where `e-mail` was asked for. */
  also: string[];
  /** The share of passages on any subject that hold it: what is known of a word before the tenant's own texts. */
  prior: number;
  /** Where no passage holds the term, one that fits one of these patterns (`?` any letter, `*` any end) stands in. */
  near: string[];
  /** What one that only stands in counts. */
  nearWeight: number;
};

/** What a search is asked for: terms, the pairs of them that stood side by side, and what they mean where it is known. */
export type Question = {
  text: string;
  terms: AskedTerm[];
  phrases: [string, string][];
  /** All of its terms in their order, small words too, each between blanks: where a tenant's synonyms are looked for. */
  sequence: string;
  meaning: Meaning | null;
};

const commonPrior = 0.1;
const numberPrior = 0.03;
const usualPrior = 0.005;

/** Takes from a question what a search can use; stop words only where there is nothing else. */
export function readQuestion(text: string): Question {
  const all = wordsOf(text).flatMap(wordings);
  const stop = stopTermsFor(all.map(({ term }) => term));
  const telling = all.filter(({ term }) => !stop.has(term));
  const asked = new Map((telling.length > 0 ? telling : all).map((each) => [each.term, each]));
  const terms = [...asked.values()].slice(0, limits.page.searchTerms);
  return {
    text,
    meaning: null,
    terms: terms.map(({ term, also }) => ({
      term,
      also,
      prior: priorOf(term),
      near: near(term),
      nearWeight: nearWeight(term),
    })),
    phrases: pairsOf(all, new Set(terms.map(({ term }) => term))),
    sequence: ` ${sequenceOf(all.slice(0, limits.synonyms.askedTerms))} `,
  };
}

/** A word or short phrase as a question's sequence holds it. */
export function termSequence(text: string): string {
  return sequenceOf(wordsOf(text).flatMap(wordings));
}

const sequenceOf = (all: Wording[]) => all.map(({ term }) => term).join(' ');

type Wording = Pick<AskedTerm, 'term' | 'also'>;

const minAlsoChars = 4;

function wordings({ terms, joined }: Word): Wording[] {
  if (joined === undefined) return terms.map((term) => ({ term, also: [] }));
  const also = terms.filter((term) => term !== joined && term.length >= minAlsoChars);
  return [{ term: joined, also }];
}

function priorOf(term: string): number {
  if (commonTerms().has(term)) return commonPrior;
  return /^\p{N}+$/u.test(term) ? numberPrior : usualPrior;
}

function pairsOf(all: Wording[], terms: ReadonlySet<string>): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  let before = '';
  for (const { term } of all) {
    if (terms.has(before) && terms.has(term)) pairs.set(`${before} ${term}`, [before, term]);
    before = term;
  }
  return [...pairs.values()].slice(0, limits.page.searchTerms);
}
