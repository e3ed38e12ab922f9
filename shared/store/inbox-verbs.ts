import { sql } from 'drizzle-orm';
import type { ConversationCounts } from '../api/inbox.ts';
import type { VisitorProfile } from '../protocol/entities.ts';
import { inboxCounts } from './inbox-page.ts';
import type { Json } from './json.ts';
import { visitorProfileJson } from './render.ts';
import type { Scope } from './scope.ts';

/** What only operators ask of the inbox. */
export function inboxVerbs(scope: Scope) {
  return {
    countConversations: (): Promise<Json<{ data: ConversationCounts }>> => scope.read(inboxCounts(scope)),
    /** Errors: not_found. */
    getVisitor: (id: string): Promise<Json<{ data: VisitorProfile }>> =>
      scope.read(sql`SELECT json_object('data', ${visitorProfileJson}) FROM visitors v
        WHERE v.tenant_id = ${scope.tenantId} AND v.id = ${id}`),
  };
}
