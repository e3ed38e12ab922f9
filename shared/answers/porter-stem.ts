/** The stem of a lower-case English word by Porter's algorithm of 1980; other words come back as they are or nearly so. */
export function porterStem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return [plural, pastAndGerund, finalY, doubleSuffix, icFullNess, longSuffix, finalE, finalDoubleL].reduce(
    (stem, step) => step(stem),
    word,
  );
}

const consonant = '(?:[^aeiouy]|(?<![^aeiou])y)';
const vowel = '(?:[aeiou]|(?<=[^aeiou])y)';
const measure = (atLeast: number) => new RegExp(`^${consonant}*(?:${vowel}+${consonant}+){${atLeast}}`);
const measure1 = measure(1);
const measure2 = measure(2);
const hasVowel = new RegExp(vowel);
const doubleConsonant = /([^aeiouy])\1$/;
/** Consonant, vowel, consonant, the last not w, x or y: what wants an `e` back, as in `hop(e)`. */
const shortEnd = new RegExp(`${consonant}${vowel}[^aeiouwxy]$`);
const exactlyOne = (stem: string) => measure1.test(stem) && !measure2.test(stem);

function plural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return measure1.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((each) => word.endsWith(each));
  if (!suffix) return word;
  const stem = word.slice(0, -suffix.length);
  if (!hasVowel.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (doubleConsonant.test(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return exactlyOne(stem) && shortEnd.test(stem) ? `${stem}e` : stem;
}

function finalY(word: string): string {
  return word.endsWith('y') && hasVowel.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

type Suffixes = readonly (readonly [string, string])[];

const doubleSuffixes: Suffixes = Object.entries({
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
});
const icFullNesses: Suffixes = Object.entries({
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
});

function replaced(word: string, suffixes: Suffixes): string {
  const found = suffixes.find(([suffix]) => word.endsWith(suffix));
  if (!found) return word;
  const stem = word.slice(0, -found[0].length);
  return measure1.test(stem) ? stem + found[1] : word;
}

const doubleSuffix = (word: string) => replaced(word, doubleSuffixes);
const icFullNess = (word: string) => replaced(word, icFullNesses);

const longSuffixes =
  /(?:ement|ment|ance|ence|able|ible|(?<=[st])ion|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou)$/;

function longSuffix(word: string): string {
  const stem = word.replace(longSuffixes, '');
  return stem !== word && measure2.test(stem) ? stem : word;
}

function finalE(word: string): string {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  return measure2.test(stem) || (exactlyOne(stem) && !shortEnd.test(stem)) ? stem : word;
}

function finalDoubleL(word: string): string {
  return word.endsWith('ll') && measure2.test(word) ? word.slice(0, -1) : word;
}
