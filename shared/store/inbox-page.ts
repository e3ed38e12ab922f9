import { type SQL, sql } from 'drizzle-orm';
import type { ListConversations } from '../api/conversations.ts';
import { limits } from '../limits.ts';
import { assignedTo, isUnanswered, runsInOrder, unanswered } from './inbox-filter.ts';
import { arrayOf, withMember } from './json-text.ts';
import { summaryJson } from './render.ts';
import type { Scope } from './scope.ts';

/** A page of a scope's conversations, newest activity first, from the cursor on to older or to newer ones. */
export function inboxPage(scope: Scope, query: ListConversations): SQL {
  const { cursor, direction, limit } = query;
  const [beyond, order] = direction === 'newer' ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`];
  const from = cursor === undefined ? sql`` : sql`AND c.activity ${beyond} ${cursor}`;
  const runs = runsInOrder(scope, query).map(
    (run) => sql`SELECT c.rowid AS row, c.activity AS place ${run} ${from}`,
  );
  // One more than the page was read to know whether it goes on; it is the farthest from where the reading began.
  const past = sql`CASE WHEN count(*) > ${limit} THEN CAST(max(CASE WHEN n = ${limit} THEN place END) AS TEXT) END`;
  const [next, previous] =
    direction === 'newer'
      ? [cursor === undefined ? sql`NULL` : edge('min', limit), past]
      : [past, cursor === undefined ? sql`NULL` : edge('max', limit)];
  const page = sql`json_object('page', json_object('nextCursor', ${next}, 'previousCursor', ${previous}))`;
  const shown = arrayOf(sql`item`, { order: sql`place DESC`, filter: sql`n <= ${limit}` });
  return sql`SELECT ${withMember(page, 'data', shown)}
    FROM (SELECT row_number() OVER (ORDER BY p.place ${order}) AS n, p.place AS place, ${summaryJson(scope.side)} AS item
      FROM (${sql.join(runs, sql` UNION ALL `)} ORDER BY place ${order} LIMIT ${limit + 1}) p
      CROSS JOIN conversations c ON c.rowid = p.row
      CROSS JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id)`;
}

/** The first or last place that the page shows, from which one can go back to where one came from. */
function edge(which: 'min' | 'max', limit: number): SQL {
  return sql`CAST(${sql.raw(which)}(CASE WHEN n <= ${limit} THEN place END) AS TEXT)`;
}

/** How many conversations each filter of the inbox holds, counted no further than a person would read. */
export function inboxCounts(scope: Scope): SQL {
  const count = (
    condition: SQL,
    from = sql`conversations c`,
  ) => sql`(SELECT count(*) FROM (SELECT 1 FROM ${from}
    WHERE ${scope.conversations} AND ${condition} LIMIT ${limits.page.maxCount}))`;
  return sql`SELECT json_object('data', json_object(
    'open', ${count(sql`c.status = 'open'`)},
    'mine', ${count(sql`${assignedTo(scope, 'me')} AND c.status = 'open'`)},
    'unassigned', ${count(sql`${assignedTo(scope, 'none')} AND c.status = 'open'`)},
    'unanswered', ${count(isUnanswered, unanswered)},
    'bot', ${count(sql`c.status = 'open' AND c.handler = 'bot'`)},
    'resolved', ${count(sql`c.status = 'resolved'`)}))`;
}
