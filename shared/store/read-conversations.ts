import { type SQL, sql } from 'drizzle-orm';
import type {
  ConversationDetail,
  ConversationSummary,
  GetConversation,
  ListConversations,
  ListEvents,
} from '../api/conversations.ts';
import type { LogEvent } from '../protocol/server-frames.ts';
import type { Json } from './json.ts';
import { inboxPage } from './inbox-page.ts';
import { arrayOf, withMember } from './json-text.ts';
import { newestNotes } from './note-verbs.ts';
import {
  conversationJson,
  eventJson,
  eventRows,
  messageJson,
  unreadOf,
  visitorJson,
  visitorProfileJson,
} from './render.ts';
import type { Scope } from './scope.ts';
import { searchPage } from './search-conversations.ts';

type ConversationPage = {
  data: ConversationSummary[];
  page: { nextCursor: string | null; previousCursor: string | null };
};
type EventPage = { data: LogEvent[]; page: { cursor: number; more: boolean } };

/** The reads on conversations and the log, for whichever principal the scope is of. */
export function conversationReads(scope: Scope) {
  return {
    /** Newest activity first; with `q`, newest matching message first. */
    listConversations(query: ListConversations): Promise<Json<ConversationPage>> {
      return scope.read(query.q ? searchPage(scope, query, query.q) : inboxPage(scope, query));
    },
    /** The conversation and a window of its messages, with the tenant's cursor of the same snapshot. */
    getConversation(id: string, window: GetConversation): Promise<Json<{ data: ConversationDetail }>> {
      const isOperator = scope.side === 'operator';
      const more = sql`, 'unreadCount', ${unreadOf(scope.side)}, 'cursor', t.cursor
        ${isOperator ? sql`, 'notes', ${newestNotes}` : sql``}`;
      const conversation = conversationJson(more, isOperator ? visitorProfileJson : visitorJson);
      return scope.read(sql`SELECT concat('{"data":', ${withMember(conversation, 'messages', messageWindow(window))}, '}')
        FROM conversations c JOIN tenants t ON t.id = c.tenant_id
        JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id
        WHERE ${scope.conversations} AND c.id = ${id}`);
    },
    /** The principal's part of the log after a cursor; without more, the page ends at the log's own end. */
    listEvents({ since, limit }: ListEvents): Promise<Json<EventPage>> {
      return scope.read(eventPage(scope, since, limit));
    },
    /** The tenant's newest cursor, for a credential that still holds. */
    async currentCursor(): Promise<number> {
      return Number(
        await scope.read(sql`SELECT CAST(cursor AS TEXT) FROM tenants WHERE id = ${scope.tenantId}`),
      );
    },
  };
}

function messageWindow({ before, after, limit }: GetConversation): SQL {
  const earlier = before === undefined ? sql`` : sql`AND m.seq < ${before}`;
  const later = after === undefined ? sql`` : sql`AND m.seq > ${after}`;
  const direction = after === undefined ? sql`DESC` : sql`ASC`;
  return sql`(SELECT ${arrayOf(messageJson, { order: sql`m.seq` })} FROM (SELECT * FROM messages m
    WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id ${earlier} ${later}
    ORDER BY m.seq ${direction} LIMIT ${limit}) m)`;
}

function eventPage(scope: Scope, since: number, limit: number): SQL {
  const page = sql`json_object('page', json_object(
        'cursor', CASE WHEN count(*) > ${limit} THEN max(CASE WHEN n = ${limit} THEN place END)
          ELSE (SELECT cursor FROM tenants WHERE id = ${scope.tenantId}) END,
        'more', json(CASE WHEN count(*) > ${limit} THEN 'true' ELSE 'false' END)))`;
  const shown = arrayOf(sql`item`, { order: sql`place`, filter: sql`n <= ${limit}` });
  return sql`SELECT ${withMember(page, 'data', shown)}
    FROM (SELECT row_number() OVER () AS n, item, place FROM (
      SELECT ${eventJson} AS item, e.cursor AS place FROM ${eventRows}
      WHERE ${scope.events} AND e.cursor > ${since} ORDER BY e.cursor LIMIT ${limit + 1}))`;
}
