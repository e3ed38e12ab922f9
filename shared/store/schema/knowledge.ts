import { sql } from 'drizzle-orm';
import {
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { tenants } from './tenants.ts';

export const entries = sqliteTable(
  'entries',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    /** Grows with every new entry of the platform: the order of lists. */
    position: integer().notNull(),
    type: text({ enum: ['text', 'qa'] }).notNull(),
    title: text(),
    question: text(),
    answer: text(),
    content: text(),
    metadata: text().notNull().default('{}'),
    status: text({ enum: ['ready', 'indexing', 'failed'] })
      .notNull()
      .default('ready'),
    error: text(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    /** The title as the index takes it, for passages that a later edit of the content makes. */
    titleTerms: text('title_terms').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('entries_by_position').on(t.tenantId, t.position),
  ],
);

/** How many terms a column of terms holds: a blank stands before each. */
const countOf = (terms: string) => sql.raw(`length(${terms}) - length(replace(${terms}, ' ', ''))`);

/**
 * An entry cut into pieces that a search can rank. The columns of terms hold what the full-text index holds of the
 * row, by which triggers keep it in step; their counts are the lengths that the ranking needs.
 */
export const passages = sqliteTable(
  'passages',
  {
    rowid: integer().primaryKey({ autoIncrement: true }),
    tenantId: text('tenant_id').notNull(),
    entryId: text('entry_id').notNull(),
    ordinal: integer().notNull(),
    /** The entry's title. */
    title: text().notNull(),
    /** The passage's own characters in the entry's text. */
    body: text().notNull(),
    /** The headings over a passage of a text, or the question that it answers. */
    heading: text().notNull().default(''),
    titleTerms: text('title_terms').notNull().default(''),
    headingTerms: text('heading_terms').notNull().default(''),
    bodyTerms: text('body_terms').notNull().default(''),
    nameWords: integer('name_words').generatedAlwaysAs(countOf('(title_terms || heading_terms)'), {
      mode: 'virtual',
    }),
    bodyWords: integer('body_words').generatedAlwaysAs(countOf('body_terms'), { mode: 'virtual' }),
    /** Counts the edits of its text, so that a vector of an older text is never taken for one of this. */
    edition: integer().notNull().default(0),
    /** The model whose vector of this text is kept; empty while none is. Triggers keep it in step. */
    embeddedBy: text('embedded_by').notNull().default(''),
  },
  (t) => [
    uniqueIndex('passages_by_entry').on(t.tenantId, t.entryId, t.ordinal),
    index('passages_by_embedding').on(t.tenantId, t.embeddedBy),
    foreignKey({
      columns: [t.tenantId, t.entryId],
      foreignColumns: [entries.tenantId, entries.id],
    }).onDelete('cascade'),
  ],
);

/** Numbers of four bytes, as libSQL's functions of vectors take them. */
const vector = customType<{ data: Uint8Array }>({ dataType: () => 'F32_BLOB' });

/** Where a model puts a passage. It goes with its passage, and with any change of the passage's text, by triggers. */
export const passageVectors = sqliteTable(
  'passage_vectors',
  {
    /** The passage's own. */
    rowid: integer().primaryKey(),
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    model: text().notNull(),
    dimensions: integer().notNull(),
    vector: vector().notNull(),
  },
  (t) => [index('passage_vectors_by_model').on(t.tenantId, t.model, t.dimensions)],
);

/** Where a model puts sentences that are nobody's: what is unrelated to a question is about as near to it as these. */
export const referenceVectors = sqliteTable(
  'reference_vectors',
  {
    model: text().notNull(),
    /** The sentence's place in its list, of which there may come to be another edition. */
    edition: integer().notNull(),
    place: integer().notNull(),
    language: text().notNull(),
    dimensions: integer().notNull(),
    vector: vector().notNull(),
  },
  (t) => [primaryKey({ columns: [t.model, t.edition, t.place] })],
);

/** What a tenant says means the same: whoever asks by one of a row's words finds the others too. */
export const synonyms = sqliteTable(
  'synonyms',
  {
    tenantId: text('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    /** As they were written: a JSON array. */
    words: text().notNull(),
    /** Each as the search knows it, its terms with blanks between them: a sorted JSON array. */
    terms: text().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
