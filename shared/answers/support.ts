import { commonTerms } from './common-words.ts';
import { stopTermsFor } from './stop-words.ts';
import { indexTerms, isPair } from './words.ts';

/** How much of what an answer says the passages say too, by its telling words. */
export type Support = {
  /** Whether the answer is in another language than the passages, so that words say little. */
  isForeign: boolean;
  /** The share of a text's telling words that the passages hold. */
  heldOf(text: string): number;
  /** The share that one passage holds. */
  heldBy(text: string, place: number): number;
  /** Whether a text and a passage have enough telling words in common to be about one thing. */
  isShared(text: string, place: number): boolean;
  /** How much of a text another one says, for its length. */
  likeness(text: string, other: string): number;
};

const minShared = 2;
/** What may tell two short sentences apart: half of all telling words. */
const minShare = 0.5;
const commonWeight = 0.4;
const numberWeight = 2;
const minForeignTerms = 6;

export function createSupport(answer: string, passages: readonly string[]): Support {
  const rows = passages.map((passage) => new Terms(indexTerms(passage)));
  const all = indexTerms(passages.join('\n'));
  const whole = new Terms(all);
  const answerTerms = indexTerms(answer);
  const isForeign = isForeignTo(answerTerms, all);
  const stop = new Set([...stopTermsFor(answerTerms), ...stopTermsFor(all)]);
  const telling = (text: string) => [...new Set(indexTerms(text))].filter((term) => !stop.has(term));

  const share = (text: string, terms: Terms) => {
    const told = telling(text);
    const asked = told.reduce((sum, term) => sum + weightOf(term), 0);
    const held = told.reduce((sum, term) => sum + (terms.holds(term) ? weightOf(term) : 0), 0);
    return asked === 0 ? 0 : held / asked;
  };

  return {
    isForeign,
    heldOf: (text) => share(text, whole),
    heldBy: (text, place) => share(text, rows[place] ?? new Terms([])),
    isShared(text, place) {
      const told = telling(text);
      const terms = rows[place];
      const shared = told.filter((term) => terms?.holds(term));
      if (isForeign) return shared.length > 0;
      const isTelling = shared.some((term) => !commonTerms().has(term) || told.length === 1);
      return shared.length >= minShared
        ? isTelling || shared.length >= told.length * minShare
        : shared.length >= told.length * minShare && isTelling;
    },
    likeness(text, other) {
      const terms = indexTerms(other);
      const held = new Terms(terms);
      const common = telling(text).filter((term) => held.holds(term));
      return common.reduce((sum, term) => sum + weightOf(term), 0) / Math.log2(terms.length + 8);
    },
  };
}

const isNumber = (term: string) => /^\p{N}+$/u.test(term);

function weightOf(term: string): number {
  if (isNumber(term)) return numberWeight;
  if (isPair(term)) return 0.5;
  return commonTerms().has(term) ? commonWeight : 1;
}

const minStemChars = 4;
const stemShare = 0.6;

/** Terms to be looked up with other endings: `rücksendung` holds `rücksendungen`, but `30` does not hold `300`. */
class Terms {
  readonly #exact: ReadonlySet<string>;
  readonly #byStem = new Map<string, string[]>();

  constructor(terms: readonly string[]) {
    this.#exact = new Set(terms);
    for (const term of this.#exact) {
      if (!isWord(term)) continue;
      const stem = term.slice(0, minStemChars);
      this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), term]);
    }
  }

  holds(term: string): boolean {
    if (this.#exact.has(term)) return true;
    if (!isWord(term)) return false;
    return (this.#byStem.get(term.slice(0, minStemChars)) ?? []).some((other) => haveOneStem(term, other));
  }
}

function isWord(term: string): boolean {
  return term.length >= minStemChars && !isPair(term) && !/\p{N}/u.test(term);
}

function haveOneStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return shared >= Math.max(minStemChars, stemShare * Math.max(a.length, b.length));
}

/** Another script, or other small words than the passages': each language's fill about half of any text in it. */
function isForeignTo(answer: readonly string[], passages: readonly string[]): boolean {
  if (scriptOf(answer) !== scriptOf(passages)) return true;
  if (answer.length < minForeignTerms) return false;
  const own = stopTermsFor(passages);
  const shareIn = (terms: readonly string[], list: ReadonlySet<string>) =>
    terms.filter((term) => list.has(term)).length / terms.length;
  const inPassages = shareIn(passages, own);
  return inPassages >= 0.2 && shareIn(answer, own) < inPassages / 3;
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Hangul}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Han}/u,
];

function scriptOf(terms: readonly string[]): number {
  const counts = scripts.map((script) => terms.filter((term) => script.test(term)).length);
  const most = Math.max(...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}
