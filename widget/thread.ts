import { type AnswerStream, withDelta } from '../client/answer-stream.ts';
import type { Conversation, Event, ServerFrame } from '../client/protocol.ts';
import { isOwn, timeline, type Timeline } from './timeline.ts';
import { typingIn } from '../client/typing.ts';

export type Typist = 'operator' | 'bot' | 'visitor';

/** What is known of the conversation that is shown. */
export type Thread = {
  /** Which conversation it is; one that is not yet opened has a name that begins with `+`. */
  shown: string;
  line: Timeline;
  conversation: Conversation | null;
  stream: AnswerStream | null;
  /** Whether an operator is there; null while unknown. */
  isStaffed: boolean | null;
};

/** A conversation as the log and the room tell it. */
export function threadOf(changed: () => void) {
  const typist = typingIn<Typist>(changed);
  const now: Thread = { shown: '+', line: timeline(), conversation: null, stream: null, isStaffed: null };

  function quiet(): void {
    now.stream = null;
    typist.set(null);
  }

  return {
    now,
    typist: typist.who,
    /** Turns to another conversation, of which nothing is known yet. */
    turnTo(shown: string): void {
      Object.assign(now, { shown, line: timeline(), conversation: null });
      quiet();
    },
    /** Who is there and what is being written is only known while connected. */
    disconnected(): void {
      quiet();
      now.isStaffed = null;
    },
    /** Takes in one event of this conversation. */
    take(event: Event): void {
      if ('conversation' in event) now.conversation = event.conversation ?? null;
      if (event.type === 'message:update') now.line.receipt(event);
      if (event.type !== 'message:new') return;
      now.line.merge([event.message]);
      if (!isOwn(event.message)) quiet();
    },
    /** Takes in what is not of the log, where it is about this conversation. */
    hear(frame: ServerFrame): void {
      if (frame.type === 'presence') now.isStaffed = frame.operators?.online ?? now.isStaffed;
      if (!('conversationId' in frame) || frame.conversationId !== now.shown) return;
      if (frame.type === 'typing') typist.set(frame.typing ? frame.sender : null);
      if (frame.type === 'message:delta') now.stream = withDelta(now.stream, frame);
    },
  };
}
