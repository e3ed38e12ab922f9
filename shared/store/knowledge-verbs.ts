import { type SQL, sql } from 'drizzle-orm';
import { Findings } from '../answers/findings.ts';
import type { Question } from '../answers/read-question.ts';
import type { Entry, EntryInput, EntryPatch } from '../api/knowledge-base.ts';
import type { UnansweredAnswer } from '../api/unanswered.ts';
import { AppError } from '../errors.ts';
import { type TenantId, newId } from '../ids.ts';
import type { Row, Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { indexState } from './embedding-store.ts';
import { type Heading, entryIndex, headingOf } from './knowledge-index.ts';
import { holdingAllWords, searchKnowledge } from './knowledge-search.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { pageOf } from './page.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';
import { answeredBy, unansweredLike } from './unanswered-verbs.ts';

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
  /** With whether it has answered one of `unanswered u`, and the news of that. */
  const created = (id: string, question: SQL | null) =>
    sql`SELECT (${shown(id)}) AS result, ${
      question === null
        ? sql`0`
        : sql`EXISTS (SELECT 1 FROM unanswered u
      WHERE ${question} AND u.entry_id = ${id})`
    } AS answers, ${newsColumns(tenantId)}`;
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
    /** Adds an entry; a question that it answers and that was unanswered is so no longer. */
    async createEntry(input: EntryInput): Promise<Created> {
      const id = newId('kbe');
      const question = input.type === 'qa' ? unansweredLike(tenantId, input) : null;
      const row = await scope.write({
        statements: [...inserted(tenantId, id, input), ...(question ? [answeredBy(id, question)] : [])],
        result: created(id, question),
      });
      return createdOf(row);
    },
    /** Makes an entry of an unanswered question, as it was asked last or as it is worded here. Errors: not_found, conflict. */
    async answerUnanswered(unansweredId: string, { question, ...given }: UnansweredAnswer): Promise<Created> {
      const id = newId('kbe');
      const which = sql`u.tenant_id = ${tenantId} AND u.id = ${unansweredId}`;
      const such = (condition: SQL) =>
        sql`EXISTS (SELECT 1 FROM unanswered u WHERE ${which} AND ${condition})`;
      const kept = (column: SQL) => sql`(SELECT ${column} FROM unanswered u WHERE ${which})`;
      const asked = { text: kept(sql`u.question`), terms: kept(sql`u.question_terms`) };
      const input = { type: 'qa' as const, question: question ?? '', ...given };
      const row = await reworded('conflict', hasAnEntry, () =>
        scope.write({
          refuse: [
            [sql`NOT ${such(sql`1`)}`, 'not_found'],
            [such(sql`u.status = 'answered'`), 'conflict'],
          ],
          statements: [
            ...inserted(tenantId, id, input, question === undefined ? asked : headingOf(question)),
            answeredBy(id, which),
          ],
          result: created(id, which),
        }),
      );
      return createdOf(row);
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

/** An entry as it was stored, and news where a question has changed for it. */
export type Created = { result: Json<{ data: Entry }>; news: News | null };

function createdOf(row: Row): Created {
  return { result: rendered(row['result']), news: row['answers'] === 1 ? newsOf(row) : null };
}

const hasAnEntry = () => new AppError('conflict', { message: 'This question has an entry already.' });

/** An entry and its passages, which have another heading than the input's question where one is given. */
function inserted(tenantId: TenantId, id: string, input: EntryInput, heading?: Heading): SQL[] {
  const now = new Date().toISOString();
  const qa = input.type === 'qa' ? input : null;
  const content = input.type === 'text' ? input.content : null;
  return [
    sql`INSERT INTO entries (tenant_id, id, position, type, title, question, answer, content, metadata,
        created_at, updated_at)
      SELECT ${tenantId}, ${id}, coalesce(max(position), 0) + 1, ${input.type}, ${input.title ?? null},
        ${heading?.text ?? qa?.question ?? null}, ${qa?.answer ?? null}, ${content},
        ${JSON.stringify(input.metadata ?? {})}, ${now}, ${now} FROM entries WHERE tenant_id = ${tenantId}`,
    ...entryIndex(tenantId, id).add(input, heading),
  ];
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
