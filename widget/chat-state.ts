import type { Draft } from './outbox.ts';
import type { Conversation, Message } from './protocol.ts';
import type { Thread, Typist } from './thread.ts';

/** What a visitor has to be told about the connection. */
export type Notice = 'offline' | 'reconnecting' | 'expired' | 'forbidden' | 'refused';

/** All that is shown of a conversation. */
export type ChatState = {
  messages: Message[];
  drafts: Draft[];
  /** What the bot has written so far of its answer. */
  streaming: string | null;
  typing: Typist | null;
  /** Whether an operator is there; null while unknown. */
  isStaffed: boolean | null;
  handler: Conversation['handler'] | null;
  unread: number;
  hasEarlier: boolean;
  isLoading: boolean;
  notice: Notice | null;
};

export function stateOf(
  { line, conversation, streaming, typist, isStaffed }: Thread,
  drafts: Draft[],
  rest: Pick<ChatState, 'isLoading' | 'notice'>,
): ChatState {
  const messages = line.all();
  const stored = new Set(messages.map(({ clientId }) => clientId));
  return {
    messages,
    drafts: drafts.filter(({ clientId }) => !stored.has(clientId)),
    streaming: streaming?.text ?? null,
    typing: typist,
    isStaffed,
    handler: conversation?.handler ?? null,
    unread: line.unread(),
    // A conversation opens with its first message.
    hasEarlier: (messages[0]?.seq ?? 1) > 1,
    ...rest,
  };
}
