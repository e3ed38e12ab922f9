import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { tenants } from './tenants.ts';

/** How many messages were written, by quarters of an hour since 1970; a trigger on messages counts. */
export const messageTallies = sqliteTable(
  'message_tallies',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    slot: integer().notNull(),
    visitor: integer().notNull().default(0),
    operator: integer().notNull().default(0),
    bot: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.slot] })],
);
