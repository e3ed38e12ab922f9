import type { Citation } from '../protocol/entities.ts';
import { type Claim, claimsOf } from './claims.ts';
import { isRefusal } from './refusals.ts';
import { sentencesOf } from './sentences.ts';
import { type Support, createSupport } from './support.ts';

export type GroundPassage = {
  n: number;
  entryId: string;
  title: string;
  url?: string | undefined;
  text: string;
};

export type GroundParts = {
  /** What the model wrote, with its references by number. */
  raw: string;
  /** What of it the visitor sees. */
  shown: string;
  passages: readonly GroundPassage[];
};

export type Grounding = { citations: Citation[]; isGrounded: boolean };

/** An answer of which the passages hold less, by the weight of its telling words, rests on something else. */
const minHeld = 0.5;
/** A sentence without a reference is cited only where a passage holds this much of it. */
const minOverlap = 0.6;
const quoteChars = 400;

/** Which of the passages an answer rests on, by its words rather than by its say; and whether it rests on them at all. */
export function ground({ raw, shown, passages }: GroundParts): Grounding {
  const claims = claimsOf(raw);
  const isAnswer = claims.length > 0 && shown.trim() !== '' && !isRefusal(claims[0]?.text ?? '');
  if (!isAnswer || passages.length === 0) return { citations: [], isGrounded: false };
  const telling = claims.filter(({ text }) => !isRefusal(text));
  const support = createSupport(
    shown,
    passages.map(({ title, text }) => `${title}\n${text}`),
  );
  const marked = telling.flatMap((claim) => byMarkers(claim, passages, support));
  const used = marked.length > 0 ? marked : telling.flatMap((claim) => byOverlap(claim, passages, support));
  const isHeld = support.isForeign || support.heldOf(telling.map(({ text }) => text).join('\n')) >= minHeld;
  const citations = cite(used);
  return isHeld && citations.length > 0
    ? { citations, isGrounded: true }
    : { citations: [], isGrounded: false };
}

type Use = { passage: GroundPassage; quote: string };

function byMarkers(claim: Claim, passages: readonly GroundPassage[], support: Support): Use[] {
  return claim.numbers.flatMap((number) => {
    const place = passages.findIndex(({ n }) => n === number);
    const passage = passages[place];
    if (!passage || !support.isShared(claim.text, place)) return [];
    return [{ passage, quote: quoteFor(claim.text, passage.text, support) }];
  });
}

function byOverlap({ text }: Claim, passages: readonly GroundPassage[], support: Support): Use[] {
  const held = passages.map((_, place) => (support.isShared(text, place) ? support.heldBy(text, place) : 0));
  const most = Math.max(...held);
  const passage = passages[held.indexOf(most)];
  if (!passage || most < minOverlap) return [];
  return [{ passage, quote: quoteFor(text, passage.text, support) }];
}

/** The passage's own sentence that says most of it. */
function quoteFor(claim: string, text: string, support: Support): string {
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  const worth = sentences.map((sentence) => support.likeness(claim, sentence));
  return shortened(sentences[worth.indexOf(Math.max(...worth))] ?? text.trim());
}

/** Still the passage's own characters, from its beginning to the end of a word. */
function shortened(quote: string): string {
  if (quote.length <= quoteChars) return quote;
  const head = quote.slice(0, quoteChars);
  return (/^[\s\S]{200,}(?=\s)/.exec(head)?.[0] ?? head.replace(/[\uD800-\uDBFF]$/, '')).trimEnd();
}

/** Each entry once, at its first use. */
function cite(used: Use[]): Citation[] {
  const cited = new Map<string, Citation>();
  for (const { passage, quote } of used) {
    const { entryId, title, url } = passage;
    if (!cited.has(entryId))
      cited.set(entryId, { entryId, title, ...(url === undefined ? {} : { url }), quote });
  }
  return [...cited.values()];
}
