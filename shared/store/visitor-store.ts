import type { Visitor } from '../principal.ts';
import { askingVerbs } from './ask-for-person.ts';
import type { Database } from './database.ts';
import { conversationReads } from './read-conversations.ts';
import { visitorScope } from './scope.ts';
import { ticketVerbs } from './ticket-verbs.ts';
import { visitorVerbs } from './visitor-verbs.ts';
import { conversationWrites } from './write-conversations.ts';

/** All that one visitor can do: its own conversations and nothing else. */
export function visitorStore(db: Database, visitor: Visitor) {
  const scope = visitorScope(db, visitor);
  return {
    kind: 'visitor' as const,
    ...conversationReads(scope),
    ...conversationWrites(scope),
    ...askingVerbs(scope),
    ...visitorVerbs(scope),
    ...ticketVerbs(scope),
  };
}

export type VisitorStore = ReturnType<typeof visitorStore>;
