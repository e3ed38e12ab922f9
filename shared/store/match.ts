import { limits } from '../limits.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text as the full-text index would cut them: letters, digits and marks, nothing of its syntax. */
export function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).slice(0, limits.page.searchTerms);
}

/** An FTS5 expression for "all these words, the last one perhaps unfinished"; null where there is no word. */
export function matchAllWords(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return words.map((each) => `"${each}"`).join(' AND ') + ' *';
}
