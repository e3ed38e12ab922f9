import type { ConversationSummary } from '../shared/api/conversations.ts';
import type { Conversation, Event, Message } from '../widget/protocol.ts';

type Whole = { conversation: Conversation; message?: Message };

/** The conversations of a tenant, newest activity first, as the list and the log tell them. */
export class Inbox {
  #byId = new Map<string, ConversationSummary>();

  get(id: string): ConversationSummary | undefined {
    return this.#byId.get(id);
  }

  all(): ConversationSummary[] {
    return [...this.#byId.values()];
  }

  unread(): number {
    return this.all().reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  }

  /** What was fetched replaces what is known, and stands above all that was not fetched with it. */
  load(fetched: ConversationSummary[]): void {
    this.#byId = new Map([...fetched, ...this.all()].map((one) => [one.id, one]));
    for (const one of fetched) this.#byId.set(one.id, one);
  }

  /** Older ones go below. */
  append(fetched: ConversationSummary[]): void {
    for (const one of fetched) this.#byId.set(one.id, one);
  }

  /** Takes in an event. False: it is of a conversation that is not known here and has to be fetched. */
  take(event: Event): boolean {
    const known = this.get(event.conversationId);
    const whole = wholeOf(event);
    if (!known) {
      if (!whole) return false;
      const isUnread = whole.message?.sender === 'visitor';
      this.#toTop({
        ...whole.conversation,
        lastMessage: whole.message ?? null,
        unreadCount: isUnread ? 1 : 0,
      });
      return whole.message !== undefined;
    }
    // The list may be newer than the event: what it counted is not counted again.
    if (event.seq <= known.lastSeq) return true;
    const next = { ...known, ...whole?.conversation, lastSeq: event.seq };
    if (event.type === 'message:update') this.#byId.set(known.id, withReceipt(next, event));
    else if (event.type === 'conversation:update') this.#toTop(next);
    else {
      const isUnread = event.message.sender === 'visitor';
      this.#toTop({
        ...next,
        lastMessage: event.message,
        unreadCount: known.unreadCount + (isUnread ? 1 : 0),
      });
    }
    return true;
  }

  #toTop(one: ConversationSummary): void {
    this.#byId.delete(one.id);
    this.#byId = new Map([[one.id, one], ...this.#byId]);
  }
}

function wholeOf(event: Event): Whole | null {
  if (event.type === 'conversation:update') return { conversation: event.conversation };
  if (event.type === 'message:update' || !event.conversation) return null;
  return { conversation: event.conversation, message: event.message };
}

function withReceipt(
  one: ConversationSummary,
  { messageId, status }: Extract<Event, { type: 'message:update' }>,
) {
  if (one.lastMessage?.id !== messageId) return one;
  const isRead = status === 'seen' && one.lastMessage.sender === 'visitor';
  return { ...one, lastMessage: { ...one.lastMessage, status }, unreadCount: isRead ? 0 : one.unreadCount };
}
