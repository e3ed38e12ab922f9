import { primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { tenants } from './tenants.ts';

/** Replies that operators have ready, by a shortcut. */
export const cannedReplies = sqliteTable(
  'canned_replies',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    shortcut: text().notNull(),
    content: text().notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('canned_replies_by_shortcut').on(t.tenantId, t.shortcut),
  ],
);
