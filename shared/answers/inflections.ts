import { foldText } from './fold-text.ts';
import { indexTerms } from './words.ts';

/** Endings of nouns, adjectives and regular verbs by language, without accents, as `words.ts` folds them. */
const endings: Record<string, readonly string[]> = {
  de: 'e en er es em n s t st te ten et ung ungen end ende enden'.split(' '),
  fr: 'e s es er ez ee ees ent ons ait ant ir it is i u ue re ation ations ement ements age ages aux al eur eurs'.split(
    ' ',
  ),
  es: `a o e as os es ar er ir an en ado ada ados adas ido ida idos idas ando iendo amos emos imos ais eis aba aban are ara io ia cion
    ciones acion aciones icion miento amiento imiento`.split(/\s+/),
  it: `a o e i are ere ire ato ata ati ate uto uta uti ute ito ita iti ite ano ono iamo ando endo ete ai ei zione zioni azione
    azioni mento amento imento aggio`.split(/\s+/),
  pt: `a o e as os es ar er ir am em ado ada ados adas ido ida idos idas ando endo amos emos imos ei ou aram cao coes acao acoes
    icao mento amento imento`.split(/\s+/),
  nl: 'e en s t te ten de den er ing ingen'.split(' '),
};

const minStemChars = 4;

/**
 * The terms of a word's other forms where they are regular, in a language whose words English stems do not join:
 * `cancelar` for `cancelo`. Most are no words at all, and found nowhere.
 */
export function inflectionsOf(word: string, language: string): string[] {
  const own = endings[language];
  if (!own || !/^\p{L}+$/u.test(word)) return [];
  const folded = foldText(word);
  const all = ['', ...own];
  const stems = all
    .filter((ending) => folded.endsWith(ending))
    .map((ending) => folded.slice(0, folded.length - ending.length));
  const [stem] = stems.filter(({ length }) => length >= minStemChars).toSorted((a, b) => a.length - b.length);
  if (stem === undefined) return [];
  const forms = new Set(all.flatMap((ending) => indexTerms(stem + ending)));
  for (const term of indexTerms(word)) forms.delete(term);
  return [...forms];
}
