import { sql } from 'drizzle-orm';
import type { TenantId } from '../ids.ts';
import { type LogEntry, parseLogEntries } from '../protocol/log-entry.ts';
import type { Database } from './database.ts';
import { logEntryJson } from './log.ts';
import { rendered } from './json.ts';
import { arrayOf } from './json-text.ts';
import { eventRows } from './render.ts';

export type Tail = { entries: LogEntry[]; cursor: number };

/** What a tenant's room reads for itself: the log that it delivers. It writes only as one of its principals. */
export function roomStore(db: Database, tenantId: TenantId) {
  return {
    /** The log after a cursor, at most `limit` entries, and the tenant's newest cursor. */
    async readLog(after: number, limit: number): Promise<Tail> {
      const row =
        await db.one(sql`SELECT t.cursor AS cursor, (SELECT ${arrayOf(sql`entry`, { order: sql`place` })} FROM (
          SELECT ${logEntryJson} AS entry, e.cursor AS place FROM ${eventRows}
          WHERE e.tenant_id = t.id AND e.cursor > ${after} ORDER BY e.cursor LIMIT ${limit})) AS entries
        FROM tenants t WHERE t.id = ${tenantId}`);
      if (!row) return { entries: [], cursor: 0 };
      return {
        cursor: Number(row['cursor']),
        entries: parseLogEntries(rendered<LogEntry[]>(row['entries'])),
      };
    },
    /** The visitor whose conversation this is; null where the tenant has no such conversation. */
    async visitorOf(conversationId: string): Promise<string | null> {
      const row = await db.one(sql`SELECT visitor_id FROM conversations
        WHERE tenant_id = ${tenantId} AND id = ${conversationId}`);
      return row ? String(row['visitor_id']) : null;
    },
  };
}

export type RoomStore = ReturnType<typeof roomStore>;
