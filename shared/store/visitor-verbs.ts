import { sql } from 'drizzle-orm';
import type { RateConversation } from '../api/rating.ts';
import type { VisitorPatch } from '../api/visitors.ts';
import { AppError } from '../errors.ts';
import type { Conversation, Visitor } from '../protocol/entities.ts';
import { newsColumns } from './log.ts';
import { conversationJson, visitorJson } from './render.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';
import { placeChanges } from './visitor-place.ts';
import { type Written, notFound, written } from './write-conversations.ts';

/** What only visitors do. */
export function visitorVerbs(scope: Scope) {
  const self = sql`v.tenant_id = ${scope.tenantId} AND v.id = ${scope.authorId}`;
  return {
    /** Takes in who and where the visitor is. Errors: forbidden (name or e-mail of one vouched for). */
    async updateVisitor({ name, email, ...place }: VisitorPatch): Promise<Written<Visitor>> {
      const isNaming = name !== undefined || email !== undefined;
      const row = await reworded('forbidden', vouchedFor, () =>
        scope.write({
          refuse: [
            [
              sql`${isNaming} AND EXISTS (SELECT 1 FROM visitors v WHERE ${self} AND v.external_id IS NOT NULL)`,
              'forbidden',
            ],
          ],
          statements: [
            sql`UPDATE visitors AS v SET name = coalesce(${name ?? null}, name), email = coalesce(${email ?? null}, email),
              ${placeChanges(place)} WHERE ${self}`,
          ],
          result: sql`SELECT 1 AS fresh, ${visitorJson} AS result, ${newsColumns(scope.tenantId)} FROM visitors v WHERE ${self}`,
        }),
      );
      return written(row);
    },
    /** Rates a resolved conversation, anew if it was rated before. Errors: not_found, conflict (not resolved). */
    async rateConversation(id: string, { score, comment }: RateConversation): Promise<Written<Conversation>> {
      const which = sql`${scope.conversations} AND c.id = ${id}`;
      const said = comment ?? null;
      const now = new Date().toISOString();
      const row = await reworded('conflict', notResolved, () =>
        scope.write({
          refuse: [
            ...notFound(scope, id),
            [
              sql`EXISTS (SELECT 1 FROM conversations c WHERE ${which} AND c.status <> 'resolved')`,
              'conflict',
            ],
          ],
          statements: [
            sql`UPDATE conversations AS c SET rating_score = ${score}, rating_comment = ${said}, rated_at = ${now},
                updated_at = ${now}
              WHERE ${which} AND (rating_score IS NOT ${score} OR rating_comment IS NOT ${said})`,
          ],
          result: sql`SELECT 1 AS fresh, ${conversationJson()} AS result, ${newsColumns(scope.tenantId)}
            FROM conversations c JOIN visitors v ON v.tenant_id = c.tenant_id AND v.id = c.visitor_id WHERE ${which}`,
        }),
      );
      return written(row);
    },
  };
}

const vouchedFor = () =>
  new AppError('forbidden', { message: 'Your name and e-mail come from the site you are signed in to.' });
const notResolved = () =>
  new AppError('conflict', { message: 'A conversation can be rated once it is resolved.' });
