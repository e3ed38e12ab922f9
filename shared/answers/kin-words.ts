import { lazy } from '../lazy.ts';
import { inflectionsOf } from './inflections.ts';
import { english } from './kin-words-english.ts';
import { others } from './kin-words-others.ts';
import { smallWordsOf } from './stop-words.ts';
import { indexTerms } from './words.ts';

/** What stands for what: by single terms, and by phrases of several, each with a blank at either end. */
type Kin = {
  byTerm: ReadonlyMap<string, ReadonlySet<string>>;
  byPhrase: ReadonlyMap<string, ReadonlySet<string>>;
};

const kin = new Map(
  Object.entries({ en: english, ...others }).map(([language, groups]) => [
    language,
    lazy(() => readGroups(groups, smallWordsOf(language))),
  ]),
);

function readGroups(groups: string, small: ReadonlySet<string>): Kin {
  const [byTerm, byPhrase] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const group of groups.split('|')) {
    const members = group.split(',').map((member) => indexTerms(member));
    const singles = members.flatMap((terms) => (terms.length === 1 ? terms : []));
    const telling = singles.filter((term) => !small.has(term));
    for (const terms of members) {
      const [into, key] = terms.length === 1 ? [byTerm, terms.join('')] : [byPhrase, ` ${terms.join(' ')} `];
      into.set(key, new Set([...(into.get(key) ?? []), ...telling]));
    }
  }
  return { byTerm, byPhrase };
}

/**
 * A word asked for, as it is written and as a term; the sequence is all of the question's terms, between blanks. Its
 * languages are all in which it may be: short questions hold few of the small words that tell.
 */
export type Asked = { word: string; term: string; sequence: string; languages: readonly string[] };

/** Of a word that may be in more languages than these no other forms are looked for. */
const maxInflected = 3;

/** The terms that may stand in a text for a word that is asked for: its other forms, and words for the same. */
export function kinOf({ word, term, sequence, languages }: Asked): string[] {
  const inflected = languages.length <= maxInflected ? languages : [];
  const found = new Set(inflected.flatMap((language) => inflectionsOf(word, language)));
  for (const language of languages) for (const each of saidFor(term, sequence, language)) found.add(each);
  found.delete(term);
  return [...found];
}

function saidFor(term: string, sequence: string, language: string): string[] {
  const known = kin.get(language)?.();
  if (!known) return [];
  const byPhrase = [...known.byPhrase].flatMap(([phrase, terms]) =>
    phrase.includes(` ${term} `) && sequence.includes(phrase) ? [terms] : [],
  );
  return [known.byTerm.get(term), ...byPhrase].flatMap((terms) => Array.from(terms ?? []));
}
