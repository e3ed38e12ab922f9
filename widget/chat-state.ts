import type { Session } from './session.ts';
import type { Draft } from '../client/outbox.ts';
import type { Conversation, Message } from '../client/protocol.ts';
import type { ChatParts } from './chat-parts.ts';
import type { Summary } from './visitor-api.ts';

/** What a visitor has to be told about the connection. */
export type Notice = 'offline' | 'reconnecting' | 'expired' | 'forbidden' | 'refused';

/** All that is shown. */
export type ChatState = {
  /** Which conversation it is. */
  shown: string;
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
  /** Nobody has said yet who the visitor is. */
  isStranger: boolean;
  /** Whether there is nobody to answer, and no way yet to reach the visitor later. */
  asksEmail: boolean;
  asksRating: boolean;
  isRated: boolean;
  /** Whether a sound tells of messages. */
  sound: boolean;
};

type Rest = Pick<ChatState, 'drafts' | 'conversations' | 'isLoading' | 'notice' | 'isStranger'> &
  Pick<Session, 'declined' | 'sound'>;

export function stateOf(
  { now, typist }: ChatParts['thread'],
  { drafts, declined, sound = false, ...rest }: Rest,
): ChatState {
  const { shown, line, conversation, stream, isStaffed } = now;
  const who = typist();
  const messages = line.all();
  const stored = new Set(messages.map(({ clientId }) => clientId));
  const isOpen = conversation?.status === 'open';
  const isResolved = conversation?.status === 'resolved';
  const isAsked = conversation?.handler === 'bot' && messages.at(-1)?.sender === 'visitor';
  return {
    shown,
    conversation,
    messages,
    drafts: drafts.filter(({ clientId }) => !stored.has(clientId)),
    streaming: stream?.text ?? '',
    awaited: who === 'operator' ? who : isAsked || who === 'bot' ? 'bot' : null,
    isStaffed,
    unread: line.unread(),
    unreadElsewhere: rest.conversations.reduce(
      (sum, { id, unreadCount }) => sum + (id === shown ? 0 : unreadCount),
      0,
    ),
    asksEmail:
      isOpen &&
      conversation.handler === 'human' &&
      isStaffed === false &&
      !declined &&
      !conversation.visitor.email &&
      // What their own site vouches for is not theirs to change.
      !conversation.visitor.verified,
    asksRating: isResolved && !conversation.rating,
    isRated: isResolved && !!conversation.rating,
    sound,
    ...rest,
  };
}
