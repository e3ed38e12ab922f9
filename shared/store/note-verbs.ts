import { type SQL, sql } from 'drizzle-orm';
import type { ListNotes } from '../api/notes.ts';
import { newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Note } from '../protocol/entities.ts';
import type { Rule } from './database.ts';
import type { Json } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { pageOf } from './page.ts';
import { noteJson } from './render.ts';
import type { Scope } from './scope.ts';
import { type Draft, type Written, notFound, written } from './write-conversations.ts';

type NotePage = { data: Note[]; page: { nextCursor: string | null } };

/** The newest notes on `conversations c`, oldest first. */
export const newestNotes = sql`(SELECT json_group_array(json(${noteJson}) ORDER BY n.cursor) FROM (SELECT * FROM notes n
  WHERE n.tenant_id = c.tenant_id AND n.conversation_id = c.id ORDER BY n.cursor DESC LIMIT ${limits.page.notes}) n)`;

/** The verbs on the notes that operators leave for each other. */
export function noteVerbs(scope: Scope) {
  const { tenantId, authorId } = scope;
  return {
    /** The notes on a conversation, newest first. Errors: not_found. */
    listNotes(conversationId: string, { cursor, limit }: ListNotes): Promise<Json<NotePage>> {
      const older = cursor === undefined ? sql`` : sql`AND n.cursor < ${cursor}`;
      const page = pageOf(
        sql`SELECT ${noteJson} AS item, n.cursor AS place FROM notes n
          WHERE n.tenant_id = ${tenantId} AND n.conversation_id = ${conversationId} ${older}
          ORDER BY n.cursor DESC LIMIT ${limit + 1}`,
        limit,
      );
      return scope.read(sql`SELECT (${page}) FROM conversations c
        WHERE ${scope.conversations} AND c.id = ${conversationId}`);
    },
    /** Leaves a note, once per `clientId`. Errors: not_found, conflict. */
    async createNote(conversationId: string, draft: Draft): Promise<Written<Note>> {
      const note = noting(scope, conversationId, draft);
      const row = await scope.write({
        refuse: [...notFound(scope, conversationId), note.reused],
        statements: [note.insert],
        result: note.ack,
      });
      return written(row);
    },
    /** Deletes a note of the operator's own. Errors: not_found, forbidden (another's). */
    async deleteNote(id: string): Promise<{ news: News }> {
      const which = sql`tenant_id = ${tenantId} AND id = ${id}`;
      const row = await scope.write({
        refuse: [
          [sql`NOT EXISTS (SELECT 1 FROM notes WHERE ${which})`, 'not_found'],
          [sql`EXISTS (SELECT 1 FROM notes WHERE ${which} AND author_id <> ${authorId})`, 'forbidden'],
        ],
        statements: [sql`DELETE FROM notes WHERE ${which}`],
        result: sql`SELECT ${newsColumns(tenantId)}`,
      });
      return { news: newsOf(row) };
    },
  };
}

/** The statements of one note: the same draft again finds the first one and adds nothing. */
function noting(scope: Scope, conversationId: string, { content, clientId }: Draft) {
  const { tenantId, authorId } = scope;
  const id = newId('nte');
  const name = clientId ?? id;
  const once = sql`n.tenant_id = ${tenantId} AND n.author_id = ${authorId} AND n.client_id = ${name}`;
  const differs = sql`(n.content <> ${content} OR n.conversation_id <> ${conversationId})`;
  const reused: Rule = [sql`EXISTS (SELECT 1 FROM notes n WHERE ${once} AND ${differs})`, 'conflict'];
  const insert: SQL = sql`
    INSERT INTO notes (tenant_id, id, conversation_id, after_seq, cursor, author_id, author_name, content, client_id,
      created_at)
    SELECT c.tenant_id, ${id}, c.id, c.seq, t.cursor + 1, u.id, u.name, ${content}, ${name}, ${new Date().toISOString()}
    FROM conversations c JOIN tenants t ON t.id = c.tenant_id
    JOIN users u ON u.tenant_id = c.tenant_id AND u.id = ${authorId}
    WHERE ${scope.conversations} AND c.id = ${conversationId}
    ON CONFLICT (tenant_id, author_id, client_id) DO NOTHING`;
  const ack: SQL = sql`SELECT n.id = ${id} AS fresh, ${noteJson} AS result, ${newsColumns(tenantId, sql`n.cursor`)}
    FROM notes n WHERE ${once}`;
  return { reused, insert, ack };
}
