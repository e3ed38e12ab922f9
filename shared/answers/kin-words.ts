import { lazy } from '../lazy.ts';
import { english } from './kin-words-english.ts';
import { stopTermsFor } from './stop-words.ts';
import { indexTerms } from './words.ts';

/** What stands for what: by single terms, and by phrases of several, each with a blank at either end. */
type Kin = {
  byTerm: ReadonlyMap<string, ReadonlySet<string>>;
  byPhrase: ReadonlyMap<string, ReadonlySet<string>>;
};

const kin = lazy((): Kin => {
  const [byTerm, byPhrase] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const stop = stopTermsFor(['the']);
  for (const group of english.split('|')) {
    const members = group.split(',').map((member) => indexTerms(member));
    const singles = members
      .flatMap((terms) => (terms.length === 1 ? terms : []))
      .filter((term) => !stop.has(term));
    for (const terms of members) {
      const [into, key] = terms.length === 1 ? [byTerm, terms.join('')] : [byPhrase, ` ${terms.join(' ')} `];
      into.set(key, new Set([...(into.get(key) ?? []), ...singles]));
    }
  }
  return { byTerm, byPhrase };
});

/** The terms that may mean what a term of a question means; `sequence` is all of the question's terms, between blanks. */
export function kinOf(term: string, sequence: string): string[] {
  const { byTerm, byPhrase } = kin();
  const found = new Set(byTerm.get(term));
  for (const [phrase, terms] of byPhrase) {
    if (phrase.includes(` ${term} `) && sequence.includes(phrase)) for (const each of terms) found.add(each);
  }
  found.delete(term);
  return [...found];
}
