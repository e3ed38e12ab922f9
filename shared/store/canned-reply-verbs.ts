import { type SQL, sql } from 'drizzle-orm';
import type { CannedReply, CannedReplyDraft, CannedReplyPatch } from '../api/canned-replies.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';

type Replies = { data: CannedReply[]; page: { nextCursor: string | null } };

const replyJson = sql.raw(`json_object('id', r.id, 'shortcut', r.shortcut, 'content', r.content,
  'createdAt', r.created_at, 'updatedAt', r.updated_at)`);

/** The verbs on the replies that a team has ready. */
export function cannedReplyVerbs(scope: Scope) {
  const { tenantId } = scope;
  const which = (id: string) => sql`tenant_id = ${tenantId} AND id = ${id}`;
  const one = (id: string) => sql`SELECT json_object('data', ${replyJson}) AS result FROM canned_replies r
    WHERE r.tenant_id = ${tenantId} AND r.id = ${id}`;
  const notFound = (id: string): Rule => [
    sql`NOT EXISTS (SELECT 1 FROM canned_replies WHERE ${which(id)})`,
    'not_found',
  ];
  /** Another's than `id`. */
  const taken = (shortcut: string, id: string): Rule => [
    sql`EXISTS (SELECT 1 FROM canned_replies WHERE tenant_id = ${tenantId} AND shortcut = ${shortcut} AND id <> ${id})`,
    'conflict',
  ];
  const write = async (id: string, refuse: Rule[], statement: SQL): Promise<Json<{ data: CannedReply }>> => {
    const row = await reworded('conflict', shortcutTaken, () =>
      scope.write({ refuse, statements: [statement], result: one(id) }),
    );
    return rendered(row['result']);
  };
  return {
    listCannedReplies: (): Promise<Json<Replies>> =>
      scope.read(sql`SELECT json_object('data', (SELECT json_group_array(${replyJson} ORDER BY r.shortcut)
        FROM canned_replies r WHERE r.tenant_id = ${tenantId}), 'page', json_object('nextCursor', NULL))`),
    /** Errors: conflict (the shortcut is taken), invalid_request (there are as many as there may be). */
    async createCannedReply({ shortcut, content }: CannedReplyDraft): Promise<Json<{ data: CannedReply }>> {
      const id = newId('rpl');
      const now = new Date().toISOString();
      const isFull: Rule = [
        sql`(SELECT count(*) FROM canned_replies WHERE tenant_id = ${tenantId}) >= ${limits.cannedReplies}`,
        'invalid_request',
      ];
      return reworded('invalid_request', tooMany, () =>
        write(
          id,
          [taken(shortcut, id), isFull],
          sql`INSERT INTO canned_replies (tenant_id, id, shortcut, content, created_at, updated_at)
            VALUES (${tenantId}, ${id}, ${shortcut}, ${content}, ${now}, ${now})`,
        ),
      );
    },
    /** Changes what is named. Errors: not_found, conflict (the shortcut is taken). */
    updateCannedReply(id: string, patch: CannedReplyPatch): Promise<Json<{ data: CannedReply }>> {
      const { shortcut = null, content = null } = patch;
      return write(
        id,
        [notFound(id), ...(shortcut === null ? [] : [taken(shortcut, id)])],
        sql`UPDATE canned_replies SET shortcut = coalesce(${shortcut}, shortcut),
          content = coalesce(${content}, content), updated_at = ${new Date().toISOString()} WHERE ${which(id)}`,
      );
    },
    /** Errors: not_found. */
    async deleteCannedReply(id: string): Promise<void> {
      await scope.write({
        refuse: [notFound(id)],
        statements: [sql`DELETE FROM canned_replies WHERE ${which(id)}`],
        result: sql`SELECT 1`,
      });
    },
  };
}

const shortcutTaken = () =>
  new AppError('conflict', { message: 'There is already a reply with this shortcut.' });
const tooMany = () =>
  new AppError('invalid_request', {
    message: `There are ${limits.cannedReplies} replies already. Delete one first.`,
  });
