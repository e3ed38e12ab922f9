import { type Span, sentencesOf } from './sentences.ts';

/** What reads well only as a whole, if it is not longer than this: code, a table, numbered steps. */
const maxBlockChars = 700;

const fence = /^[^\S\n]*(```|~~~)[^\n]*\n[\s\S]*?(?:\n[^\S\n]*\1[^\n]*|$)/gmu;
const table = /^[^\S\n]*\|[^\n]*(?:\n[^\S\n]*\|[^\n]*)+/gmu;
/** Steps, each perhaps with lines of its own under it. */
const steps =
  /^[^\S\n]*\d{1,2}[.)][^\S\n][^\n]*(?:\n+(?:[^\S\n]*\d{1,2}[.)][^\S\n]|[^\S\n]{2,}\S)[^\n]*)+/gmu;

/** The parts of a passage that an answer is made of: sentences, and what would be in pieces as sentences. */
export function unitsOf(body: string): Span[] {
  const blocks: Span[] = [];
  for (const kind of [fence, table, steps]) blocks.push(...blocksOf(body, kind, blocks));
  const sentences = sentencesOf(body).filter((sentence) => !blocks.some((block) => overlap(block, sentence)));
  return [...blocks, ...sentences].toSorted((a, b) => a.start - b.start);
}

function blocksOf(body: string, kind: RegExp, others: readonly Span[]): Span[] {
  const spans = [...body.matchAll(kind)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  return spans.filter(
    (span) => span.end - span.start <= maxBlockChars && !others.some((other) => overlap(other, span)),
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
