import { type SQL, sql } from 'drizzle-orm';
import type { ListConversations } from '../api/conversations.ts';
import type { Scope } from './scope.ts';

export type Filter = Pick<ListConversations, 'status' | 'handler' | 'assignee' | 'unanswered' | 'visitorId'>;

/** As the partial index on them names it: that a visitor waits for a person. */
export const isUnanswered = sql.raw(
  `c.status = 'open' AND c.handler = 'human' AND c.waiting_since IS NOT NULL`,
);

/** The conversations of an operator; `none` are nobody's. */
export function assignedTo(scope: Scope, assignee: string): SQL {
  const userId = assignee === 'me' ? scope.authorId : assignee === 'none' ? null : assignee;
  return sql`c.assignee_id IS ${userId}`;
}

/** What a filter asks of `conversations c` within a scope. */
export function matching(scope: Scope, filter: Filter): SQL {
  const { status, handler, assignee, unanswered, visitorId } = filter;
  return sql.join(
    [
      scope.conversations,
      ...(status ? [sql`c.status = ${status}`] : []),
      ...(handler ? [sql`c.handler = ${handler}`] : []),
      ...(assignee ? [assignedTo(scope, assignee)] : []),
      ...(unanswered ? [isUnanswered] : []),
      ...(visitorId ? [sql`c.visitor_id = ${visitorId}`] : []),
    ],
    sql` AND `,
  );
}

/** From where those are read who wait: SQLite would take an index of more equalities, and pass over all the others. */
export const unanswered = sql.raw('conversations c INDEXED BY conversations_unanswered');
const any = sql.raw('conversations c');

/**
 * A filter as several runs (`FROM … WHERE …`) that an index answers each in order of activity, whatever the others
 * would have it pass over. One visitor's conversations, and those that wait for a person, have an index of their own.
 */
export function runsInOrder(scope: Scope, filter: Filter): SQL[] {
  const { status, handler, assignee, visitorId } = filter;
  const isVisitors = scope.side === 'visitor' || visitorId !== undefined;
  const run = (from: SQL, narrowed: Filter) => sql`FROM ${from} WHERE ${matching(scope, narrowed)}`;
  if (filter.unanswered && !isVisitors) return [run(unanswered, filter)];
  if (isVisitors || (!status && !handler && !assignee)) return [run(any, filter)];
  const runs: SQL[] = [];
  for (const each of status ? [status] : (['open', 'resolved'] as const)) {
    for (const by of handler ? [handler] : (['bot', 'human'] as const))
      runs.push(run(any, { ...filter, status: each, handler: by }));
  }
  return runs;
}
