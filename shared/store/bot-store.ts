import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { Debt, type HandOffReason, Owed, type Owing, type Unanswered } from '../answers/debt.ts';
import { Findings } from '../answers/findings.ts';
import type { Question } from '../answers/read-question.ts';
import { type TenantId, newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Citation } from '../protocol/entities.ts';
import { countAttempt } from './attempts.ts';
import type { Database, Row } from './database.ts';
import { rendered } from './json.ts';
import { searchKnowledge } from './knowledge-search.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { keepUnanswered } from './keep-unanswered.ts';
import { spokenLanguage } from './spoken-language.ts';
import { aiSettingsJson } from './widget-json.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Each debt read by itself; of one that cannot be read, where it is owed. */
const Debts = z.array(z.union([Debt, Owed]));

export type Reply = { sender: 'bot' | 'system'; name: string | null; content: string; citations: Citation[] };

/** What a tenant's bot reads and writes: the answers it owes, and its replies. */
export function botStore(db: Database, tenantId: TenantId) {
  return {
    /** The answers owed, but for those to `except` messages, most recent activity first. */
    async debts(except: string[]): Promise<Owing> {
      const row = await db.one(sql`SELECT coalesce(json_group_array(json(debt)), json_array()) AS debts FROM (
        SELECT ${debtJson} AS debt FROM conversations c
        JOIN messages m ON m.tenant_id = c.tenant_id AND m.conversation_id = c.id AND m.seq = c.awaiting
        JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id
        JOIN tenants t ON t.id = c.tenant_id JOIN widgets w ON w.tenant_id = c.tenant_id
        WHERE c.tenant_id = ${tenantId} AND c.handler = 'bot' AND c.awaiting > 0
          AND m.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))
        ORDER BY c.activity DESC LIMIT ${limits.answer.debts})`);
      const owed = Debts.parse(JSON.parse(rendered(row?.['debts'])));
      return {
        debts: owed.flatMap((each) => ('settings' in each ? [each] : [])),
        unreadable: owed.filter((each) => !('settings' in each)),
      };
    },
    /** What the knowledge base holds on a question. */
    async find(question: Question): Promise<Findings> {
      const row = await db.one(
        sql`SELECT (${searchKnowledge(tenantId, question, limits.page.passages)}) AS findings`,
      );
      return Findings.parse(JSON.parse(rendered(row?.['findings'])));
    },
    /** Pays a debt once; null where it is owed no more, because it is paid or a person has taken over. */
    async reply(debt: Debt, reply: Reply): Promise<News | null> {
      const sent = replying(tenantId, debt, reply);
      return newsIfSent(await db.write([...counted(tenantId, debt), sent.insert, sent.result]));
    },
    /**
     * Hands the conversation to a person, once, with a word to the visitor, and keeps what could not be answered; null
     * where it is owed no more.
     */
    async handOff(
      debt: Owed,
      reason: HandOffReason,
      content: string,
      unanswered?: Unanswered,
    ): Promise<News | null> {
      const sent = replying(tenantId, debt, { sender: 'system', name: null, content, citations: [] });
      const kept = unanswered ? keepUnanswered(tenantId, { ...debt, ...unanswered, handOffId: sent.id }) : [];
      return newsIfSent(await db.write([sent.insert, sent.toHuman(reason), ...kept, sent.result]));
    },
  };
}

export type BotStore = ReturnType<typeof botStore>;

const countOf = (kind: 'visitor' | 'tenant', id: SQL) => sql`coalesce((SELECT count FROM attempts
  WHERE key = ${`bot:${kind}:`} || ${id} AND resets_at_ms > CAST(unixepoch('subsec') * 1000 AS INTEGER)), 0)`;

/** Aliases: c conversations, m the message to be answered, v its visitor, t tenants, w widgets. */
const debtJson = sql`json_object('conversationId', c.id, 'messageId', m.id, 'visitorId', c.visitor_id,
  'question', m.content, 'companyName', t.company_name, 'language', ${spokenLanguage},
  'settings', json(${aiSettingsJson}),
  'turns', (SELECT coalesce(json_group_array(json_object('sender', sender, 'content', content) ORDER BY seq), json_array())
    FROM (SELECT sender, content, seq FROM messages earlier WHERE earlier.tenant_id = c.tenant_id
      AND earlier.conversation_id = c.id AND earlier.seq < m.seq ORDER BY earlier.seq DESC LIMIT ${limits.answer.turns})),
  'given', json_object(
    'conversation', (SELECT count(*) FROM messages mine WHERE mine.tenant_id = c.tenant_id
      AND mine.conversation_id = c.id AND mine.sender = 'bot'),
    'visitor', ${countOf('visitor', sql`c.visitor_id`)}, 'tenant', ${countOf('tenant', sql`c.tenant_id`)}))`;

function counted(tenantId: TenantId, { visitorId }: Debt): SQL[] {
  const daily = (max: number) => ({ max, windowMs: dayMs });
  return [
    countAttempt(`bot:visitor:${visitorId}`, daily(limits.answer.perVisitorDaily)),
    countAttempt(`bot:tenant:${tenantId}`, daily(limits.answer.perTenantDaily)),
  ];
}

/** The statements of one reply. Its client_id names what it answers, so that there is one reply to a message. */
function replying(tenantId: TenantId, debt: Owed, { sender, name, content, citations }: Reply) {
  const id = newId('msg');
  const now = new Date().toISOString();
  const cited = citations.length > 0 ? JSON.stringify(citations) : null;
  const conversation = sql`c.tenant_id = ${tenantId} AND c.id = ${debt.conversationId}`;
  const isSent = sql`EXISTS (SELECT 1 FROM messages WHERE tenant_id = ${tenantId} AND id = ${id})`;
  return {
    id,
    insert: sql`INSERT INTO messages (tenant_id, id, conversation_id, visitor_id, seq, cursor, sender, author_id,
        sender_name, content, client_id, citations, created_at)
      SELECT c.tenant_id, ${id}, c.id, c.visitor_id, c.seq + 1, t.cursor + 1, ${sender}, 'bot', ${name}, ${content},
        ${`bot:${debt.messageId}`}, ${cited}, ${now}
      FROM conversations c JOIN tenants t ON t.id = c.tenant_id WHERE ${conversation} AND c.handler = 'bot'
      ON CONFLICT (tenant_id, author_id, client_id) DO NOTHING`,
    toHuman: (
      reason: HandOffReason,
    ) => sql`UPDATE conversations AS c SET handler = 'human', updated_at = ${now},
        hand_off_reason = coalesce(hand_off_reason, ${reason}) WHERE ${conversation} AND ${isSent}`,
    result: sql`SELECT ${isSent} AS sent, ${newsColumns(
      tenantId,
      sql`coalesce((SELECT cursor FROM messages WHERE tenant_id = ${tenantId} AND id = ${id}),
        (SELECT cursor FROM tenants WHERE id = ${tenantId}))`,
    )}`,
  };
}

function newsIfSent(results: Row[][]): News | null {
  const row = results.at(-1)?.[0];
  return row?.['sent'] === 1 ? newsOf(row) : null;
}
