import type { Event, Message } from './protocol.ts';

type Status = Message['status'];
type Receipt = Extract<Event, { type: 'message:update' }>;

const order: Status[] = ['sent', 'delivered', 'seen'];

/** Whether a status says at least as much as another. */
export function reaches(status: Status, other: Status): boolean {
  return order.indexOf(status) >= order.indexOf(other);
}

/** The messages of one conversation in order of `seq`: each once, and no status ever goes back. */
export function timeline(side: 'visitor' | 'operator') {
  let messages: Message[] = [];
  const isOwn = ({ sender }: Message) => (sender === 'visitor') === (side === 'visitor');

  return {
    isOwn,
    all: () => messages,
    /** The newest message that the other side wrote. */
    newestOfOthers: () => messages.findLast((message) => !isOwn(message)),
    unread: () => messages.filter((message) => !isOwn(message) && message.status !== 'seen').length,
    /** Adds what was fetched or came live; what is there already only moves forward. */
    merge(more: Message[]): void {
      const known = new Map(messages.map((message) => [message.id, message]));
      for (const message of more) {
        const status = known.get(message.id)?.status ?? 'sent';
        known.set(message.id, reaches(message.status, status) ? message : { ...message, status });
      }
      messages = [...known.values()].toSorted((one, other) => one.seq - other.seq);
    },
    /** A receipt covers the message it names and all before it that the same side wrote. */
    receipt({ messageId, status, upToSeq }: Pick<Receipt, 'messageId' | 'status' | 'upToSeq'>): void {
      const named = messages.find(({ id }) => id === messageId);
      if (!named) return;
      const covered = messages.filter((message) => isOwn(message) === isOwn(named) && message.seq <= upToSeq);
      for (const message of covered) if (!reaches(message.status, status)) message.status = status;
    },
    clear(): void {
      messages = [];
    },
  };
}

export type Timeline = ReturnType<typeof timeline>;
