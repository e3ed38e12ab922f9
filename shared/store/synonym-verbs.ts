import { type SQL, sql } from 'drizzle-orm';
import { readSynonyms } from '../answers/read-synonyms.ts';
import type { Synonyms } from '../api/synonyms.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';

type SynonymList = { data: Synonyms[]; page: { nextCursor: string | null } };

const synonymsJson = sql.raw(`json_object('id', s.id, 'words', json(s.words), 'createdAt', s.created_at)`);

/** The verbs on what a tenant says means the same. */
export function synonymVerbs(scope: Scope) {
  const { tenantId } = scope;
  const which = (id: string) => sql`tenant_id = ${tenantId} AND id = ${id}`;
  const notFound = (id: string): Rule => [
    sql`NOT EXISTS (SELECT 1 FROM synonyms WHERE ${which(id)})`,
    'not_found',
  ];
  /** By another row than `id`. */
  const said = (terms: string, id: string): Rule => [
    sql`EXISTS (SELECT 1 FROM synonyms WHERE tenant_id = ${tenantId} AND terms = ${terms} AND id <> ${id})`,
    'conflict',
  ];
  const write = async (id: string, refuse: Rule[], statement: SQL): Promise<Json<{ data: Synonyms }>> => {
    const result = sql`SELECT json_object('data', ${synonymsJson}) AS result FROM synonyms s
      WHERE s.tenant_id = ${tenantId} AND s.id = ${id}`;
    const row = await reworded('conflict', alreadySaid, () =>
      scope.write({ refuse, statements: [statement], result }),
    );
    return rendered(row['result']);
  };
  return {
    listSynonyms: (): Promise<Json<SynonymList>> =>
      scope.read(sql`SELECT json_object('data', (SELECT json_group_array(${synonymsJson} ORDER BY s.created_at DESC, s.id)
        FROM synonyms s WHERE s.tenant_id = ${tenantId}), 'page', json_object('nextCursor', NULL))`),
    /** Errors: invalid_request (a word a search cannot use, or as many rows as there may be), conflict. */
    async createSynonyms(words: string[]): Promise<Json<{ data: Synonyms }>> {
      const id = newId('syn');
      const terms = termsOf(words);
      const isFull: Rule = [
        sql`(SELECT count(*) FROM synonyms WHERE tenant_id = ${tenantId}) >= ${limits.synonyms.rows}`,
        'invalid_request',
      ];
      return reworded('invalid_request', tooMany, () =>
        write(
          id,
          [said(terms, id), isFull],
          sql`INSERT INTO synonyms (tenant_id, id, words, terms, created_at)
            VALUES (${tenantId}, ${id}, ${JSON.stringify(words)}, ${terms}, ${new Date().toISOString()})`,
        ),
      );
    },
    /** Errors: invalid_request (a word that a search cannot use), not_found, conflict. */
    async updateSynonyms(id: string, words: string[]): Promise<Json<{ data: Synonyms }>> {
      const terms = termsOf(words);
      return write(
        id,
        [notFound(id), said(terms, id)],
        sql`UPDATE synonyms SET words = ${JSON.stringify(words)}, terms = ${terms} WHERE ${which(id)}`,
      );
    },
    /** Errors: not_found. */
    async deleteSynonyms(id: string): Promise<void> {
      await scope.write({
        refuse: [notFound(id)],
        statements: [sql`DELETE FROM synonyms WHERE ${which(id)}`],
        result: sql`SELECT 1`,
      });
    },
  };
}

function termsOf(words: string[]): string {
  const read = readSynonyms(words);
  if (read.ok) return JSON.stringify(read.terms);
  const { path, message } = read;
  throw new AppError('invalid_request', { message, issues: [{ path, message }] });
}

const alreadySaid = () => new AppError('conflict', { message: 'These words mean the same already.' });
const tooMany = () =>
  new AppError('invalid_request', {
    message: `There are ${limits.synonyms.rows} rows of synonyms already. Remove one first.`,
  });
