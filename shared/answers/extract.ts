import type { Citation } from '../protocol/entities.ts';
import { unitsOf } from './answer-units.ts';
import { type Findings, type Found, nameOf, urlOf } from './findings.ts';
import { plainText } from './plain-text.ts';
import type { Question } from './read-question.ts';
import type { Span } from './sentences.ts';
import { indexTerms } from './words.ts';

export type Extract = { answer: string; citations: Citation[] };

const maxUnits = 4;
/** An answer that somebody wrote to a question is given whole up to this length. */
const maxWholeAnswerChars = 600;
/** A sentence comes along when it is worth at least this share of the best. */
const companionShare = 0.6;
/** What another form or word for what was asked counts. */
const kinShare = 0.7;
/** A sentence of fewer words says little without the one after it: `Yes.` */
const tooFewWords = 5;

/** A passage's own most fitting sentences as plain text, in their order, each run of them cited as it stands there. */
export function extract(question: Question, { idf, standIns }: Findings, best: Found): Extract {
  const asked: [number, string][] = question.terms.map(({ term }, place) => [place, term]);
  const kin = question.terms.flatMap((each, place) =>
    each.kin.map((term) => [term, kinShare * (idf[place] ?? 0)] as const),
  );
  const meant = standIns.flatMap(([place, terms]) => terms.split(' ').map((term) => [place, term] as const));
  const weights = new Map([
    ...kin,
    ...[...meant, ...asked].map(([place, term]) => [term, idf[place] ?? 0] as const),
  ]);
  const quotes = fitting(best, weights);
  return {
    answer: asRead(best.body, quotes),
    citations: quotes.map((quote) => cite(best, textOf(best.body, quote))),
  };
}

const textOf = (body: string, { start, end }: Span) => body.slice(start, end);

/** The quotes as one plain text; what stands in lines of its own stays so. */
function asRead(body: string, quotes: readonly Span[]): string {
  const text = quotes.reduce((led, quote, at) => {
    const before = quotes[at - 1];
    const isApart = before && body.slice(before.end, quote.start).includes('\n');
    return `${led}${before ? (isApart ? '\n' : ' ') : ''}${textOf(body, quote)}`;
  }, '');
  return plainText(text) || text;
}

function cite(found: Found, quote: string): Citation {
  const url = urlOf(found);
  return { entryId: found.entryId, title: nameOf(found), ...(url === undefined ? {} : { url }), quote };
}

type Weights = ReadonlyMap<string, number>;

/** Runs of neighbouring units of a passage that fit; an answer that is not long is given as it was written. */
function fitting({ type, body }: Found, weights: Weights): Span[] {
  const units = distinct(body, unitsOf(body));
  const isShort = units.length < maxUnits || (type === 'qa' && body.length <= maxWholeAnswerChars);
  if (isShort) return runs(body, units, new Set(units.keys()));
  const rows = units.map((unit) => indexTerms(textOf(body, unit)));
  const worth = rows.map((terms) => worthOf(terms, weights));
  // It was found by its meaning: no word tells which of its sentences it was for.
  if (worth.every((each) => each === 0)) return runs(body, units, new Set(units.keys()));
  const order = [...worth.keys()].toSorted((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const [top = 0] = order;
  const chosen = new Set([top]);
  const isLead = (place: number) => /[:：]$/u.test(textOf(body, units[place] ?? { start: 0, end: 0 }));
  if ((rows[top]?.length ?? 0) < tooFewWords && top + 1 < units.length) chosen.add(top + 1);
  for (const place of order) {
    const isCompanion = (worth[place] ?? 0) >= companionShare * (worth[top] ?? 0) && (worth[place] ?? 0) > 0;
    if (isCompanion && chosen.size < maxUnits) chosen.add(place);
  }
  // The sentence after the best one often goes on with the answer.
  if (chosen.size < maxUnits - 1 && top + 1 < units.length) chosen.add(top + 1);
  // What ends in a colon says nothing without what follows, which says little without it.
  for (const place of units.keys()) {
    if (!isLead(place) || !(chosen.has(place) || chosen.has(place + 1))) continue;
    for (const each of [place, place + 1]) if (each < units.length) chosen.add(each);
  }
  return runs(body, units, chosen);
}

/** Without what says again, word for word, what stands before it. */
function distinct(body: string, units: Span[]): Span[] {
  const said = new Set<string>();
  return units.filter((unit) => {
    const words = indexTerms(textOf(body, unit)).join(' ');
    const isNew = words === '' || !said.has(words);
    said.add(words);
    return isNew;
  });
}

/** What a sentence has in common with the question; a long one needs more of it. */
function worthOf(terms: string[], weights: Weights): number {
  const held = [...weights].filter(([term]) => terms.some((each) => alike(term, each)));
  return held.reduce((sum, [, weight]) => sum + weight, 0) / Math.log2(terms.length + 8);
}

const stemChars = 5;

function alike(term: string, other: string): boolean {
  if (term === other) return true;
  return (
    term.length >= stemChars &&
    other.length >= stemChars &&
    (term.startsWith(other) || other.startsWith(term))
  );
}

function runs(body: string, units: Span[], chosen: ReadonlySet<number>): Span[] {
  const found: Span[] = [];
  for (const [place, { start, end }] of units.entries()) {
    if (!chosen.has(place)) continue;
    const last = found.at(-1);
    const goesOn = last && body.slice(last.end, start).trim() === '';
    if (goesOn) last.end = end;
    else found.push({ start, end });
  }
  return found;
}
