import type { ServerFrame } from '../client/protocol.ts';

type Delta = Extract<ServerFrame, { type: 'message:delta' }>;

/** A bot's answer while it is being written. */
export type AnswerStream = { replyTo: string; pieces: string[] };

/**
 * Takes in a piece of an answer at its place. Index 0 begins anew: another answer, another attempt at it, or the text
 * so far for who joined midway. A piece of an answer whose beginning never came is dropped; the message comes anyway.
 */
export function withPiece(stream: AnswerStream | null, { replyTo, index, text }: Delta): AnswerStream | null {
  if (index === 0) return { replyTo, pieces: [text] };
  if (stream?.replyTo === replyTo) stream.pieces[index] = text;
  return stream;
}

/** As much of an answer as has come without a gap. */
export function textOfStream(stream: AnswerStream | null): string {
  const pieces = stream?.pieces ?? [];
  const gap = pieces.findIndex((piece) => piece === undefined);
  return pieces.slice(0, gap < 0 ? undefined : gap).join('');
}
