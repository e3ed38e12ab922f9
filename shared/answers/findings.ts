import * as z from 'zod';

/** By how much nearer it is to what was asked than what has nothing to do with it; known where meaning was searched. */
const closeness = z.number().nullish();
const Neighbour = z.object({ body: z.string(), score: z.number(), closeness }).nullable();

/** What a search found: of each entry its best passage, best first, and what the decision weighs. */
export const Findings = z.object({
  /** How many passages the tenant has. */
  passages: z.number(),
  /** The weight of each term asked for, in their order. */
  idf: z.array(z.number()),
  /** What stood in for a term asked for, by its place, because the tenant says that it means the same. */
  standIns: z.array(z.tuple([z.number(), z.string()])),
  /** The share from which this tenant wants answers; null where it has said nothing. */
  threshold: z.number().nullable(),
  found: z.array(
    z.object({
      entryId: z.string(),
      type: z.enum(['text', 'qa']),
      /** What it has in common with the question by its words. */
      score: z.number(),
      closeness,
      /** Its place among those found by words and those found by meaning, where both were searched. */
      fused: z.number().optional(),
      title: z.string(),
      heading: z.string(),
      body: z.string(),
      /** The metadata are the tenant's own: whatever stands there. */
      url: z.unknown(),
      /** Which terms the passage holds, by their place in the question, and how surely. */
      covered: z.array(z.tuple([z.number(), z.number()])),
      before: Neighbour,
      after: Neighbour,
    }),
  ),
});
export type Findings = z.infer<typeof Findings>;
export type Found = Findings['found'][number];

/** A passage's name as a person reads it: the entry's title, and the headings under it or else the question. */
export function nameOf({ type, title, heading }: Pick<Found, 'type' | 'title' | 'heading'>): string {
  if (type === 'qa') return title || heading;
  return [title, heading].filter(Boolean).join(' › ');
}

/** Where the entry can be read, if its metadata hold a web address. */
export function urlOf({ url }: Pick<Found, 'url'>): string | undefined {
  return typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

/** A neighbour belongs to what is shown when it fits the question at least this much as well as the best. */
const neighbourShare = 0.5;
/** Neighbours are about much the same, and so always rather close. */
const closeShare = 0.8;

/** The passage as a whole: with the neighbours that fit the question too, an answer with its question. */
export function contextOf({ type, heading, body, before, after, ...found }: Found): string {
  if (type === 'qa') return `${heading}\n${body}`;
  const fits = (other: Found['before']) => other !== null && fitsLike(found, other);
  const led = before && fits(before) ? joined(before.body, body) : body;
  return after && fits(after) ? joined(led, after.body) : led;
}

type Fit = { score: number; closeness?: number | null | undefined };

function fitsLike(found: Fit, other: Fit): boolean {
  if (found.score > 0 && other.score >= found.score * neighbourShare) return true;
  return (other.closeness ?? 0) > 0 && (other.closeness ?? 0) >= (found.closeness ?? Infinity) * closeShare;
}

/** Two pieces of one text, of which the second may begin with the end of the first. */
function joined(first: string, second: string): string {
  for (let shared = Math.min(first.length, second.length); shared > 0; shared -= 1) {
    if (first.endsWith(second.slice(0, shared))) return first + second.slice(shared);
  }
  return `${first}\n${second}`;
}
