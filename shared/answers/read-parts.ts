import { foldText } from './fold-text.ts';
import { type Wording, parts } from './wording.ts';

/** A word, a character of a script without blanks, or a sign that ends a sentence (`.`) or parts one (`;`). */
export type Unit = { text: string; isSign: boolean };

/** Tells of each word of a text which part it plays: one letter of `parts` a word; signs stay. */
export type PartReader = (units: readonly Unit[]) => string;

const token =
  /(?<end>[.!?…。！？؟\n]+)|(?<pause>[,;:、，；،؛()[\]"“”„«»–—]+|(?<=\s)-(?=\s))|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{N}\p{M}])+/gu;

export function unitsOf(text: string): Unit[] {
  return Array.from(foldText(text).matchAll(token), ({ 0: found, groups }) => {
    if (groups?.['end']) return { text: '.', isSign: true };
    return groups?.['pause'] ? { text: ';', isSign: true } : { text: found, isSign: false };
  });
}

type Lexicon = {
  letters: ReadonlyMap<string, string>;
  /** Phrases with any ending. */
  stems: readonly { key: string; words: number; letter: string }[];
  /** How many words the longest phrase has that begins with this one. */
  longest: ReadonlyMap<string, number>;
};

export function createPartReader(wording: Wording): PartReader {
  const lexicon = lexiconOf(wording);
  return (units) => {
    let read = '';
    for (let at = 0; at < units.length;) {
      const { letter, taken } = longestAt(units, at, lexicon);
      read += letter;
      at += taken;
    }
    return read;
  };
}

/** A phrase that two parts list is the first one's, in the order of `parts`. */
function lexiconOf(wording: Wording): Lexicon {
  const letters = new Map<string, string>();
  const longest = new Map<string, number>();
  const stems: Lexicon['stems'][number][] = [];
  for (const [part, letter] of Object.entries(parts)) {
    for (const phrase of phrasesOf(wording, part)) {
      const units = unitsOf(phrase);
      const first = units[0]?.text ?? '';
      const key = keyOf(units);
      if (phrase.endsWith('*')) stems.push({ key, words: units.length, letter });
      else if (!letters.has(key)) letters.set(key, letter);
      longest.set(first, Math.max(units.length, longest.get(first) ?? 1));
    }
  }
  return { letters, stems, longest };
}

const phrasesOf = (wording: Readonly<Record<string, string>>, part: string) =>
  wording[part]?.split('|').map((phrase) => phrase.trim()) ?? [];

const keyOf = (units: readonly Unit[]) => units.map(({ text }) => text).join(' ');

/** The longest phrase that begins here. */
function longestAt(units: readonly Unit[], at: number, { letters, stems, longest }: Lexicon) {
  const first = units[at];
  if (first?.isSign) return { letter: first.text, taken: 1 };
  for (let taken = longest.get(first?.text ?? '') ?? 1; taken > 0; taken -= 1) {
    const key = keyOf(units.slice(at, at + taken));
    const letter =
      letters.get(key) ?? stems.find((stem) => stem.words === taken && key.startsWith(stem.key))?.letter;
    if (letter !== undefined) return { letter, taken };
  }
  return { letter: parts.noise, taken: 1 };
}
