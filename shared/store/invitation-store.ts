import { sql } from 'drizzle-orm';
import type { OpenInvitation } from '../api/accept-invitation.ts';
import type { User } from '../api/auth.ts';
import { AppError } from '../errors.ts';
import { type TenantId, newId } from '../ids.ts';
import { limits } from '../limits.ts';
import { countAttempt, overLimit } from './attempts.ts';
import { type Database, type Rule, gate, refusalOf, verdict } from './database.ts';
import { type Json, rendered } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { type Device, type SignedIn, emailKey, emailTaken, newSession } from './platform-store.ts';
import { reworded } from './reworded.ts';

export type Joining = { email: string; name: string; passwordHash: string; device: Device };

/** The door through which people join a team, each with a token that works once. */
export function invitationStore(db: Database, tenantId: TenantId, tokenHash: string) {
  const which = sql`tenant_id = ${tenantId} AND token_hash = ${tokenHash}`;
  const rules = (email: string): Rule[] => [
    [
      sql`NOT EXISTS (SELECT 1 FROM invitations WHERE ${which} AND expires_at > ${new Date().toISOString()})`,
      'not_found',
    ],
    [sql`EXISTS (SELECT 1 FROM users WHERE email_key = ${emailKey(email)})`, 'conflict'],
    [
      sql`(SELECT count(*) FROM users WHERE tenant_id = ${tenantId}) >= ${limits.team.members}`,
      'invalid_request',
    ],
  ];
  const explained = <T>(run: () => Promise<T>) =>
    reworded('invalid_request', teamFull, () =>
      reworded('not_found', overAndDone, () => reworded('conflict', emailTaken, run)),
    );
  return {
    /** What the invitation is for. Errors: not_found. */
    async look(): Promise<Json<{ data: OpenInvitation }>> {
      const row = await db.one(sql`SELECT json_object('data', json_object('companyName', t.company_name,
          'role', i.role, 'name', i.name, 'expiresAt', i.expires_at)) AS found
        FROM invitations i JOIN tenants t ON t.id = i.tenant_id
        WHERE i.tenant_id = ${tenantId} AND i.token_hash = ${tokenHash} AND i.expires_at > ${new Date().toISOString()}`);
      if (!row) throw overAndDone();
      return rendered(row['found']);
    },
    /** Counts a try from an address (null is exempt). Errors: not_found, conflict (e-mail taken), rate_limited. */
    async admit(email: string, address: string | null): Promise<void> {
      const key = `register:${address}`;
      const limited = address ? [overLimit(key, limits.rate.registerPerAddress)] : [];
      await explained(async () => {
        // No gate, which would roll the count back: what is refused tells whether an e-mail has an account.
        const results = await db.write([
          ...(address ? [countAttempt(key, limits.rate.registerPerAddress)] : []),
          sql`SELECT ${verdict([...limited, ...rules(email)])} AS code`,
        ]);
        const refusal = refusalOf(String(results.at(-1)?.[0]?.['code']));
        if (refusal) throw refusal;
      });
    },
    /** Makes the member, and uses the invitation up, all or nothing. Errors: not_found, conflict. */
    async join({ email, name, passwordHash, device }: Joining): Promise<{ session: SignedIn; news: News }> {
      const id = newId('usr');
      const now = new Date().toISOString();
      /** Of the member who has come, and of the invitation that is gone. */
      const bothEvents = sql`(SELECT cursor - 1 FROM tenants WHERE id = ${tenantId})`;
      const nobody: User = { id, email, name, companyName: '', tenantId, role: 'agent' };
      const { insert, signedIn } = newSession(nobody, tenantId, device);
      const results = await explained(() =>
        db.write([
          gate(rules(email)),
          sql`INSERT INTO users (tenant_id, id, email, email_key, name, role, password_hash, created_at)
            SELECT tenant_id, ${id}, ${email}, ${emailKey(email)}, ${name}, role, ${passwordHash}, ${now}
            FROM invitations WHERE ${which}`,
          sql`DELETE FROM invitations WHERE ${which}`,
          insert,
          sql`SELECT u.role AS role, t.company_name AS company_name, ${newsColumns(tenantId, bothEvents)}
            FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.tenant_id = ${tenantId} AND u.id = ${id}`,
        ]),
      );
      const row = results.at(-1)?.[0];
      if (!row) throw new AppError('internal');
      const role = row['role'] === 'owner' ? 'owner' : 'agent';
      const user: User = { ...nobody, role, companyName: String(row['company_name']) };
      return { session: { ...signedIn, user }, news: newsOf(row) };
    },
  };
}

const overAndDone = () =>
  new AppError('not_found', {
    message: 'This invitation is used up, taken back or over. Ask for a new one.',
  });
const teamFull = () =>
  new AppError('invalid_request', { message: `This team has ${limits.team.members} members already.` });
