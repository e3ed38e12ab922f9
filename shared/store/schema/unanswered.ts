import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { conversations } from './conversations.ts';
import { tenants } from './tenants.ts';

/** Questions that the bot handed over because the knowledge holds no answer: those that are alike in one row. */
export const unanswered = sqliteTable(
  'unanswered',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    /** The telling terms, by which questions are alike. */
    key: text().notNull(),
    /** As it was asked last, and the terms of that for the index, should it become an entry. */
    question: text().notNull(),
    questionTerms: text('question_terms').notNull(),
    /** How often it was asked; after it was answered counted anew. */
    times: integer().notNull(),
    /** The place in the tenant's log of the last hand-over: the order of lists. */
    cursor: integer().notNull(),
    lastAskedAt: text('last_asked_at').notNull(),
    status: text({ enum: ['open', 'dismissed', 'answered'] })
      .notNull()
      .default('open'),
    /** The entry that answers it, for as long as that exists. */
    entryId: text('entry_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('unanswered_by_key').on(t.tenantId, t.key),
    index('unanswered_by_status').on(t.tenantId, t.status, t.cursor),
  ],
);

/** Each time that one of them was asked. */
export const askings = sqliteTable(
  'askings',
  {
    tenantId: text('tenant_id').notNull(),
    messageId: text('message_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    unansweredId: text('unanswered_id').notNull(),
    cursor: integer().notNull(),
    /** How sure it was that the knowledge answers. */
    score: real().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId] }),
    index('askings_by_question').on(t.tenantId, t.unansweredId, t.cursor),
    index('askings_by_conversation').on(t.tenantId, t.conversationId),
    foreignKey({
      columns: [t.tenantId, t.unansweredId],
      foreignColumns: [unanswered.tenantId, unanswered.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
  ],
);
