import { foldLetters } from './fold-text.ts';

/** How people of one language ask for a person, as patterns of folded text. */
export type Wording = {
  /** What stands for `{person}` in the patterns. */
  person: string;
  asks: readonly string[];
  /** Phrases that speak of persons without asking for one: taken out before the rest is read. */
  ignores: readonly string[];
};

const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
/** Up to so many words between two others. */
const gap = (most: string) => `(?:[\\p{L}\\p{N}'’-]+ ){0,${most}}`;

/** What is regular expression rather than text: folding must leave it alone. */
const escapes = /(\\[pP]\{\w+\}|\\.)/u;

/** Folds the text of a pattern, never its escapes: `\p{L}` is not `\p{l}`. */
const foldPattern = (pattern: string) =>
  pattern
    .split(escapes)
    .map((part, at) => (at % 2 === 1 ? part : foldLetters(part)))
    .join('');

/**
 * In a pattern `<` and `>` are where words begin and end, `~3` up to three words, and a `*` behind a letter the rest of
 * that word; everything else is a regular expression.
 */
export function compile(pattern: string, person: string): RegExp {
  const source = foldPattern(pattern.replaceAll('{person}', `(?:${person})`))
    .replace(/(?<!\\)(?<=\p{L})\*/gu, '[\\p{L}\\p{N}]*')
    .replace(/~(\d)/g, (_, most: string) => gap(most))
    .replace(/(?<!\(\?)<|(?<!\(\?)>/g, (edge) => (edge === '<' ? before : after));
  return new RegExp(source, 'gu');
}
