import { type SQL, sql } from 'drizzle-orm';
import type { UpdateConversation } from '../api/conversations.ts';
import { AppError } from '../errors.ts';
import type { Conversation } from '../protocol/entities.ts';
import type { Rule } from './database.ts';
import { newsColumns } from './log.ts';
import { conversationJson } from './render.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';
import { type Written, notFound, written } from './write-conversations.ts';

/** How operators change what a conversation is. */
export function conversationChanges(scope: Scope) {
  return {
    /** Changes what is named. Errors: not_found, invalid_request (an assignee who is not of the team). */
    updateConversation(id: string, change: UpdateConversation): Promise<Written<Conversation>> {
      return reworded('invalid_request', notOfTheTeam, () =>
        changed(scope, id, {
          refuse: unknownAssignee(scope, change),
          statements: [changing(scope, id, change)],
        }),
      );
    },
  };
}

type Change = { refuse?: Rule[]; statements: SQL[] };

/** Runs the statements on a conversation of the scope's, and reads what it is then. Errors: not_found, a rule's. */
export async function changed(
  scope: Scope,
  id: string,
  { refuse = [], statements }: Change,
): Promise<Written<Conversation>> {
  const row = await scope.write({
    refuse: [...notFound(scope, id), ...refuse],
    statements,
    result: sql`SELECT 1 AS fresh, ${conversationJson()} AS result, ${newsColumns(scope.tenantId)}
      FROM conversations c JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id
      WHERE ${scope.conversations} AND c.id = ${id}`,
  });
  return written(row);
}

const notOfTheTeam = () => {
  const message = 'Must be the id of an operator of yours, or null.';
  return new AppError('invalid_request', { message, issues: [{ path: 'assigneeId', message }] });
};

/** Refuses an assignee who is no operator of the tenant. */
function unknownAssignee(scope: Scope, { assigneeId }: UpdateConversation): Rule[] {
  if (typeof assigneeId !== 'string') return [];
  const isMember = sql`EXISTS (SELECT 1 FROM users WHERE tenant_id = ${scope.tenantId} AND id = ${assigneeId})`;
  return [[sql`NOT ${isMember}`, 'invalid_request']];
}

/**
 * Changes what is named; whoever takes over from the bot is assigned where nobody is. A value that a conversation has
 * already changes nothing, not even when it was last updated.
 */
function changing(scope: Scope, id: string, change: UpdateConversation): SQL {
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
  if (handler === 'human') {
    set.push(
      sql`hand_off_reason = CASE handler WHEN 'bot' THEN coalesce(hand_off_reason, 'taken_over') ELSE hand_off_reason END`,
    );
    if (assigneeId === undefined)
      set.push(
        sql`assignee_id = CASE handler WHEN 'bot' THEN coalesce(assignee_id, ${scope.authorId}) ELSE assignee_id END`,
      );
  }
  return sql`UPDATE conversations AS c SET ${sql.join(set, sql`, `)}, updated_at = ${new Date().toISOString()}
    WHERE ${scope.conversations} AND c.id = ${id} AND (${sql.join(differs, sql` OR `)})`;
}
