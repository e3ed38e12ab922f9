import { type SQL, sql } from 'drizzle-orm';
import type { Meaning } from '../answers/meaning.ts';
import { referenceEdition, references } from '../answers/reference-sentences.ts';
import type { TenantId } from '../ids.ts';
import { limits } from '../limits.ts';

/** The one file that knows the database's functions of vectors. */

/** A vector as the database keeps it: its numbers of four bytes, one after the other. */
export function vectorOf(vector: Float32Array<ArrayBuffer>): SQL {
  return sql`vector32(${new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)})`;
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009), with the constant of its authors. */
const fusion = 60;
/** So that what is first in both lists has 1, and what is first in the one and not in the other a half. */
const share = (fusion + 1) / 2;
/** What is less close is hardly nearer than the unrelated; among many passages the nearest of those are nearer, too. */
const minCloseness = sql`max(2, sqrt(2 * ln(max((SELECT n FROM size), 1))))`;
/** A reference sentence or two in each language may happen to be on the question's very subject: they are left out. */
const strays = 2;
const referencesCounted =
  references.length - strays * new Set(references.map(({ language }) => language)).size;

/**
 * What a search by meaning adds to the tables of a search by words, of which it needs `size (n)` and `scored (passage,
 * entry_id, score, covered, before, after)`. Every passage is compared: an index of vectors would find most of the
 * nearest, this finds all.
 *
 * Closeness says by how many standard deviations a passage is nearer to the question than what has nothing to do with
 * it: sentences that are nobody's, in the language of them that is nearest. So it means the same whichever the model.
 */
export function searchMeaning(tenantId: TenantId, { model, vector }: Meaning) {
  const cosine = sql`1 - vector_distance_cos(v.vector, (SELECT vector FROM asked_place))`;
  const comparable = sql`v.model = ${model} AND v.dimensions = ${vector.length}`;
  const closeness = (value: SQL) => sql`(SELECT (${value} - mean) / deviation FROM unrelated)`;
  return {
    tables: sql`asked_place AS MATERIALIZED (SELECT ${vectorOf(vector)} AS vector),
    reference AS (SELECT language, cosine, row_number() OVER (PARTITION BY language ORDER BY cosine DESC) AS place
      FROM (SELECT language, ${cosine} AS cosine FROM reference_vectors v
        WHERE ${comparable} AND v.edition = ${referenceEdition})),
    unrelated AS MATERIALIZED (SELECT max(mean) AS mean, sqrt(sum(spread) / (sum(n) - count(*))) AS deviation FROM (
        SELECT count(*) AS n, avg(cosine) AS mean, sum(cosine * cosine) - count(*) * avg(cosine) * avg(cosine) AS spread
          FROM reference WHERE place > ${strays} GROUP BY language) HAVING sum(n) = ${referencesCounted}),
    nearest AS MATERIALIZED (SELECT v.passage, p.entry_id, v.cosine, ${closeness(sql`v.cosine`)} AS closeness
      FROM (SELECT v.rowid AS passage, ${cosine} AS cosine FROM passage_vectors v
          WHERE v.tenant_id = ${tenantId} AND ${comparable} ORDER BY 2 DESC, 1 LIMIT ${limits.page.nearest}) v
        CROSS JOIN passages p ON p.rowid = v.passage AND p.tenant_id = ${tenantId}),
    ranked AS MATERIALIZED (
      SELECT 'words' AS list, passage, entry_id, row_number() OVER (ORDER BY score DESC, passage) AS place FROM scored
      UNION ALL SELECT 'meaning', passage, entry_id, row_number() OVER (ORDER BY cosine DESC, passage) FROM nearest
        WHERE closeness IS NULL OR closeness >= ${minCloseness}),
    fused AS (SELECT entry_id, sum(${share} / (${fusion} + place)) AS fused FROM (
        SELECT entry_id, row_number() OVER (PARTITION BY list ORDER BY min(place)) AS place
          FROM ranked GROUP BY list, entry_id) GROUP BY entry_id),
    best AS MATERIALIZED (SELECT passage, r.entry_id, coalesce(s.score, 0) AS score, fused, cosine, closeness,
        coalesce(s.covered, '[]') AS covered, coalesce(s.before, 0) AS before, coalesce(s.after, 0) AS after
      FROM (SELECT passage, entry_id, row_number() OVER (
            PARTITION BY entry_id ORDER BY sum(${share} / (${fusion} + place)) DESC, passage) AS nth
          FROM ranked GROUP BY passage, entry_id) r
        JOIN fused USING (entry_id) LEFT JOIN scored s USING (passage) LEFT JOIN nearest USING (passage)
      WHERE nth = 1 ORDER BY fused DESC, cosine DESC, score DESC, passage`,
    order: sql`b.fused DESC, b.cosine DESC, b.score DESC, b.passage`,
    /** More members of the JSON of a passage found, and of a passage beside it, `passages o`. */
    found: sql`, 'fused', b.fused, 'closeness', b.closeness`,
    neighbour: sql`, 'closeness', (SELECT ${closeness(cosine)} FROM passage_vectors v
      WHERE v.rowid = o.rowid AND v.tenant_id = ${tenantId} AND ${comparable})`,
  };
}
