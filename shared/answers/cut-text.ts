import { type Span, sentencesOf, trim } from './sentences.ts';
import { type Word, wordsOf } from './words.ts';

/** A piece of a text that a search ranks: the text's own characters, and the headings over it. */
export type Cut = { heading: string; body: string };

/** The best of a trial on question-answer data; a piece never ends inside a sentence that fits into it. */
const termsPerCut = 120;
const overlapTerms = 40;

/** Cuts a text into pieces of about 120 words at headings, paragraphs and sentences; neighbours share up to 40. */
export function cutText(text: string): Cut[] {
  return sectionsOf(text).flatMap(({ heading, ...section }) =>
    cutSection(text, section).map(({ start, end }) => ({ heading, body: text.slice(start, end) })),
  );
}

type Section = Span & { heading: string };

const line = /[^\n]*(?:\n|$)/g;
const headingLine = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const fenceLine = /^ {0,3}(?:```|~~~)/;

/** The text between headings, each with the path of headings above it; in code a `#` is none. */
function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let path: string[] = [];
  let from = 0;
  const close = (end: number) => {
    const span = trim(text, { start: from, end });
    if (span.end > span.start) sections.push({ ...span, heading: path.filter(Boolean).join(' › ') });
  };
  for (const { start, end, level, title } of headingsOf(text)) {
    close(start);
    path = [...Array.from({ length: level - 1 }, (_, i) => path[i] ?? ''), title];
    from = end;
  }
  close(text.length);
  return sections.length > 0 ? sections : [{ ...trim(text, { start: 0, end: text.length }), heading: '' }];
}

type Heading = Span & { level: number; title: string };

function headingsOf(text: string): Heading[] {
  const headings: Heading[] = [];
  let fenced = false;
  for (const { 0: row, index } of text.matchAll(line)) {
    if (fenceLine.test(row)) fenced = !fenced;
    const [, marks, title] = fenced ? [] : (headingLine.exec(row) ?? []);
    if (!marks || !title) continue;
    const last = headings.at(-1);
    const followsBare = last && last.level >= marks.length && text.slice(last.end, index).trim() === '';
    // A heading without a text of its own is its own text, unless those below it carry it in their path.
    if (followsBare) last.end = last.start;
    headings.push({ start: index, end: index + row.length, level: marks.length, title });
  }
  const last = headings.at(-1);
  if (last && text.slice(last.end).trim() === '') last.end = last.start;
  return headings;
}

type Sized = Span & { terms: number };

function cutSection(text: string, section: Span): Span[] {
  const units = unitsOf(text, section);
  const cuts: Span[] = [];
  let from = 0;
  while (from < units.length) {
    let to = from;
    let terms = 0;
    while (to < units.length && (to === from || terms + sizeOf(units[to]) <= termsPerCut)) {
      terms += sizeOf(units[to]);
      to += 1;
    }
    const [first, last] = [units[from], units[to - 1]];
    if (first && last) cuts.push({ start: first.start, end: last.end });
    if (to >= units.length) break;
    from = Math.max(from + 1, to - overlapUnits(units, to));
  }
  return cuts;
}

const sizeOf = (unit: Sized | undefined) => unit?.terms ?? 0;

/** How many units before `to` fit into the overlap. */
function overlapUnits(units: Sized[], to: number): number {
  let count = 0;
  let terms = sizeOf(units[to - 1]);
  while (terms <= overlapTerms && count < to) {
    count += 1;
    terms += sizeOf(units[to - 1 - count]);
  }
  return count;
}

/** Sentences; one that is longer than a piece, in runs of the overlap's length. */
function unitsOf(text: string, section: Span): Sized[] {
  return sentencesOf(text, section).flatMap(({ start, end }): Sized[] => {
    const words = wordsOf(text.slice(start, end));
    const terms = countTerms(words);
    if (terms <= termsPerCut) return [{ start, end, terms }];
    return runsOf(words).map((each) => ({
      start: start + each.start,
      end: start + each.end,
      terms: each.terms,
    }));
  });
}

function runsOf(words: Word[]): Sized[] {
  const runs: Sized[] = [];
  for (const { start, end, terms } of words.flatMap(shortened)) {
    const last = runs.at(-1);
    if (last && last.terms + terms.length <= overlapTerms) {
      last.end = end;
      last.terms += terms.length;
    } else runs.push({ start, end, terms: terms.length });
  }
  return runs;
}

/** A run of a script without spaces can be a whole page: it is parted like words are. */
function shortened(word: Word): Word[] {
  if (word.terms.length <= overlapTerms) return [word];
  const parts: Word[] = [];
  for (let at = 0; at < word.terms.length; at += overlapTerms) {
    const terms = word.terms.slice(at, at + overlapTerms);
    const isLast = at + overlapTerms >= word.terms.length;
    parts.push({ start: word.start + at, end: isLast ? word.end : word.start + at + overlapTerms, terms });
  }
  return parts;
}

function countTerms(words: Word[]): number {
  return words.reduce((sum, { terms }) => sum + terms.length, 0);
}
