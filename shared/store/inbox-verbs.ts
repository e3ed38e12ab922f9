import type { ConversationCounts } from '../api/inbox.ts';
import { inboxCounts } from './inbox-page.ts';
import type { Json } from './json.ts';
import type { Scope } from './scope.ts';

/** What only operators ask of the inbox. */
export function inboxVerbs(scope: Scope) {
  return {
    countConversations: (): Promise<Json<{ data: ConversationCounts }>> => scope.read(inboxCounts(scope)),
  };
}
