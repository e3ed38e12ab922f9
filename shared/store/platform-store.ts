import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { User } from '../api/auth.ts';
import { AppError } from '../errors.ts';
import { type TenantId, newId } from '../ids.ts';
import { limits } from '../limits.ts';
import {
  countAttempt,
  forgetAttempts,
  refuseIfOver,
  sweepAttempts,
  uncountAttempt,
  waitMs,
} from './attempts.ts';
import { type Database, type Row, gate } from './database.ts';
import { rendered } from './json.ts';
import { reworded } from './reworded.ts';
import { mintTenantId } from '../tenant-id.ts';

const TenantIds = z.array(z.string());

export type Account = { user: User; passwordHash: string };
export type Registration = {
  email: string;
  name: string;
  companyName: string;
  passwordHash: string;
};
/** Where a session is begun, and with what kind of browser. */
export type Device = { address: string | null; client: string | null };
export type SignedIn = { user: User; tenantId: TenantId; sessionId: string; expiresAt: Date };

/** The e-mail in the form in which two are the same. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

const loginKeys = (email: string, address: string | null) => [
  { key: `login:account:${emailKey(email)}`, rule: limits.rate.loginPerAccount },
  ...(address ? [{ key: `login:address:${address}`, rule: limits.rate.loginPerAddress }] : []),
];

/** What happens before there is a principal: registering and signing in. */
export function platformStore(db: Database) {
  return {
    /** Counts a registration from an address. Errors: conflict (e-mail taken), rate_limited. */
    async admitRegistration(email: string, address: string | null): Promise<void> {
      const keys = address ? [{ key: `register:${address}`, rule: limits.rate.registerPerAddress }] : [];
      const results = await db.write([
        ...keys.map(({ key, rule }) => countAttempt(key, rule)),
        sql`SELECT EXISTS (SELECT 1 FROM users WHERE email_key = ${emailKey(email)}) AS taken,
          ${keys.length ? waitMs(keys) : sql`NULL`} AS wait_ms`,
      ]);
      const row = results.at(-1)?.[0];
      refuseIfOver(row);
      if (row?.['taken'] === 1) throw emailTaken();
    },
    /** Makes tenant, first user, widget and session, all or nothing. Errors: conflict. */
    async register(
      { email, name, companyName, passwordHash }: Registration,
      device: Device,
    ): Promise<SignedIn> {
      const tenantId = mintTenantId(newId('ten'));
      const user: User = { id: newId('usr'), email, name, companyName, tenantId, role: 'owner' };
      const now = new Date().toISOString();
      const session = newSession(user, tenantId, device);
      await reworded('conflict', emailTaken, () =>
        db.write([
          gate([[sql`EXISTS (SELECT 1 FROM users WHERE email_key = ${emailKey(email)})`, 'conflict']]),
          sql`INSERT INTO tenants (id, company_name, created_at) VALUES (${tenantId}, ${companyName}, ${now})`,
          sql`INSERT INTO users (tenant_id, id, email, email_key, name, role, password_hash, created_at)
            VALUES (${tenantId}, ${user.id}, ${email}, ${emailKey(email)}, ${name}, ${user.role}, ${passwordHash}, ${now})`,
          sql`INSERT INTO widgets (tenant_id, updated_at) VALUES (${tenantId}, ${now})`,
          session.insert,
        ]),
      );
      return session.signedIn;
    },
    /** Counts a login and finds its account, if there is one. Errors: rate_limited. */
    async admitLogin(email: string, address: string | null): Promise<Account | null> {
      const keys = loginKeys(email, address);
      const results = await db.write([
        ...keys.map(({ key, rule }) => countAttempt(key, rule)),
        sql`SELECT ${waitMs(keys)} AS wait_ms, u.*, t.company_name FROM (SELECT 1)
          LEFT JOIN users u ON u.email_key = ${emailKey(email)} LEFT JOIN tenants t ON t.id = u.tenant_id`,
      ]);
      const row = results.at(-1)?.[0];
      refuseIfOver(row);
      return row && row['id'] !== null ? accountOf(row) : null;
    },
    /**
     * Begins a session after a right password; a new hash, if there is one, is stored with it. Errors: unauthorized, where
     * the password has been changed, or its account is gone, since it was checked.
     */
    async startSession(
      { user, passwordHash }: Account,
      { limited, newHash, ...device }: Device & { limited: string | null; newHash: string | null },
    ): Promise<SignedIn> {
      const tenantId = mintTenantId(user.tenantId);
      const session = newSession(user, tenantId, device);
      const [account, ...addresses] = loginKeys(user.email, limited).map(({ key }) => key);
      const checked = sql`tenant_id = ${tenantId} AND id = ${user.id} AND password_hash = ${passwordHash}`;
      await db.write([
        gate([[sql`NOT EXISTS (SELECT 1 FROM users WHERE ${checked})`, 'unauthorized']]),
        ...(account ? [forgetAttempts(account)] : []),
        ...addresses.map(uncountAttempt),
        sweepAttempts(),
        sql`UPDATE users SET password_hash = coalesce(${newHash}, password_hash) WHERE ${checked}`,
        sql`DELETE FROM sessions WHERE tenant_id = ${tenantId} AND user_id = ${user.id}
          AND expires_at <= ${new Date().toISOString()}`,
        session.insert,
      ]);
      return session.signedIn;
    },
    /**
     * Tenants whose bot has owed an answer for a while; of many some, in no order, so that those whose debts cannot be
     * paid hold up no others.
     */
    async owing(): Promise<TenantId[]> {
      const before = new Date(Date.now() - limits.answer.overdueMs).toISOString();
      const row = await db.one(sql`SELECT json_group_array(tenant_id) AS tenants FROM (
        SELECT tenant_id FROM conversations WHERE handler = 'bot' AND awaiting > 0 AND updated_at < ${before}
        GROUP BY tenant_id ORDER BY random() LIMIT ${limits.answer.overdueTenants})`);
      return TenantIds.parse(JSON.parse(rendered(row?.['tenants']))).map(mintTenantId);
    },
    /** Whether the database answers. */
    async ping(): Promise<void> {
      await db.one(sql`SELECT 1`);
    },
  };
}

export type PlatformStore = ReturnType<typeof platformStore>;

export const emailTaken = () =>
  new AppError('conflict', { message: 'There is already an account with this e-mail. Sign in instead.' });

function accountOf(row: Row): Account {
  const field = (name: string) => String(row[name]);
  return {
    passwordHash: field('password_hash'),
    user: {
      id: field('id'),
      email: field('email'),
      name: field('name'),
      companyName: field('company_name'),
      tenantId: field('tenant_id'),
      role: row['role'] === 'owner' ? 'owner' : 'agent',
    },
  };
}

/** A session and the statement that begins it. */
export function newSession(user: User, tenantId: TenantId, { address, client }: Device) {
  const sessionId = newId('ses');
  const expiresAt = new Date(Date.now() + limits.session.operatorMs);
  const signedIn: SignedIn = { user, tenantId, sessionId, expiresAt };
  return {
    signedIn,
    insert: sql`INSERT INTO sessions (tenant_id, id, user_id, address, client, expires_at, created_at)
      VALUES (${tenantId}, ${sessionId}, ${user.id}, ${address}, ${client}, ${expiresAt.toISOString()},
        ${new Date().toISOString()})`,
  };
}
