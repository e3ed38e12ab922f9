import { type SQL, sql } from 'drizzle-orm';
import type { Cut } from '../answers/cut-text.ts';
import { cutText } from '../answers/cut-text.ts';
import { indexTerms } from '../answers/words.ts';
import type { EntryInput, EntryPatch } from '../api/knowledge-base.ts';
import type { TenantId } from '../ids.ts';

/** A question and its terms: given here, or as a row holds them. */
export type Heading = { text: SQL; terms: SQL };

export function headingOf(question: string): Heading {
  return { text: sql`${question}`, terms: sql`${termsOf(question)}` };
}

/**
 * What keeps an entry's passages in step with it, as statements of the write that changes the entry: no search ever
 * meets the one without the other, and the writes' own order decides which edit is the last.
 */
export function entryIndex(tenantId: TenantId, id: string) {
  const entry = sql`k.tenant_id = ${tenantId} AND k.id = ${id}`;
  const passagesOf = (alias: SQL) => sql`${alias}.tenant_id = ${tenantId} AND ${alias}.entry_id = ${id}`;
  const own = passagesOf(sql`passages`);
  const ofType = (type: string) => sql`EXISTS (SELECT 1 FROM entries k WHERE ${entry} AND k.type = ${type})`;

  const setTitle = (title: string | null): SQL[] => [
    sql`UPDATE entries AS k SET title_terms = ${termsOf(title ?? '')} WHERE ${entry}`,
    sql`UPDATE passages SET title = ${title ?? ''}, title_terms = ${termsOf(title ?? '')} WHERE ${own}`,
  ];
  const addContent = (content: string, ordinal: SQL): SQL =>
    sql`INSERT INTO passages (tenant_id, entry_id, ordinal, title, title_terms, heading, heading_terms, body, body_terms)
      SELECT k.tenant_id, k.id, ${ordinal}, coalesce(k.title, ''), k.title_terms,
        cut.value ->> 0, cut.value ->> 1, cut.value ->> 2, cut.value ->> 3
      FROM entries k, json_each(${JSON.stringify(cutText(content).map(withTerms))}) cut
      WHERE ${entry} AND k.type = 'text'`;
  /** The new passages stand beside the old ones until they have taken over the vectors of those that say the same. */
  const setContent = (content: string): SQL[] => [
    addContent(content, sql`-1 - cut.key`),
    sql`WITH old AS MATERIALIZED (SELECT title, heading, body, v.model, v.dimensions, v.vector
        FROM passages JOIN passage_vectors v USING (rowid) WHERE ${passagesOf(sql`passages`)} AND ordinal >= 0)
      INSERT OR IGNORE INTO passage_vectors (rowid, tenant_id, model, dimensions, vector)
      SELECT p.rowid, p.tenant_id, old.model, old.dimensions, old.vector FROM passages p
        JOIN old ON old.body = p.body AND old.heading = p.heading AND old.title = p.title
      WHERE ${passagesOf(sql`p`)} AND p.ordinal < 0`,
    sql`DELETE FROM passages WHERE ${own} AND ordinal >= 0 AND ${ofType('text')}`,
    sql`UPDATE passages SET ordinal = -1 - ordinal WHERE ${own} AND ordinal < 0`,
  ];
  const set = (column: 'heading' | 'body', value: string): SQL[] => [
    sql`UPDATE passages SET ${sql.raw(column)} = ${value}, ${sql.raw(`${column}_terms`)} = ${termsOf(value)}
      WHERE ${own} AND ${ofType('qa')}`,
  ];

  return {
    /** The passages of an entry that was just inserted. */
    add(input: EntryInput, heading?: Heading): SQL[] {
      const title = input.title ?? null;
      if (input.type === 'text') return [...setTitle(title), addContent(input.content, sql`cut.key`)];
      const { text, terms } = heading ?? headingOf(input.question);
      return [
        ...setTitle(title),
        sql`INSERT INTO passages (tenant_id, entry_id, ordinal, title, title_terms, heading, heading_terms, body, body_terms)
          VALUES (${tenantId}, ${id}, 0, ${title ?? ''}, ${termsOf(title ?? '')}, ${text},
            ${terms}, ${input.answer}, ${termsOf(input.answer)})`,
      ];
    },
    /** What a patch of an entry changes in its passages; a field of the other type of entry changes nothing. */
    change(patch: EntryPatch): SQL[] {
      return [
        ...(patch.title === undefined ? [] : setTitle(patch.title)),
        ...(patch.content === undefined ? [] : setContent(patch.content)),
        ...(patch.question === undefined ? [] : set('heading', patch.question)),
        ...(patch.answer === undefined ? [] : set('body', patch.answer)),
      ];
    },
    remove: (): SQL[] => [sql`DELETE FROM passages WHERE ${own}`],
  };
}

function withTerms({ heading, body }: Cut): [string, string, string, string] {
  return [heading, termsOf(heading), body, termsOf(body)];
}

/** A text's terms as a column holds them: a blank before each. */
export function termsOf(text: string): string {
  return indexTerms(text)
    .map((term) => ` ${term}`)
    .join('');
}
