import { sql } from 'drizzle-orm';
import type { User } from '../api/auth.ts';
import type { Operator } from '../principal.ts';
import { AppError } from '../errors.ts';
import { limits } from '../limits.ts';
import { countAttempt, forgetAttempts, refuseIfOver, waitMs } from './attempts.ts';
import { type Json, rendered } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { emailKey } from './platform-store.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';

export type AccountChange = {
  name?: string | undefined;
  email?: string | undefined;
  companyName?: string | undefined;
  /** Ends all other sessions. */
  passwordHash?: string | undefined;
};

/** The verbs on the signed-in operator itself. */
export function accountVerbs(scope: Scope, { userId, sessionId }: Operator) {
  const { tenantId } = scope;
  const me = sql`u.tenant_id = ${tenantId} AND u.id = ${userId}`;
  const guesses = { key: `password:${userId}`, rule: limits.rate.passwordPerAccount };
  const current = sql`SELECT json_object('data', json_object('id', u.id, 'email', u.email, 'name', u.name,
      'companyName', t.company_name, 'tenantId', t.id, 'role', u.role)) AS result
    FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE ${me}`;
  return {
    getSettings: (): Promise<Json<{ data: User }>> => scope.read(current),
    /** Counts a check of the current password and gives the stored hash. Errors: rate_limited. */
    async passwordToCheck(): Promise<string> {
      const row = await scope.write({
        statements: [countAttempt(guesses.key, guesses.rule)],
        result: sql`SELECT u.password_hash, ${waitMs([guesses])} AS wait_ms FROM users u WHERE ${me}`,
      });
      refuseIfOver(row);
      return String(row['password_hash']);
    },
    /** Changes what is named. Errors: conflict (e-mail taken); forbidden (a new e-mail without `passwordProved`, a company's name from an agent). */
    async updateSettings(
      change: AccountChange,
      { passwordProved }: { passwordProved: boolean },
    ): Promise<{ result: Json<{ data: User }>; news: News }> {
      const key = change.email === undefined ? null : emailKey(change.email);
      const row = await reworded('conflict', emailInUse, () =>
        scope.write({
          refuse: [
            [
              sql`${change.companyName !== undefined}
                AND EXISTS (SELECT 1 FROM users u WHERE ${me} AND u.role <> 'owner')`,
              'forbidden',
            ],
            [sql`EXISTS (SELECT 1 FROM users WHERE email_key = ${key} AND id <> ${userId})`, 'conflict'],
            [
              sql`NOT ${passwordProved} AND NOT EXISTS (SELECT 1 FROM users u WHERE ${me}
                AND u.email_key = coalesce(${key}, u.email_key))`,
              'forbidden',
            ],
          ],
          statements: [
            sql`UPDATE users AS u SET name = coalesce(${change.name ?? null}, name),
              email = coalesce(${change.email ?? null}, email), email_key = coalesce(${key}, email_key),
              password_hash = coalesce(${change.passwordHash ?? null}, password_hash) WHERE ${me}`,
            sql`UPDATE tenants SET company_name = coalesce(${change.companyName ?? null}, company_name)
              WHERE id = ${tenantId}`,
            ...(passwordProved ? [forgetAttempts(guesses.key)] : []),
            ...(change.passwordHash === undefined
              ? []
              : [
                  sql`DELETE FROM sessions WHERE tenant_id = ${tenantId} AND user_id = ${userId} AND id <> ${sessionId}`,
                ]),
          ],
          result: sql`SELECT settings.result, ${newsColumns(tenantId)} FROM (${current}) settings`,
        }),
      );
      return { result: rendered(row['result']), news: newsOf(row) };
    },
    /** Ends this session: it is dead from this commit on. */
    async endSession(): Promise<News> {
      const row = await scope.write({
        statements: [sql`DELETE FROM sessions WHERE tenant_id = ${tenantId} AND id = ${sessionId}`],
        result: sql`SELECT ${newsColumns(tenantId)}`,
      });
      return newsOf(row);
    },
  };
}

const emailInUse = () => new AppError('conflict', { message: 'Another account already uses this e-mail.' });
