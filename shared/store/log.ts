import { type SQL, sql } from 'drizzle-orm';
import type { TenantId } from '../ids.ts';
import type { LogEntry } from '../protocol/log-entry.ts';
import type { Row } from './database.ts';
import { type Json, rendered } from './json.ts';
import { arrayOf, withMember } from './json-text.ts';
import { eventJson, eventRows } from './render.ts';

/** What a committed write has to tell the tenant's room: the newest part of the log and the place before it. */
export type News = { prev: number; entries: Json<LogEntry[]> };

const forRoom = sql`json_object('cursor', e.cursor, 'visitorId', e.visitor_id,
  'endedSession', json_extract(e.detail, '$.sessionId'),
  'owes', json(CASE WHEN c.handler = 'bot' AND c.awaiting > 0 THEN 'true' ELSE 'false' END))`;

export const logEntryJson = withMember(forRoom, 'frame', sql`coalesce(${eventJson}, 'null')`);

/** The most events that one verb appends: a message, and the changes of its conversation and visitor it brings about. */
const eventsPerVerb = 3;

/**
 * Columns `prev` and `news`: the log from `from` on. By default that is the newest event alone: after a write that
 * changed nothing it tells an old event again, which the room knows to ignore.
 */
export function newsColumns(tenantId: TenantId, from?: SQL): SQL {
  const first = from ?? sql`(SELECT cursor FROM tenants WHERE id = ${tenantId})`;
  return sql`max(${first} - 1, 0) AS prev, (SELECT ${arrayOf(logEntryJson, { order: sql`e.cursor` })}
    FROM ${eventRows} WHERE e.tenant_id = ${tenantId}
      AND e.cursor >= ${first} AND e.cursor < ${first} + ${eventsPerVerb}) AS news`;
}

export function newsOf(row: Row): News {
  return { prev: Number(row['prev']), entries: rendered<LogEntry[]>(row['news']) };
}
