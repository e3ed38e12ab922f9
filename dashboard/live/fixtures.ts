import type { ConversationSummary } from '../../shared/api/conversations.ts';
import type { Message } from '../../shared/protocol/index.ts';

/** A moment `minutes` after noon. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 2, 12, minutes)).toISOString();
}

/** A message with what matters to a test. */
export function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `msg${seq}`,
    conversationId: 'cnv1',
    seq,
    sender: 'visitor',
    content: `Number ${seq}`,
    status: 'sent',
    createdAt: at(seq),
    ...more,
  };
}

/** A conversation as lists show it, with what matters to a test. */
export function summary(id: string, more: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id,
    title: `About ${id}`,
    status: 'open',
    handler: 'human',
    assigneeId: null,
    waitingSince: null,
    rating: null,
    visitor: { id: `vis-${id}`, name: null, email: null, verified: false },
    lastSeq: 1,
    createdAt: at(0),
    updatedAt: at(0),
    lastMessage: message(1, { conversationId: id }),
    unreadCount: 0,
    ...more,
  };
}
