import { type SQL, sql } from 'drizzle-orm';
import { Findings } from '../answers/findings.ts';
import type { Question } from '../answers/read-question.ts';
import type { Entry, EntryInput, EntryPatch } from '../api/knowledge-base.ts';
import { newId } from '../ids.ts';
import type { Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { indexState } from './embedding-store.ts';
import { entryIndex } from './knowledge-index.ts';
import { holdingAllWords, searchKnowledge } from './knowledge-search.ts';
import { pageOf } from './page.ts';
import type { Scope } from './scope.ts';

export type EntryList = { data: Entry[]; page: { nextCursor: string | null } };

function entryJsonOf(embeddedBy: string | null): SQL {
  const { status, error } = indexState(embeddedBy);
  return sql`json_object('id', k.id, 'type', k.type, 'title', k.title, 'question', k.question,
    'answer', k.answer, 'content', k.content, 'metadata', json(k.metadata), 'status', ${status}, 'error', ${error},
    'createdAt', k.created_at, 'updatedAt', k.updated_at)`;
}

/** The verbs on a tenant's knowledge base. */
export function knowledgeVerbs(scope: Scope, embeddedBy: string | null) {
  const { tenantId } = scope;
  const entryJson = entryJsonOf(embeddedBy);
  const one = (id: string) => sql`k.tenant_id = ${tenantId} AND k.id = ${id}`;
  const shown = (id: string) =>
    sql`SELECT json_object('data', ${entryJson}) AS result FROM entries k WHERE ${one(id)}`;
  const known = (id: string): Rule[] => [
    [sql`NOT EXISTS (SELECT 1 FROM entries k WHERE ${one(id)})`, 'not_found'],
  ];
  return {
    /** Entries, newest first; with `q` those that hold all its words. */
    listEntries({ q, cursor, limit }: ListQuery): Promise<Json<EntryList>> {
      const before = cursor === undefined ? sql`` : sql`AND k.position < ${cursor}`;
      return scope.read(
        pageOf(
          sql`SELECT ${entryJson} AS item, k.position AS place FROM entries k
            WHERE k.tenant_id = ${tenantId} ${before} ${q ? holdingAllWords(tenantId, q) : sql``} ORDER BY k.position DESC LIMIT ${limit + 1}`,
          limit,
        ),
      );
    },
    getEntry: (id: string): Promise<Json<{ data: Entry }>> => scope.read(shown(id)),
    async createEntry(input: EntryInput): Promise<Json<{ data: Entry }>> {
      const id = newId('kbe');
      const now = new Date().toISOString();
      const qa = input.type === 'qa' ? input : null;
      const content = input.type === 'text' ? input.content : null;
      const row = await scope.write({
        statements: [
          sql`INSERT INTO entries (tenant_id, id, position, type, title, question, answer, content, metadata,
              created_at, updated_at)
            SELECT ${tenantId}, ${id}, coalesce(max(position), 0) + 1, ${input.type}, ${input.title ?? null},
              ${qa?.question ?? null}, ${qa?.answer ?? null}, ${content}, ${JSON.stringify(input.metadata ?? {})},
              ${now}, ${now} FROM entries WHERE tenant_id = ${tenantId}`,
          ...entryIndex(tenantId, id).add(input),
        ],
        result: shown(id),
      });
      return rendered(row['result']);
    },
    /** Changes what is named and, in the same write, what a search finds. Errors: not_found. */
    async updateEntry(id: string, patch: EntryPatch): Promise<Json<{ data: Entry }>> {
      const row = await scope.write({
        refuse: known(id),
        statements: [update(one(id), patch), ...entryIndex(tenantId, id).change(patch)],
        result: shown(id),
      });
      return rendered(row['result']);
    },
    /** Removes an entry and its passages. Errors: not_found. */
    async deleteEntry(id: string): Promise<void> {
      await scope.write({
        refuse: known(id),
        statements: [...entryIndex(tenantId, id).remove(), sql`DELETE FROM entries AS k WHERE ${one(id)}`],
        result: sql`SELECT 1`,
      });
    },
    /** Of each entry that fits a question the passage that fits best, and what tells whether it is an answer. */
    async findKnowledge(question: Question, limit: number): Promise<Findings> {
      return Findings.parse(JSON.parse(await scope.read(searchKnowledge(tenantId, question, limit))));
    },
  };
}

type ListQuery = { q?: string | undefined; cursor?: number | undefined; limit: number };

/** Sets what the patch names; a field of the other type of entry is none of its own and stays as it is. */
function update(which: SQL, patch: EntryPatch): SQL {
  const set: SQL[] = [sql`updated_at = ${new Date().toISOString()}, status = 'ready', error = NULL`];
  const ofType = (type: string, value: string | undefined, column: SQL) =>
    value === undefined ? [] : [sql`${column} = CASE type WHEN ${type} THEN ${value} ELSE ${column} END`];
  if (patch.title !== undefined) set.push(sql`title = ${patch.title}`);
  if (patch.metadata !== undefined) set.push(sql`metadata = ${JSON.stringify(patch.metadata)}`);
  set.push(
    ...ofType('qa', patch.question, sql`question`),
    ...ofType('qa', patch.answer, sql`answer`),
    ...ofType('text', patch.content, sql`content`),
  );
  return sql`UPDATE entries AS k SET ${sql.join(set, sql`, `)} WHERE ${which}`;
}
