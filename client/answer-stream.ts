import type { ServerFrame } from './protocol.ts';

type Delta = Extract<ServerFrame, { type: 'message:delta' }>;

/** A bot's answer while it is being written. */
export type AnswerStream = { replyTo: string; next: number; text: string };

/**
 * Takes in a piece of an answer. Index 0 begins anew: another answer, another attempt at it, or the text so far for
 * who joined midway. A piece that leaves a gap is dropped; the whole message comes anyway.
 */
export function withDelta(stream: AnswerStream | null, { replyTo, index, text }: Delta): AnswerStream | null {
  const isNext = index > 0 && stream?.replyTo === replyTo && stream.next === index;
  if (index > 0 && !isNext) return stream;
  return { replyTo, next: index + 1, text: (isNext ? stream.text : '') + text };
}
