import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export const tenants = sqliteTable('tenants', {
  id: text().primaryKey(),
  companyName: text('company_name').notNull(),
  /** The newest place in the tenant's log; only the trigger on `events` moves it. */
  cursor: integer().notNull().default(0),
  createdAt: text('created_at').notNull(),
});

const tenantId = () =>
  text('tenant_id')
    .notNull()
    .references(() => tenants.id, { onDelete: 'cascade' });

export const users = sqliteTable(
  'users',
  {
    tenantId: tenantId(),
    id: text().notNull(),
    email: text().notNull(),
    /** The e-mail in lower case: the form in which two are the same. */
    emailKey: text('email_key').notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ['owner', 'agent'] }).notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const sessions = sqliteTable(
  'sessions',
  {
    tenantId: tenantId(),
    id: text().notNull(),
    userId: text('user_id').notNull(),
    /** Where it was begun, and with what kind of browser. */
    address: text(),
    client: text(),
    /** When a dashboard last connected with it; null: never since it was begun. */
    seenAt: text('seen_at'),
    expiresAt: text('expires_at').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('sessions_by_user').on(t.tenantId, t.userId),
    foreignKey({
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete('cascade'),
  ],
);

/** Links with which one person each may join the team. */
export const invitations = sqliteTable(
  'invitations',
  {
    tenantId: tenantId(),
    id: text().notNull(),
    /** SHA-256 of the token, in hexadecimal: the token itself is nowhere. */
    tokenHash: text('token_hash').notNull(),
    role: text({ enum: ['owner', 'agent'] }).notNull(),
    name: text(),
    expiresAt: text('expires_at').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('invitations_by_token').on(t.tenantId, t.tokenHash),
  ],
);

export const widgets = sqliteTable('widgets', {
  tenantId: tenantId().primaryKey(),
  color: text(),
  position: text({ enum: ['left', 'right'] }),
  welcomeText: text('welcome_text'),
  logoUrl: text('logo_url'),
  title: text(),
  theme: text({ enum: ['auto', 'light', 'dark'] }),
  /** A JSON array of questions that a visitor can ask with one click. */
  suggestedQuestions: text('suggested_questions').notNull().default('[]'),
  /** A JSON object: what a visitor is asked before its first message; null: nothing. */
  preChat: text('pre_chat'),
  /** A JSON array of origins; `[]` allows any. */
  allowedOrigins: text('allowed_origins').notNull().default('[]'),
  /** A JSON object holding only what the tenant has set. */
  aiSettings: text('ai_settings').notNull().default('{}'),
  updatedAt: text('updated_at').notNull(),
  /** The first page of the tenant's own that loaded the widget, and when. */
  installedOn: text('installed_on'),
  installedAt: text('installed_at'),
});

export const visitors = sqliteTable(
  'visitors',
  {
    tenantId: tenantId(),
    id: text().notNull(),
    name: text(),
    email: text(),
    /** The `sub` that the tenant's own server vouched for; null while anonymous. */
    externalId: text('external_id'),
    /** Where its browser was last, and what it says of itself. */
    pageUrl: text('page_url'),
    pageTitle: text('page_title'),
    pageReferrer: text('page_referrer'),
    language: text(),
    timezone: text(),
    /** When it last began a session or said where it was; null: when it was made. */
    seenAt: text('seen_at'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('visitors_by_external_id').on(t.tenantId, t.externalId),
  ],
);

/** Attempts by account or address; belongs to the platform, not to a tenant. */
export const attempts = sqliteTable(
  'attempts',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    resetsAtMs: integer('resets_at_ms').notNull(),
  },
  (t) => [index('attempts_by_reset').on(t.resetsAtMs)],
);
