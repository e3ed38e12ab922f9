import type { ConversationSummary } from '../../shared/api/conversations.ts';
import type { Conversation, Event, Message, Visitor } from '../../shared/protocol/index.ts';

export type Patch = Partial<Pick<ConversationSummary, 'status' | 'handler' | 'assigneeId'>>;

/** What an event has told the book: all of it, or not enough to know how the conversation now stands. */
export type Taken = 'known' | 'fetch';

/** The conversations that this page knows, as lists, the log and its own operator's hand tell them. */
export class ConversationBook {
  /** What was heard of last stands last. */
  readonly #byId = new Map<string, ConversationSummary>();
  /** What the operator just did and the server has not yet confirmed. */
  readonly #pending = new Map<string, Patch>();
  readonly #changed: () => void;

  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  get(id: string): ConversationSummary | undefined {
    const known = this.#byId.get(id);
    const patch = this.#pending.get(id);
    return known && patch ? { ...known, ...patch } : known;
  }

  all(): ConversationSummary[] {
    return [...this.#byId.keys()].flatMap((id) => this.get(id) ?? []);
  }

  /** Puts in what was fetched; a conversation that the log has carried further since then stays as it is. */
  put(fetched: readonly ConversationSummary[]): void {
    for (const one of fetched) {
      const known = this.#byId.get(one.id);
      this.#keep(!known || one.lastSeq >= known.lastSeq ? one : known);
    }
    this.#changed();
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Forgets what nothing was heard of for the longest, down to `most`, but for what is needed. */
  prune(most: number, isNeeded: (one: ConversationSummary) => boolean): void {
    for (const [id, one] of this.#byId) {
      if (this.#byId.size <= most) break;
      if (!this.#pending.has(id) && !isNeeded(one)) this.#byId.delete(id);
    }
  }

  #keep(one: ConversationSummary): void {
    this.#byId.delete(one.id);
    this.#byId.set(one.id, one);
  }

  /** Forgets everything, because events were missed that will not be told. */
  clear(): void {
    this.#byId.clear();
    this.#changed();
  }

  /**
   * Shows what an operator did at once. The function it returns ends that, with what the server has made of it; the
   * place in the log stays where the events have carried it.
   */
  assume(id: string, patch: Patch): (confirmed?: Patch) => void {
    this.#pending.set(id, { ...this.#pending.get(id), ...patch });
    this.#changed();
    return (confirmed = {}) => {
      this.#pending.delete(id);
      const known = this.#byId.get(id);
      if (known) this.#byId.set(id, { ...known, ...confirmed });
      this.#changed();
    };
  }

  /** A visitor has said who it is. */
  visitorChanged(visitor: Visitor): void {
    for (const [id, one] of this.#byId) {
      if (one.visitor.id === visitor.id) this.#byId.set(id, { ...one, visitor });
    }
    this.#changed();
  }

  /** Takes in an event of the log. */
  take(event: Event): Taken {
    const taken = this.#take(event);
    this.#changed();
    return taken;
  }

  #take(event: Event): Taken {
    const known = this.#byId.get(event.conversationId);
    if (!known) return this.#open(event);
    // The list may be newer than the event: what it counted is not counted again.
    if (event.seq <= known.lastSeq) return 'known';
    const next = { ...known, lastSeq: event.seq };
    if (event.type === 'message:update') return this.#read(next, event);
    if (event.type === 'conversation:update') this.#keep({ ...next, ...event.conversation });
    else this.#keep(withMessage({ ...next, ...event.conversation, lastSeq: event.seq }, event.message));
    return 'known';
  }

  #open(event: Event): Taken {
    const conversation = conversationOf(event);
    if (event.type !== 'message:new' || !conversation) return 'fetch';
    this.#keep(withMessage({ ...conversation, lastMessage: null, unreadCount: 0 }, event.message));
    return 'known';
  }

  #read(one: ConversationSummary, { messageId, status }: Extract<Event, { type: 'message:update' }>): Taken {
    const { lastMessage, unreadCount } = one;
    if (lastMessage?.id !== messageId) {
      this.#keep(one);
      // Somebody saw something else than the last message: who, only the server knows.
      return status === 'seen' && unreadCount > 0 ? 'fetch' : 'known';
    }
    const isRead = status === 'seen' && lastMessage.sender === 'visitor';
    this.#keep({
      ...one,
      lastMessage: { ...lastMessage, status },
      unreadCount: isRead ? 0 : unreadCount,
    });
    return 'known';
  }
}

function conversationOf(event: Event): Conversation | undefined {
  return event.type === 'message:update' ? undefined : event.conversation;
}

function withMessage(one: ConversationSummary, message: Message): ConversationSummary {
  const isUnread = message.sender === 'visitor';
  return {
    ...one,
    waitingSince: waitingAfter(one, message),
    lastMessage: message,
    updatedAt: message.createdAt,
    unreadCount: one.unreadCount + (isUnread ? 1 : 0),
  };
}

/** Since when a visitor waits: from its oldest message that nobody has answered. */
function waitingAfter(one: ConversationSummary, { sender, createdAt }: Message): string | null {
  if (sender === 'system') return one.waitingSince;
  if (sender !== 'visitor') return null;
  return one.status === 'resolved' ? createdAt : (one.waitingSince ?? createdAt);
}
