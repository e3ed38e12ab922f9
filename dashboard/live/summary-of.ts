import type { ConversationDetail, ConversationSummary } from '../../shared/api/conversations.ts';

/** A conversation as lists show it, of one that was fetched whole with its newest messages. */
export function summaryOf(detail: ConversationDetail): ConversationSummary {
  const { messages, notes: _notes, cursor: _cursor, visitor, ...conversation } = detail;
  const { context: _context, ...who } = visitor;
  return { ...conversation, visitor: who, lastMessage: messages.at(-1) ?? null };
}
