import type { Feed } from './feed.ts';
import { RequestError, isPassing } from './http.ts';
import type { ServerFrame } from './protocol.ts';
import type { Stored } from './visitor-api.ts';

const ackWithinMs = 8_000;

/** Pairs the messages sent over a socket with their acks. */
export function acks() {
  const waiting = new Map<string, (answer: ServerFrame | null) => void>();

  return {
    /** Sends by socket; null where that does not come through. Errors: RequestError, where it is refused for good. */
    async send(feed: Feed | null, draft: { clientId: string; content: string }, conversationId?: string) {
      if (!feed?.send({ type: 'message:new', ...draft, ...(conversationId && { conversationId }) }))
        return null;
      const answer = await new Promise<ServerFrame | null>((resolve) => {
        waiting.set(draft.clientId, resolve);
        setTimeout(resolve, ackWithinMs, null);
      });
      waiting.delete(draft.clientId);
      if (answer?.type === 'error' && !isPassing(answer.code)) throw new RequestError(answer.code);
      if (answer?.type !== 'ack' || !answer.message) return null;
      return { message: answer.message, conversation: answer.conversation } satisfies Stored;
    },
    take(frame: ServerFrame): void {
      if ('clientId' in frame && frame.clientId) waiting.get(frame.clientId)?.(frame);
    },
    /** The socket is gone: what it still owed is asked for another way. */
    giveUp(): void {
      for (const settle of waiting.values()) settle(null);
    },
  };
}
