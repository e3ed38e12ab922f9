import type { ServerFrame } from '../../shared/protocol/index.ts';

type Delta = Extract<ServerFrame, { type: 'message:delta' }>;

/** A bot's answer while it is being written. */
export type AnswerStream = { replyTo: string; nextIndex: number; text: string };

/**
 * Takes in a piece of an answer. Index 0 begins anew: another answer, another attempt at it, or the text so far for
 * who joined midway. A piece that leaves a gap is dropped; the whole message comes anyway.
 */
export function withDelta(stream: AnswerStream | null, { replyTo, index, text }: Delta): AnswerStream | null {
  if (index === 0) return { replyTo, nextIndex: 1, text };
  if (stream?.replyTo !== replyTo || stream.nextIndex !== index) return stream;
  return { replyTo, nextIndex: index + 1, text: stream.text + text };
}
