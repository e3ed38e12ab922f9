import { type SQL, sql } from 'drizzle-orm';
import { questionKey } from '../answers/question-key.ts';
import type { UnansweredQuestion } from '../api/unanswered.ts';
import type { TenantId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { pageOf } from './page.ts';
import type { Scope } from './scope.ts';

type UnansweredList = { data: UnansweredQuestion[]; page: { nextCursor: string | null }; open: number };
type ListQuery = { status: UnansweredQuestion['status']; cursor?: number | undefined; limit: number };
type Updated = { result: Json<{ data: UnansweredQuestion }>; news: News };

/** The verbs on the questions that the bot could not answer. */
export function unansweredVerbs(scope: Scope) {
  const { tenantId } = scope;
  const one = (id: string) => sql`u.tenant_id = ${tenantId} AND u.id = ${id}`;
  const known = (id: string): Rule => [
    sql`NOT EXISTS (SELECT 1 FROM unanswered u WHERE ${one(id)})`,
    'not_found',
  ];
  return {
    /** Those of a status, last asked first. */
    listUnanswered({ status, cursor, limit }: ListQuery): Promise<Json<UnansweredList>> {
      const before = cursor === undefined ? sql`` : sql`AND u.cursor < ${cursor}`;
      const page = pageOf(
        sql`SELECT ${questionJson} AS item, u.cursor AS place FROM unanswered u
          WHERE u.tenant_id = ${tenantId} AND u.status = ${status} ${before} ORDER BY u.cursor DESC LIMIT ${limit + 1}`,
        limit,
      );
      return scope.read(sql`SELECT json_set((${page}), '$.open', (SELECT count(*) FROM (SELECT 1 FROM unanswered
        WHERE tenant_id = ${tenantId} AND status = 'open' LIMIT ${limits.page.maxCount})))`);
    },
    /** Errors: not_found. */
    async updateUnanswered(id: string, status: 'open' | 'dismissed'): Promise<Updated> {
      const row = await scope.write({
        refuse: [known(id)],
        statements: [sql`UPDATE unanswered AS u SET status = ${status} WHERE ${one(id)}`],
        result: sql`SELECT json_object('data', json(${questionJson})) AS result, ${newsColumns(tenantId)}
          FROM unanswered u WHERE ${one(id)}`,
      });
      return { result: rendered(row['result']), news: newsOf(row) };
    },
  };
}

/** A condition on `unanswered u`: those that a question and its answer settle, by their words or by the message that asked. */
export function unansweredLike(tenantId: TenantId, { question, messageId = null }: Asked): SQL {
  return sql`u.tenant_id = ${tenantId} AND (u.key = ${questionKey(question)} OR u.id = (SELECT a.unanswered_id
    FROM askings a WHERE a.tenant_id = ${tenantId} AND a.message_id = ${messageId}))`;
}

type Asked = { question: string; messageId?: string | null | undefined };

/** The statement that an entry answers such questions. */
export function answeredBy(entryId: string, which: SQL): SQL {
  return sql`UPDATE unanswered AS u SET status = 'answered', entry_id = ${entryId} WHERE ${which}`;
}

const latest = sql`(SELECT * FROM askings WHERE tenant_id = u.tenant_id AND unanswered_id = u.id
  ORDER BY cursor DESC LIMIT ${limits.unanswered.askings}) a
  JOIN messages q ON q.tenant_id = a.tenant_id AND q.id = a.message_id`;

/** What an operator wrote soon after the question, in the newest conversation in which one did: the longest reply. */
const suggestion: SQL = sql`(SELECT json_object('answer', o.content, 'conversationId', o.conversation_id, 'messageId', o.id)
  FROM ${latest} JOIN messages o ON o.tenant_id = q.tenant_id AND o.conversation_id = q.conversation_id
    AND o.seq > q.seq AND o.seq <= q.seq + ${limits.unanswered.answerWithin} AND o.sender = 'operator'
  ORDER BY a.cursor DESC, length(o.content) DESC LIMIT 1)`;

/** Alias: u unanswered. */
const questionJson = sql`json_object('id', u.id, 'question', u.question, 'times', u.times,
  'lastAskedAt', u.last_asked_at, 'status', u.status,
  'entryId', (SELECT k.id FROM entries k WHERE k.tenant_id = u.tenant_id AND k.id = u.entry_id),
  'askings', (SELECT json_group_array(json_object('conversationId', a.conversation_id, 'messageId', a.message_id,
      'question', q.content, 'score', a.score, 'askedAt', q.created_at) ORDER BY a.cursor DESC) FROM ${latest}),
  'suggestion', json(${suggestion}))`;
