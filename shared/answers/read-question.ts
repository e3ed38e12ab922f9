import { limits } from '../limits.ts';
import { commonTerms } from './common-words.ts';
import { kinOf } from './kin-words.ts';
import type { Meaning } from './meaning.ts';
import { near, nearWeight } from './near-terms.ts';
import { withoutCourtesies } from './small-talk.ts';
import { smallWordsFor } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

export type AskedTerm = {
  term: string;
  /** Other ways in which the same word may be written: `mail` where `e-mail` was asked for. */
  also: string[];
  /** Its other forms, and what people say for it: any of them counts, but less than the term itself. */
  kin: string[];
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
const smallPrior = 0.5;

/**
 * Takes from a question what a search can use: no greetings and thanks, and small words only where there is nothing
 * else, where they count little.
 */
export function readQuestion(text: string): Question {
  const said = withoutCourtesies(text);
  const all = wordsOf(said).flatMap((word) => wordings(word, said));
  const { languages, terms: stop } = smallWordsFor(all.map(({ term }) => term));
  const telling = all.filter(({ term }) => !stop.has(term));
  const asked = new Map((telling.length > 0 ? telling : all).map((each) => [each.term, each]));
  const terms = [...asked.values()].slice(0, limits.page.searchTerms);
  const sequence = ` ${sequenceOf(all.slice(0, limits.synonyms.askedTerms))} `;
  return {
    text,
    meaning: null,
    terms: terms.map(({ term, also, word }) => ({
      term,
      also,
      kin: kinOf({ word, term, sequence, languages }),
      prior: stop.has(term) ? smallPrior : priorOf(term),
      near: near(term),
      nearWeight: nearWeight(term),
    })),
    phrases: pairsOf(all, new Set(terms.map(({ term }) => term))),
    sequence,
  };
}

/** A word or short phrase as a question's sequence holds it. */
export function termSequence(text: string): string {
  return sequenceOf(wordsOf(text).flatMap((word) => wordings(word, text)));
}

const sequenceOf = (all: Wording[]) => all.map(({ term }) => term).join(' ');

/** A term, and the word in the text that it is of. */
type Wording = Pick<AskedTerm, 'term' | 'also'> & { word: string };

const minAlsoChars = 4;

function wordings({ start, end, terms, joined }: Word, text: string): Wording[] {
  const word = text.slice(start, end);
  if (joined === undefined) return terms.map((term) => ({ term, also: [], word }));
  const also = terms.filter((term) => term !== joined && term.length >= minAlsoChars);
  return [{ term: joined, also, word }];
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
