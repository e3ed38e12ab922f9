import { type SQL, sql } from 'drizzle-orm';
import { AppError } from '../errors.ts';
import type { Row, Rule } from './database.ts';

export type RateRule = { max: number; windowMs: number };

/** One more attempt under a key, in a fixed window that begins with the first. */
export function countAttempt(key: string, { windowMs }: RateRule): SQL {
  const nowMs = Date.now();
  return sql`INSERT INTO attempts (key, count, resets_at_ms) VALUES (${key}, 1, ${nowMs + windowMs})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN resets_at_ms <= ${nowMs} THEN 1 ELSE count + 1 END,
      resets_at_ms = CASE WHEN resets_at_ms <= ${nowMs} THEN excluded.resets_at_ms ELSE resets_at_ms END`;
}

/** Takes a counted attempt back, because it succeeded. */
export function uncountAttempt(key: string): SQL {
  return sql`UPDATE attempts SET count = count - 1 WHERE key = ${key} AND count > 0`;
}

export function forgetAttempts(key: string): SQL {
  return sql`DELETE FROM attempts WHERE key = ${key}`;
}

/** Removes what no longer counts. */
export function sweepAttempts(): SQL {
  return sql`DELETE FROM attempts WHERE resets_at_ms <= ${Date.now()}`;
}

/** Refuses a key that is over its limit, until it is free again; only right after `countAttempt`, which ends windows that are over. */
export function overLimit(key: string, { max }: RateRule): Rule {
  const over = sql`FROM attempts WHERE key = ${key} AND count > ${max}`;
  const seconds = sql`max(1, CAST((resets_at_ms - ${Date.now()} + 999) / 1000 AS INTEGER))`;
  return [sql`EXISTS (SELECT 1 ${over})`, sql`(SELECT 'rate_limited_' || ${seconds} ${over})`];
}

/** Milliseconds until the last of these over-used keys is free again; null where none is over its limit. */
export function waitMs(keys: { key: string; rule: RateRule }[]): SQL {
  const over = keys.map(({ key, rule }) => sql`(key = ${key} AND count > ${rule.max})`);
  return sql`(SELECT max(resets_at_ms) - ${Date.now()} FROM attempts WHERE ${sql.join(over, sql` OR `)})`;
}

/** Refuses where `waitMs`, selected as `wait_ms`, says so. Errors: rate_limited. */
export function refuseIfOver(row: Row | undefined): void {
  const wait = row?.['wait_ms'];
  if (typeof wait === 'number') {
    throw new AppError('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) });
  }
}
