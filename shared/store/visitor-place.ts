import { type SQL, sql } from 'drizzle-orm';
import type { Page } from '../protocol/entities.ts';

/** Where a visitor's browser is, and what it says of itself; what is not named stays as it was. */
export type Place = {
  page?: Page | undefined;
  language?: string | undefined;
  timezone?: string | undefined;
};

/** The assignments, for `UPDATE visitors SET`, of somebody who is there just now. */
export function placeChanges({ page, language, timezone }: Place): SQL {
  const changes = [sql`seen_at = ${new Date().toISOString()}`];
  if (page) {
    const { url, title = null, referrer = null } = page;
    changes.push(sql`page_url = ${url}, page_title = ${title}, page_referrer = ${referrer}`);
  }
  if (language) changes.push(sql`language = ${language}`);
  if (timezone) changes.push(sql`timezone = ${timezone}`);
  return sql.join(changes, sql`, `);
}
