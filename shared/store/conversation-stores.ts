import type { Operator, Visitor } from '../principal.ts';
import type { Database } from './database.ts';
import { conversationReads } from './read-conversations.ts';
import { operatorScope, visitorScope } from './scope.ts';
import { conversationWrites } from './write-conversations.ts';

/** The part of an operator's store that a room needs: its tenant's conversations. */
export function operatorConversations(db: Database, operator: Operator) {
  const scope = operatorScope(db, operator);
  return { ...conversationReads(scope), ...conversationWrites(scope) };
}

/** A visitor's conversations. */
export function visitorConversations(db: Database, visitor: Visitor) {
  const scope = visitorScope(db, visitor);
  return { ...conversationReads(scope), ...conversationWrites(scope) };
}

export type ConversationStore = ReturnType<typeof visitorConversations>;
