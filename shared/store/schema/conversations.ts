import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { tenants, visitors } from './tenants.ts';

export const conversations = sqliteTable(
  'conversations',
  {
    tenantId: text('tenant_id').notNull(),
    id: text().notNull(),
    visitorId: text('visitor_id').notNull(),
    title: text().notNull(),
    status: text({ enum: ['open', 'resolved'] })
      .notNull()
      .default('open'),
    handler: text({ enum: ['bot', 'human'] }).notNull(),
    /** The newest place in the conversation's log; only the trigger on `events` moves it. */
    seq: integer().notNull().default(0),
    /** The tenant's cursor at the last message or change: a total order of "newest activity first". */
    activity: integer().notNull().default(0),
    /** How far each side has got with the other side's messages, as a seq. */
    operatorDelivered: integer('operator_delivered').notNull().default(0),
    operatorSeen: integer('operator_seen').notNull().default(0),
    visitorDelivered: integer('visitor_delivered').notNull().default(0),
    visitorSeen: integer('visitor_seen').notNull().default(0),
    operatorUnread: integer('operator_unread').notNull().default(0),
    visitorUnread: integer('visitor_unread').notNull().default(0),
    /** The seq of the visitor's message that nobody has answered yet; 0 where none waits. */
    awaiting: integer().notNull().default(0),
    /** When the oldest visitor's message was written that neither a person nor the bot has answered. */
    waitingSince: text('waiting_since'),
    /** The operator whose conversation it is. No key: who leaves the team hands it back, by a trigger. */
    assigneeId: text('assignee_id'),
    ratingScore: integer('rating_score'),
    ratingComment: text('rating_comment'),
    ratedAt: text('rated_at'),
    /** What it came to, which only triggers set (and the reason, whoever hands over): for the overview. */
    firstReplyMs: integer('first_reply_ms'),
    /** How long the visitor waited for the first person; null where nobody waited. */
    personWaitMs: integer('person_wait_ms'),
    /** Once a person has written, it stays the person's. */
    answeredBy: text('answered_by', { enum: ['bot', 'person'] }),
    /** Why the bot handed it over the first time. */
    handOffReason: text('hand_off_reason', {
      enum: ['asked', 'no_answer', 'used_up', 'outage', 'taken_over', 'unknown'],
    }),
    /** Null where it is open (again). */
    resolvedAt: text('resolved_at'),
    resolutionMs: integer('resolution_ms'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.id],
    }).onDelete('cascade'),
    index('conversations_by_activity').on(t.tenantId, t.activity),
    index('conversations_by_state').on(t.tenantId, t.status, t.handler, t.activity),
    index('conversations_by_assignee').on(t.tenantId, t.assigneeId, t.status, t.handler, t.activity),
    index('conversations_unanswered')
      .on(t.tenantId, t.activity)
      .where(sql`status = 'open' AND handler = 'human' AND waiting_since IS NOT NULL`),
    index('conversations_by_opening').on(
      t.tenantId,
      t.createdAt,
      t.firstReplyMs,
      t.personWaitMs,
      t.answeredBy,
      t.handOffReason,
    ),
    index('conversations_by_resolution')
      .on(t.tenantId, t.resolvedAt, t.resolutionMs)
      .where(sql`resolved_at IS NOT NULL`),
    index('conversations_by_rating')
      .on(t.tenantId, t.ratedAt, t.ratingScore)
      .where(sql`rated_at IS NOT NULL`),
    index('conversations_by_visitor').on(t.tenantId, t.visitorId, t.activity),
    index('conversations_owed')
      .on(t.tenantId, t.activity)
      .where(sql`handler = 'bot' AND awaiting > 0`),
  ],
);

export const messages = sqliteTable(
  'messages',
  {
    /** Commit order, and the key of the full-text index, which needs one that a VACUUM keeps. */
    rowid: integer().primaryKey({ autoIncrement: true }),
    tenantId: text('tenant_id').notNull(),
    id: text().notNull(),
    conversationId: text('conversation_id').notNull(),
    /** Whose conversation it is, so that an index can be searched for one visitor alone. */
    visitorId: text('visitor_id').notNull(),
    seq: integer().notNull(),
    cursor: integer().notNull(),
    sender: text({ enum: ['visitor', 'operator', 'bot', 'system'] }).notNull(),
    /** The principal that wrote it: `client_id` is its own name for the message. */
    authorId: text('author_id').notNull(),
    senderName: text('sender_name'),
    content: text().notNull(),
    clientId: text('client_id').notNull(),
    citations: text(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('messages_by_id').on(t.tenantId, t.id),
    uniqueIndex('messages_by_seq').on(t.tenantId, t.conversationId, t.seq),
    uniqueIndex('messages_once').on(t.tenantId, t.authorId, t.clientId),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
  ],
);

/** What operators note on a conversation for each other: no part of its log, which its visitor reads. */
export const notes = sqliteTable(
  'notes',
  {
    tenantId: text('tenant_id').notNull(),
    id: text().notNull(),
    conversationId: text('conversation_id').notNull(),
    /** The conversation's seq when it was written: its place among the messages. */
    afterSeq: integer('after_seq').notNull(),
    /** The place of its event in the tenant's log: the order of lists. */
    cursor: integer().notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    content: text().notNull(),
    clientId: text('client_id').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('notes_by_conversation').on(t.tenantId, t.conversationId, t.cursor),
    uniqueIndex('notes_once').on(t.tenantId, t.authorId, t.clientId),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
  ],
);

/** The log: every durable change of a tenant, in commit order. */
export const events = sqliteTable(
  'events',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    cursor: integer().notNull(),
    type: text({
      enum: [
        'message:new',
        'message:update',
        'conversation:update',
        'note:new',
        'note:delete',
        'visitor:update',
        'team:update',
        'unanswered:update',
        'session:end',
      ],
    }).notNull(),
    conversationId: text('conversation_id'),
    /** The one visitor who may see it; null is for operators alone. */
    visitorId: text('visitor_id'),
    /** Null for what has no place in its conversation's log, because its visitor must not see it. */
    seq: integer(),
    messageId: text('message_id'),
    /** What the type needs beyond its rows, as JSON. */
    detail: text().notNull().default('{}'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.cursor] }),
    index('events_by_visitor').on(t.tenantId, t.visitorId, t.cursor),
    uniqueIndex('events_by_seq').on(t.tenantId, t.conversationId, t.seq),
  ],
);
