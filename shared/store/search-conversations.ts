import { type SQL, sql } from 'drizzle-orm';
import type { ListConversations } from '../api/conversations.ts';
import { limits } from '../limits.ts';
import { matching } from './inbox-filter.ts';
import { arrayOf, withMember } from './json-text.ts';
import { matchAllWords, wordsOf } from './match.ts';
import { summaryJson } from './render.ts';
import type { Scope } from './scope.ts';

const emptyPage = sql`SELECT json_object('data', json_array(),
  'page', json_object('nextCursor', NULL, 'previousCursor', NULL))`;

/**
 * A page of the conversations that hold all words of `q`, newest match first. It reads a bounded run of matching
 * messages, so that a common word costs no more than a rare one; the next page goes on where the run ended.
 */
export function searchPage(scope: Scope, query: ListConversations, q: string): SQL {
  const { cursor, limit } = query;
  const words = wordsOf(q);
  if (words.length === 0) return emptyPage;
  const mine = scope.side === 'visitor' ? ` AND visitor_id : "${scope.authorId}"` : '';
  const lead = `tenant_id : "${scope.tenantId}"${mine} AND content : `;
  const scan = limits.page.searchScan;
  const older = cursor === undefined ? sql`` : sql`AND rowid < ${rowid(cursor)}`;
  const page = sql`json_object('page', json_object('nextCursor', CAST(CASE
        WHEN count(*) > ${limit} THEN max(CASE WHEN n = ${limit} THEN place END)
        WHEN (SELECT count(*) FROM run) = ${scan} THEN (SELECT min(place) FROM run) END AS TEXT), 'previousCursor', NULL))`;
  return sql`WITH
    wanted AS MATERIALIZED (SELECT ${lead} || '(' || (${matchAllWords(words)}) || ')' AS match),
    run AS MATERIALIZED (SELECT rowid AS place FROM messages_fts WHERE messages_fts MATCH (SELECT match FROM wanted) ${older}
      ORDER BY rowid DESC LIMIT ${scan}),
    hits AS (SELECT m.conversation_id, max(m.rowid) AS place FROM run JOIN messages m ON m.rowid = run.place
      GROUP BY m.conversation_id),
    found AS MATERIALIZED (SELECT row_number() OVER (ORDER BY hits.place DESC) AS n, ${summaryJson(scope.side)} AS item,
        hits.place AS place
      FROM hits CROSS JOIN conversations c ON c.id = hits.conversation_id
      CROSS JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id
      WHERE ${matching(scope, query)} ${cursor === undefined ? sql`` : notShownBefore(cursor)}
      ORDER BY hits.place DESC LIMIT ${limit + 1})
    SELECT ${withMember(page, 'data', arrayOf(sql`item`, { order: sql`n`, filter: sql`n <= ${limit}` }))} FROM found`;
}

/**
 * A conversation that also matches above the cursor stood on an earlier page. What matches there is found once, not
 * for each message anew; the sign keeps SQLite from going through all of it for each conversation.
 */
function notShownBefore(cursor: number): SQL {
  return sql`AND NOT EXISTS (SELECT 1 FROM messages newer
    WHERE newer.tenant_id = c.tenant_id AND newer.conversation_id = c.id AND newer.rowid >= ${cursor} AND +newer.rowid IN
      (SELECT rowid FROM messages_fts WHERE messages_fts MATCH (SELECT match FROM wanted) AND rowid >= ${rowid(cursor)}))`;
}

/** Numbers travel as floats, and FTS5 would go through all rows where its bound is one. */
function rowid(cursor: number): SQL {
  return sql`CAST(${cursor} AS INTEGER)`;
}
