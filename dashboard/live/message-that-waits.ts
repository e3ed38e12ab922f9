import type { ConversationSummary } from '../../shared/api/conversations.ts';
import type { Event, Message } from '../../shared/protocol/index.ts';

type Stood = Pick<ConversationSummary, 'handler' | 'assigneeId' | 'status' | 'lastMessage'> | undefined;

/**
 * The message for which an operator should look up: a visitor's, once it is no longer the bot's to answer, where the
 * conversation is not a colleague's. A hand-over by the bot counts as the visitor's last message.
 */
export function messageThatWaits(
  event: Event,
  before: Stood,
  after: Stood,
  operatorId: string,
): Message | null {
  const isTheirs = after?.assigneeId !== null && after?.assigneeId !== operatorId;
  if (!after || after.handler === 'bot' || isTheirs) return null;
  if (event.type === 'message:new' && event.message.sender === 'visitor') return event.message;
  const wasHandedOver =
    event.type === 'conversation:update' && before?.handler === 'bot' && after.assigneeId === null;
  return wasHandedOver && after.status === 'open' ? after.lastMessage : null;
}
