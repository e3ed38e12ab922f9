import { sql } from 'drizzle-orm';
import type { Session } from '../api/sessions.ts';
import type { Operator } from '../principal.ts';
import { limits } from '../limits.ts';
import type { Json } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import type { Scope } from './scope.ts';

type Sessions = { data: Session[]; page: { nextCursor: string | null } };

/** The verbs on the operator's own sessions. */
export function sessionVerbs(scope: Scope, { userId, sessionId }: Operator) {
  const { tenantId } = scope;
  const own = sql`s.tenant_id = ${tenantId} AND s.user_id = ${userId}`;
  return {
    /** Where the operator is signed in, newest first. */
    listSessions: (): Promise<Json<Sessions>> =>
      scope.read(sql`SELECT json_object('data', coalesce(json_group_array(json(item)), json_array()),
          'page', json_object('nextCursor', NULL))
        FROM (SELECT json_object('id', s.id, 'current', json(CASE s.id WHEN ${sessionId} THEN 'true' ELSE 'false' END),
            'address', s.address, 'client', s.client, 'createdAt', s.created_at,
            'seenAt', coalesce(s.seen_at, s.created_at), 'expiresAt', s.expires_at) AS item
          FROM sessions s WHERE ${own} AND s.expires_at > ${new Date().toISOString()}
          ORDER BY s.created_at DESC LIMIT ${limits.page.maxSize})`),
    /** Notes that this session was used just now. */
    async sessionSeen(): Promise<void> {
      await scope.write({
        statements: [
          sql`UPDATE sessions AS s SET seen_at = ${new Date().toISOString()} WHERE ${own} AND s.id = ${sessionId}`,
        ],
        result: sql`SELECT 1`,
      });
    },
    /** Ends one of the operator's sessions. Errors: not_found. */
    async endOneSession(id: string): Promise<News> {
      const row = await scope.write({
        refuse: [[sql`NOT EXISTS (SELECT 1 FROM sessions s WHERE ${own} AND s.id = ${id})`, 'not_found']],
        statements: [sql`DELETE FROM sessions AS s WHERE ${own} AND s.id = ${id}`],
        result: sql`SELECT ${newsColumns(tenantId)}`,
      });
      return newsOf(row);
    },
    /** Ends all of them; with `keep: 'current'` all others. */
    async endSessions({ keep }: { keep: 'none' | 'current' }): Promise<News> {
      const others = keep === 'current' ? sql`AND s.id <> ${sessionId}` : sql``;
      const row = await scope.write({
        statements: [sql`DELETE FROM sessions AS s WHERE ${own} ${others}`],
        result: sql`SELECT ${newsColumns(tenantId)}`,
      });
      return newsOf(row);
    },
  };
}
