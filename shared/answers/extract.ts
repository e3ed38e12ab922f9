import type { Citation } from '../protocol/entities.ts';
import { type Findings, type Found, nameOf, urlOf } from './findings.ts';
import type { Question } from './read-question.ts';
import { type Span, sentencesOf } from './sentences.ts';
import { indexTerms } from './words.ts';

export type Extract = { answer: string; citations: Citation[] };

const maxSentences = 4;
/** A sentence comes along when it is worth at least this share of the best. */
const companionShare = 0.6;
/** What another form or word for what was asked counts. */
const kinShare = 0.7;
/** A sentence of fewer words says little without the one after it: `Yes.` */
const tooFewWords = 5;

/** A passage's own most fitting sentences, in their order, each run of them cited. */
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
  const quotes = fitting(best.body, weights).map(({ start, end }) => best.body.slice(start, end));
  return { answer: quotes.join(' '), citations: quotes.map((quote) => cite(best, quote)) };
}

function cite(found: Found, quote: string): Citation {
  const url = urlOf(found);
  return { entryId: found.entryId, title: nameOf(found), ...(url === undefined ? {} : { url }), quote };
}

type Weights = ReadonlyMap<string, number>;

/** Runs of neighbouring sentences. */
function fitting(body: string, weights: Weights): Span[] {
  const sentences = sentencesOf(body);
  if (sentences.length <= maxSentences - 1) return runs(sentences, new Set(sentences.keys()));
  const rows = sentences.map(({ start, end }) => indexTerms(body.slice(start, end)));
  const worth = rows.map((terms) => worthOf(terms, weights));
  // It was found by its meaning: no word tells which of its sentences it was for.
  if (worth.every((each) => each === 0)) return runs(sentences, new Set(sentences.keys()));
  const order = [...worth.keys()].toSorted((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const [top = 0] = order;
  const chosen = new Set([top]);
  if ((rows[top]?.length ?? 0) < tooFewWords && top + 1 < sentences.length) chosen.add(top + 1);
  for (const place of order) {
    const isCompanion = (worth[place] ?? 0) >= companionShare * (worth[top] ?? 0) && (worth[place] ?? 0) > 0;
    if (isCompanion && chosen.size < maxSentences) chosen.add(place);
  }
  // The sentence after the best one often goes on with the answer.
  if (chosen.size < maxSentences - 1 && top + 1 < sentences.length) chosen.add(top + 1);
  return runs(sentences, chosen);
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

function runs(sentences: Span[], chosen: ReadonlySet<number>): Span[] {
  const found: Span[] = [];
  for (const [place, { start, end }] of sentences.entries()) {
    if (!chosen.has(place)) continue;
    const last = found.at(-1);
    if (last && chosen.has(place - 1)) last.end = end;
    else found.push({ start, end });
  }
  return found;
}
