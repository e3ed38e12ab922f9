import { type SQL, sql } from 'drizzle-orm';
import type { Owed, Unanswered } from '../answers/debt.ts';
import { questionKey } from '../answers/question-key.ts';
import { type TenantId, newId } from '../ids.ts';
import { limits } from '../limits.ts';
import { termsOf } from './knowledge-index.ts';

type Asking = Owed & Unanswered & { handOffId: string };

/**
 * Statements of the write that hands over: they keep the question beside those that are alike, where the message that
 * hands over was stored. A question without a word is none that knowledge could answer.
 */
export function keepUnanswered(tenantId: TenantId, asking: Asking): SQL[] {
  const { conversationId, messageId, handOffId, score } = asking;
  const key = questionKey(asking.question);
  if (key === '') return [];
  const question = [...asking.question].slice(0, limits.text.questionChars).join('').trim();
  const handedOver = sql`messages m WHERE m.tenant_id = ${tenantId} AND m.id = ${handOffId}`;
  return [
    sql`INSERT INTO unanswered (tenant_id, id, key, question, question_terms, times, cursor, last_asked_at)
      SELECT m.tenant_id, ${newId('una')}, ${key}, ${question}, ${termsOf(question)}, 1, m.cursor, m.created_at
      FROM ${handedOver}
      ON CONFLICT (tenant_id, key) DO UPDATE SET question = excluded.question, question_terms = excluded.question_terms,
        cursor = excluded.cursor, last_asked_at = excluded.last_asked_at, entry_id = NULL,
        times = CASE status WHEN 'answered' THEN 1 ELSE times + 1 END,
        status = CASE status WHEN 'answered' THEN 'open' ELSE status END`,
    sql`INSERT INTO askings (tenant_id, message_id, conversation_id, unanswered_id, cursor, score)
      SELECT m.tenant_id, ${messageId}, ${conversationId}, u.id, m.cursor, ${score}
      FROM unanswered u, ${handedOver} AND u.tenant_id = m.tenant_id AND u.key = ${key}`,
  ];
}
