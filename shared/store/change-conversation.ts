import { type SQL, sql } from 'drizzle-orm';
import type { UpdateConversation } from '../api/conversations.ts';
import type { Rule } from './database.ts';
import type { Scope } from './scope.ts';

/** Refuses an assignee who is no operator of the tenant. */
export function unknownAssignee(scope: Scope, { assigneeId }: UpdateConversation): Rule[] {
  if (typeof assigneeId !== 'string') return [];
  const isMember = sql`EXISTS (SELECT 1 FROM users WHERE tenant_id = ${scope.tenantId} AND id = ${assigneeId})`;
  return [[sql`NOT ${isMember}`, 'invalid_request']];
}

/**
 * Changes what is named; whoever takes over from the bot is assigned where nobody is. A value that a conversation has
 * already changes nothing, not even when it was last updated.
 */
export function changing(scope: Scope, id: string, change: UpdateConversation): SQL {
  const { title, status, handler, assigneeId } = change;
  const named = [
    [sql`title`, title],
    [sql`status`, status],
    [sql`handler`, handler],
    [sql`assignee_id`, assigneeId],
  ] as const;
  const news = named.filter(([, value]) => value !== undefined);
  const set = news.map(([column, value]) => sql`${column} = ${value}`);
  const differs = news.map(([column, value]) => sql`${column} IS NOT ${value}`);
  if (scope.side === 'operator' && handler === 'human' && assigneeId === undefined)
    set.push(
      sql`assignee_id = CASE handler WHEN 'bot' THEN coalesce(assignee_id, ${scope.authorId}) ELSE assignee_id END`,
    );
  if (handler === 'human') {
    const reason = scope.side === 'visitor' ? 'asked' : 'taken_over';
    set.push(
      sql`hand_off_reason = CASE handler WHEN 'bot' THEN coalesce(hand_off_reason, ${reason}) ELSE hand_off_reason END`,
    );
  }
  return sql`UPDATE conversations AS c SET ${sql.join(set, sql`, `)}, updated_at = ${new Date().toISOString()}
    WHERE ${scope.conversations} AND c.id = ${id} AND (${sql.join(differs, sql` OR `)})`;
}
