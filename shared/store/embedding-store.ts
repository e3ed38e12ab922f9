import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { type Reference, referenceEdition, references } from '../answers/reference-sentences.ts';
import type { TenantId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';
import { rendered } from './json.ts';
import { vectorOf } from './knowledge-vectors.ts';

const Passages = z.array(
  z.object({
    id: z.int(),
    edition: z.int(),
    entryId: z.string(),
    title: z.string(),
    heading: z.string(),
    body: z.string(),
  }),
);
const Places = z.array(z.int());

/** A passage without a vector, as it is now. */
export type Unembedded = z.infer<typeof Passages>[number];
/** What is still to be embedded: a batch of passages, and those of our own sentences that nobody has embedded yet. */
export type Pending = { passages: Unembedded[]; references: Reference[] };

type Vector = Float32Array<ArrayBuffer>;
export type Embedded<T> = { of: T; vector: Vector };

/** Of `passages p`. Two ranges of an index, where `<>` would read all that a tenant has. */
function lacksVector(tenantId: TenantId, model: string): SQL {
  return sql`((p.tenant_id = ${tenantId} AND p.embedded_by < ${model})
    OR (p.tenant_id = ${tenantId} AND p.embedded_by > ${model}))`;
}

/**
 * An entry's status and error, of `entries k`. It is found by its words at once, and is ready once it is found by its
 * meaning too; what says so is the rows themselves, so that another model makes it wait again.
 */
export function indexState(model: string | null): { status: SQL; error: SQL } {
  if (model === null) return { status: sql`'ready'`, error: sql`NULL` };
  const waits = sql`EXISTS (SELECT 1 FROM passages p
    WHERE p.tenant_id = k.tenant_id AND p.entry_id = k.id AND p.embedded_by <> ${model})`;
  return {
    status: sql`CASE WHEN NOT ${waits} THEN 'ready' WHEN k.status = 'failed' THEN 'failed' ELSE 'indexing' END`,
    error: sql`CASE WHEN k.status = 'failed' AND ${waits} THEN k.error END`,
  };
}

/** What a tenant's room reads and writes to keep a vector of each passage of the knowledge base. */
export function embeddingStore(db: Database, tenantId: TenantId) {
  return {
    /** The next passages that lack a vector of this model, but for some that could not be embedded. */
    async pending(model: string, except: readonly number[]): Promise<Pending> {
      const row = await db.one(sql`SELECT (SELECT json_group_array(json_object('id', id, 'edition', edition,
          'entryId', entry_id, 'title', title, 'heading', heading, 'body', body)) FROM (
            SELECT p.rowid AS id, edition, entry_id, title, heading, substr(body, 1, ${limits.embedding.textChars}) AS body
            FROM passages p WHERE ${lacksVector(tenantId, model)}
              AND p.rowid NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))
            LIMIT ${limits.embedding.batchTexts})) AS passages,
        (SELECT json_group_array(place) FROM reference_vectors
          WHERE model = ${model} AND edition = ${referenceEdition}) AS places`);
      const known = new Set(Places.parse(JSON.parse(rendered(row?.['places']))));
      return {
        passages: Passages.parse(JSON.parse(rendered(row?.['passages']))),
        references: references.filter(({ place }) => !known.has(place)),
      };
    },
    /** Keeps vectors of passages whose text is still the one that was embedded. */
    async keepPassages(model: string, embedded: readonly Embedded<Unembedded>[]): Promise<void> {
      const dimensions = lengthOf(embedded);
      const rows = embedded.map(({ of, vector }) => sql`(${of.id}, ${of.edition}, ${vectorOf(vector)})`);
      const ids = JSON.stringify(embedded.map(({ of }) => of.id));
      await db.write([
        ...withoutOtherLengths(model, dimensions),
        sql`INSERT OR REPLACE INTO passage_vectors (rowid, tenant_id, model, dimensions, vector)
          SELECT p.rowid, p.tenant_id, ${model}, ${dimensions}, w.column3 FROM (VALUES ${sql.join(rows, sql`, `)}) w
          JOIN passages p ON p.rowid = w.column1 AND p.edition = w.column2 WHERE p.tenant_id = ${tenantId}`,
        sql`UPDATE entries SET status = 'ready', error = NULL WHERE tenant_id = ${tenantId} AND status = 'failed'
          AND id IN (SELECT entry_id FROM passages WHERE rowid IN (SELECT value FROM json_each(${ids})))`,
      ]);
    },
    /** Keeps vectors of our own sentences, which are the same for all tenants. */
    async keepReferences(model: string, embedded: readonly Embedded<Reference>[]): Promise<void> {
      const dimensions = lengthOf(embedded);
      const rows = embedded.map(
        ({ of, vector }) =>
          sql`(${model}, ${referenceEdition}, ${of.place}, ${of.language}, ${dimensions}, ${vectorOf(vector)})`,
      );
      await db.write([
        sql`INSERT OR REPLACE INTO reference_vectors (model, edition, place, language, dimensions, vector)
          VALUES ${sql.join(rows, sql`, `)}`,
      ]);
    },
    /** Says of entries that still wait why they do; of these, or of all. */
    async giveUp(model: string, error: string, only: readonly string[] | null): Promise<void> {
      const these =
        only === null ? sql`` : sql`AND id IN (SELECT value FROM json_each(${JSON.stringify(only)}))`;
      await db.write([
        sql`UPDATE entries SET status = 'failed', error = ${error} WHERE tenant_id = ${tenantId} ${these}
          AND id IN (SELECT entry_id FROM passages p WHERE ${lacksVector(tenantId, model)})`,
      ]);
    },
  };

  /** A server that has come to answer with longer or shorter vectors answers for another model: the older ones go. */
  function withoutOtherLengths(model: string, dimensions: number): SQL[] {
    return [
      sql`DELETE FROM passage_vectors WHERE tenant_id = ${tenantId} AND model = ${model} AND dimensions < ${dimensions}`,
      sql`DELETE FROM passage_vectors WHERE tenant_id = ${tenantId} AND model = ${model} AND dimensions > ${dimensions}`,
      sql`DELETE FROM reference_vectors WHERE model = ${model} AND dimensions <> ${dimensions}`,
    ];
  }
}

export type EmbeddingStore = ReturnType<typeof embeddingStore>;

function lengthOf(embedded: readonly { vector: Vector }[]): number {
  return embedded[0]?.vector.length ?? 0;
}
