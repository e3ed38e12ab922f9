import { textOfStream } from './answer-stream.ts';
import type { Draft } from '../client/outbox.ts';
import type { Conversation, Message } from '../client/protocol.ts';
import type { ChatParts } from './chat-parts.ts';
import type { Summary } from './visitor-api.ts';

/** What a visitor has to be told about the connection. */
export type Notice = 'offline' | 'reconnecting' | 'expired' | 'forbidden' | 'refused';

/** All that is shown. */
export type ChatState = {
  place: string;
  /** Null while there is none, or it is still to come. */
  conversation: Conversation | null;
  messages: Message[];
  drafts: Draft[];
  /** What the bot has written so far of its answer. */
  streaming: string;
  /** From whom words are to be expected: who types, or a bot that has been asked. */
  awaited: 'operator' | 'bot' | null;
  /** Whether an operator is there; null while unknown. */
  isStaffed: boolean | null;
  unread: number;
  /** Unread in other conversations. */
  unreadElsewhere: number;
  conversations: Summary[];
  isLoading: boolean;
  notice: Notice | null;
};

type Rest = Pick<ChatState, 'drafts' | 'conversations' | 'isLoading' | 'notice'>;

export function stateOf({ now, typist }: ChatParts['thread'], { drafts, ...rest }: Rest): ChatState {
  const { place, line, conversation, stream, isStaffed } = now;
  const who = typist();
  const messages = line.all();
  const stored = new Set(messages.map(({ clientId }) => clientId));
  const isAsked = conversation?.handler === 'bot' && messages.at(-1)?.sender === 'visitor';
  return {
    place,
    conversation,
    messages,
    drafts: drafts.filter(({ clientId }) => !stored.has(clientId)),
    streaming: textOfStream(stream),
    awaited: who === 'operator' ? who : isAsked || who === 'bot' ? 'bot' : null,
    isStaffed,
    unread: line.unread(),
    unreadElsewhere: rest.conversations.reduce(
      (sum, { id, unreadCount }) => sum + (id === place ? 0 : unreadCount),
      0,
    ),
    ...rest,
  };
}
