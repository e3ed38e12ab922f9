import { limits } from '../limits.ts';
import { termSequence } from './read-question.ts';
import { stopTermsFor } from './stop-words.ts';

/** Words as a search knows them, or the path of what it cannot use and why. */
export type ReadSynonyms = { ok: true; terms: string[] } | { ok: false; path: string; message: string };

/** Takes from words that mean the same what a search looks for: each one's terms, those that it cannot tell apart once. */
export function readSynonyms(words: readonly string[]): ReadSynonyms {
  const all = words.map(termSequence);
  for (const [place, terms] of all.entries()) {
    const message = problemIn(terms.split(' ').filter(Boolean));
    if (message !== null)
      return { ok: false, path: `words.${place}`, message: `“${words[place]}” ${message}` };
  }
  const terms = [...new Set(all)].toSorted();
  if (terms.length > 1) return { ok: true, terms };
  return { ok: false, path: 'words', message: 'To the search these are one word already.' };
}

function problemIn(terms: string[]): string | null {
  if (terms.length === 0) return 'must hold letters or digits.';
  if (terms.length > limits.synonyms.terms) return `must be at most ${limits.synonyms.terms} words.`;
  const stop = stopTermsFor(terms);
  return terms.every((term) => stop.has(term)) ? 'is too common a word to search by.' : null;
}
