import type { Event, Message } from '../client/protocol.ts';
import { reaches } from '../client/status.ts';

type Receipt = Extract<Event, { type: 'message:update' }>;

/** Whether the visitor wrote it. */
export function isOwn({ sender }: Pick<Message, 'sender'>): boolean {
  return sender === 'visitor';
}

/** The messages of one conversation in order of `seq`: each once, and no status ever goes back. */
export function timeline() {
  let messages: Message[] = [];
  const isUnread = (message: Message) => !isOwn(message) && message.status !== 'seen';

  /** Adds what was fetched or came live; what is there already only moves forward. */
  function merge(more: Message[]): void {
    const known = new Map(messages.map((message) => [message.id, message]));
    for (const message of more) {
      const status = known.get(message.id)?.status ?? 'sent';
      known.set(message.id, reaches(message.status, status) ? message : { ...message, status });
    }
    messages = [...known.values()].toSorted((one, other) => one.seq - other.seq);
  }

  return {
    merge,
    all: () => messages,
    /** The newest message that the other side wrote. */
    newestOfOthers: () => messages.findLast((message) => !isOwn(message)),
    unread: () => messages.filter(isUnread).length,
    /** What was fetched takes the place of all but what has come since. */
    replace(fetched: Message[]): void {
      const newest = fetched.at(-1)?.seq ?? 0;
      const later = messages.filter(({ seq }) => seq > newest);
      messages = [];
      merge([...fetched, ...later]);
    },
    /** A receipt covers the message it names and all before it that the same side wrote. */
    receipt({ messageId, status, upToSeq }: Pick<Receipt, 'messageId' | 'status' | 'upToSeq'>): void {
      const named = messages.find(({ id }) => id === messageId);
      for (const message of messages) {
        const isCovered = named && isOwn(message) === isOwn(named) && message.seq <= upToSeq;
        if (isCovered && !reaches(message.status, status)) message.status = status;
      }
    },
  };
}

export type Timeline = ReturnType<typeof timeline>;
