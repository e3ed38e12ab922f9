import { porterStem } from './porter-stem.ts';

/** A word of a text: where it stands and the terms under which an index holds it. */
export type Word = {
  start: number;
  end: number;
  terms: string[];
  /** Of a short compound like `e-mail` the term it has when written as one, which is the last of its terms. */
  joined?: string;
};

/** Letters and digits, with apostrophes and hyphens between them. */
const run = /[\p{L}\p{N}\p{M}]+(?:(?:['’][\p{L}\p{M}]|[-‐‑][\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]*)*/gu;
const unhyphened = /[^-‐‑]+/g;
/** Scripts written without spaces, and Korean, whose particles cling to the word: each two neighbours are a term. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const latinMarks = /[\u0300-\u036f]/g;
const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
/** No word is longer; what is (a key, a line of dashes and letters) is known by its beginning. */
const maxTermChars = 64;
const oddLetters = /[ßæœøłđı]/g;

/** The words of a text, in order. Their terms are folded (case, accents) and, where they look English, stemmed. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(run)].flatMap(({ 0: found, index }) => {
    const pieces = [...found.matchAll(unhyphened)].map((piece): Part => ({
      start: index + piece.index,
      text: piece[0],
    }));
    const joined = joinedTerm(pieces);
    const words = pieces.flatMap((piece) =>
      parts(piece.text).map((part) => wordAt(piece.start + part.start, part.text)),
    );
    if (joined === null) return words;
    const terms = [...words.flatMap((word) => word.terms), joined];
    return [{ start: index, end: index + found.length, terms, joined }];
  });
}

function wordAt(start: number, text: string): Word {
  return { start, end: start + text.length, terms: termsOf(text) };
}

/** Hyphened words of which one is this short are also written as one: `e-mail`, `check-in`, `Wi-Fi`. */
const maxShortChars = 3;

function joinedTerm(pieces: Part[]): string | null {
  const whole = pieces.map(({ text }) => text).join('');
  const isShort = pieces.length === 2 && pieces.some(({ text }) => text.length <= maxShortChars);
  if (!isShort || /^\p{N}+$/u.test(whole) || whole.search(unspaced) !== -1) return null;
  return termsOf(whole)[0] ?? null;
}

type Part = { start: number; text: string };

/** Cuts a run where the way of writing changes: `東京タワーtower` is two words. */
function parts(found: string): Part[] {
  const cuts: Part[] = [];
  let end = 0;
  for (const { 0: text, index } of found.matchAll(unspaced)) {
    if (index > end) cuts.push(...spaced(found.slice(end, index), end));
    cuts.push({ start: index, text });
    end = index + text.length;
  }
  if (end < found.length) cuts.push(...spaced(found.slice(end), end));
  return cuts;
}

/** Whether a term is of a script written without spaces, so that it is a piece of a word rather than one. */
export function isPair(term: string): boolean {
  return term.search(unspaced) === 0;
}

/** English clitics stay with their word (`don't`, `what's`); elsewhere an apostrophe parts two words (`l'abonnement`). */
const clitic = /^(.+)['’](?:s|t|d|m|ll|re|ve)$/i;

function spaced(text: string, start: number): Part[] {
  if (!/['’]/.test(text) || clitic.test(text)) return [{ start, text }];
  return [...text.matchAll(/[^'’]+/g)].map(({ 0: part, index }) => ({ start: start + index, text: part }));
}

function termsOf(text: string): string[] {
  const folded = fold(text);
  if (isPair(folded)) return pairs([...folded]);
  const word = folded.replace(/['’]s$/, '').replace(/['’]/g, '');
  return [word.length > maxTermChars ? word.slice(0, maxTermChars).toWellFormed() : porterStem(word)];
}

function fold(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(latinMarks, '').normalize('NFC');
  return bare.replace(oddLetters, (letter) => letters[letter] ?? letter);
}

function pairs(characters: string[]): string[] {
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** The terms of a text in order, as an index takes them. */
export function indexTerms(text: string): string[] {
  return wordsOf(text).flatMap(({ terms }) => terms);
}
