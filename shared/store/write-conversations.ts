import { type SQL, sql } from 'drizzle-orm';
import type { Opened, Receipt } from '../api/conversations.ts';
import { newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Message, Page } from '../protocol/entities.ts';
import type { Row, Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { conversationJson, messageJson } from './render.ts';
import type { Scope } from './scope.ts';
import { placeChanges } from './visitor-place.ts';

/** What a write answers: the stored result, whether this call made it, and what the room has to hear. */
export type Written<T> = { result: Json<T>; fresh: boolean; news: News };

export type Draft = { content: string; clientId?: string | undefined; page?: Page | undefined };
type FirstDraft = Draft & { clientId: string };

/** The verbs that change conversations, for whichever principal the scope is of. */
export function conversationWrites(scope: Scope) {
  return {
    /** Writes into a conversation, once per `clientId`. Errors: not_found, conflict. */
    async sendMessage(conversationId: string, draft: Draft): Promise<Written<Message>> {
      const send = sending(scope, draft);
      const row = await scope.write({
        refuse: [...notFound(scope, conversationId), send.reusedElsewhere(conversationId)],
        statements: [send.insert(conversationId), ...seen(scope, draft)],
        result: send.ack(messageJson),
      });
      return written(row);
    },
    /** Opens a conversation with its first message, once per `clientId`. Errors: conflict. */
    async openConversation(draft: FirstDraft): Promise<Written<Opened>> {
      const send = sending(scope, draft);
      const conversationId = newId('cnv');
      const row = await scope.write({
        refuse: [send.reused],
        statements: [send.openOnce(conversationId), send.insert(conversationId), ...seen(scope, draft)],
        result: send.ack(
          sql`json_object('conversation', ${conversationJson()}, 'message', json(${messageJson}))`,
        ),
      });
      return written(row);
    },
    /** Moves this side's mark up to a message of the other side. Errors: not_found, forbidden (one's own message). */
    async markMessage(messageId: string, status: 'delivered' | 'seen'): Promise<Written<Receipt>> {
      const mark = marking(scope, messageId);
      const row = await scope.write({
        refuse: mark.refuse,
        statements: [mark.update(status)],
        result: mark.result,
      });
      return written(row);
    },
  };
}

/** Reads the row that a write answers. */
export function written<T>(row: Row): Written<T> {
  return { result: rendered<T>(row['result']), fresh: row['fresh'] === 1, news: newsOf(row) };
}

/** Refuses what is not the principal's own conversation. */
export function notFound(scope: Scope, conversationId: string): Rule[] {
  return [
    [
      sql`NOT EXISTS (SELECT 1 FROM conversations c WHERE ${scope.conversations} AND c.id = ${conversationId})`,
      'not_found',
    ],
  ];
}

/** Where a visitor is who writes: after the message, whose conversation's operators are to learn it. */
function seen({ side, tenantId, authorId }: Scope, { page }: Draft): SQL[] {
  if (side === 'operator' || page === undefined) return [];
  return [
    sql`UPDATE visitors SET ${placeChanges({ page })} WHERE tenant_id = ${tenantId} AND id = ${authorId}`,
  ];
}

/** The statements of one message: the same draft again finds the first one and adds nothing. */
function sending(scope: Scope, { content, clientId }: Draft) {
  const id = newId('msg');
  const now = new Date().toISOString();
  const name = clientId ?? id;
  const { tenantId, authorId, side } = scope;
  const once = sql`m.tenant_id = ${tenantId} AND m.author_id = ${authorId} AND m.client_id = ${name}`;
  const authorName =
    side === 'operator'
      ? sql`(SELECT name FROM users WHERE tenant_id = ${tenantId} AND id = ${authorId})`
      : sql`(SELECT name FROM visitors WHERE tenant_id = ${tenantId} AND id = ${authorId})`;
  const reused = (otherwise: SQL): Rule => [
    sql`EXISTS (SELECT 1 FROM messages m WHERE ${once} AND (m.content <> ${content} ${otherwise}))`,
    'conflict',
  ];
  return {
    reused: reused(sql``),
    reusedElsewhere: (conversationId: string) => reused(sql`OR m.conversation_id <> ${conversationId}`),
    openOnce: (conversationId: string): SQL => sql`
      INSERT INTO conversations (tenant_id, id, visitor_id, title, handler, created_at, updated_at)
      SELECT ${tenantId}, ${conversationId}, ${authorId}, ${titleOf(content)},
        CASE WHEN json_extract(w.ai_settings, '$.enabled') THEN 'bot' ELSE 'human' END, ${now}, ${now}
      FROM widgets w WHERE w.tenant_id = ${tenantId} AND NOT EXISTS (SELECT 1 FROM messages m WHERE ${once})`,
    insert: (conversationId: string): SQL => sql`
      INSERT INTO messages (tenant_id, id, conversation_id, visitor_id, seq, cursor, sender, author_id, sender_name,
        content, client_id, created_at)
      SELECT c.tenant_id, ${id}, c.id, c.visitor_id, c.seq + 1, t.cursor + 1, ${side}, ${authorId}, ${authorName},
        ${content}, ${name}, ${now}
      FROM conversations c JOIN tenants t ON t.id = c.tenant_id
      WHERE ${scope.conversations} AND c.id = ${conversationId}
      ON CONFLICT (tenant_id, author_id, client_id) DO NOTHING`,
    ack: (result: SQL): SQL => sql`
      SELECT m.id = ${id} AS fresh, ${result} AS result, ${newsColumns(tenantId, sql`sent.cursor`)}
      FROM messages sent JOIN messages m ON m.rowid = sent.rowid
      JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
      JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id WHERE ${once}`,
  };
}

/** A first title: the first line of what the visitor wrote, cut short. */
function titleOf(content: string): string {
  const [line = content] = content.split('\n', 1);
  const chars = Array.from(line.trim());
  const max = limits.text.autoTitleChars;
  return chars.length > max ? `${chars.slice(0, max - 1).join('')}…` : chars.join('');
}

/** The statements of a receipt: marks only move forward, and cover all earlier messages of the other side. */
function marking(scope: Scope, messageId: string) {
  const own = scope.side === 'operator' ? sql`m.sender <> 'visitor'` : sql`m.sender = 'visitor'`;
  const [seen, delivered, unread] =
    scope.side === 'operator'
      ? [sql.raw('operator_seen'), sql.raw('operator_delivered'), sql.raw('operator_unread')]
      : [sql.raw('visitor_seen'), sql.raw('visitor_delivered'), sql.raw('visitor_unread')];
  const target = sql`messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
    WHERE ${scope.conversations} AND m.id = ${messageId}`;
  const refuse: Rule[] = [
    [sql`NOT EXISTS (SELECT 1 FROM ${target})`, 'not_found'],
    [sql`EXISTS (SELECT 1 FROM ${target} AND ${own})`, 'forbidden'],
  ];
  return {
    refuse,
    update: (status: 'delivered' | 'seen'): SQL => sql`
      UPDATE conversations SET ${delivered} = max(${delivered}, mark.seq)
        ${status === 'seen' ? sql`, ${seen} = max(${seen}, mark.seq), ${unread} = mark.unread` : sql``}
      FROM (SELECT m.tenant_id, m.conversation_id, m.seq, (SELECT count(*) FROM messages later
          WHERE later.tenant_id = m.tenant_id AND later.conversation_id = m.conversation_id
            AND later.seq > max(m.seq, c.${seen}) AND (later.sender = 'visitor') = (m.sender = 'visitor')) AS unread
        FROM ${target}) mark
      WHERE conversations.tenant_id = mark.tenant_id AND conversations.id = mark.conversation_id`,
    result: sql`SELECT 1 AS fresh, json_object('conversationId', c.id, 'messageId', m.id,
        'status', CASE WHEN m.seq <= c.${seen} THEN 'seen' WHEN m.seq <= c.${delivered} THEN 'delivered' ELSE 'sent' END,
        'upToSeq', CASE WHEN m.seq <= c.${seen} THEN c.${seen} ELSE c.${delivered} END) AS result,
      ${newsColumns(scope.tenantId)} FROM ${target}`,
  };
}
