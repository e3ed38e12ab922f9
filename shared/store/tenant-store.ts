import type { Operator } from '../principal.ts';
import { accountVerbs } from './account-verbs.ts';
import { conversationChanges } from './change-conversation.ts';
import { cannedReplyVerbs } from './canned-reply-verbs.ts';
import type { Database } from './database.ts';
import { inboxVerbs } from './inbox-verbs.ts';
import { knowledgeVerbs } from './knowledge-verbs.ts';
import { noteVerbs } from './note-verbs.ts';
import { overviewVerbs } from './overview-verbs.ts';
import { conversationReads } from './read-conversations.ts';
import { operatorScope } from './scope.ts';
import { sessionVerbs } from './session-verbs.ts';
import { teamReads } from './team-json.ts';
import { membershipVerbs } from './team-verbs.ts';
import { suggestionVerbs } from './suggestion-verbs.ts';
import { synonymVerbs } from './synonym-verbs.ts';
import { unansweredVerbs } from './unanswered-verbs.ts';
import { widgetReads } from './widget-verbs.ts';
import { conversationWrites } from './write-conversations.ts';

/**
 * All that one operator can do, and nothing outside of its tenant. `embeddedBy` is the model whose vectors make an
 * entry ready; without one its words do.
 */
export function tenantStore(db: Database, operator: Operator, embeddedBy: string | null) {
  const scope = operatorScope(db, operator);
  return {
    kind: 'operator' as const,
    ...conversationReads(scope),
    ...conversationWrites(scope),
    ...conversationChanges(scope),
    ...inboxVerbs(scope),
    ...noteVerbs(scope),
    ...cannedReplyVerbs(scope),
    ...suggestionVerbs(scope),
    ...knowledgeVerbs(scope, embeddedBy),
    ...synonymVerbs(scope),
    ...unansweredVerbs(scope),
    ...widgetReads(scope),
    ...overviewVerbs(scope),
    ...teamReads(scope),
    ...membershipVerbs(scope),
    ...sessionVerbs(scope, operator),
    ...accountVerbs(scope, operator),
  };
}

export type TenantStore = ReturnType<typeof tenantStore>;
