import { type SQL, sql } from 'drizzle-orm';
import type { PublicWidget } from '../api/widget.ts';
import { AppError } from '../errors.ts';
import { type TenantId, newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Visitor } from '../protocol/entities.ts';
import { countAttempt, overLimit, sweepAttempts } from './attempts.ts';
import { type Database, gate } from './database.ts';
import { type Json, rendered } from './json.ts';
import { visitorJson } from './render.ts';
import { originAllowed } from './scope.ts';
import { type Place, placeChanges } from './visitor-place.ts';
import { publicWidgetJson } from './widget-json.ts';

export type Newcomer = {
  origin: string | null;
  /** Where the request comes from; null is exempt from the limit. */
  address: string | null;
  name: string | null;
  email: string | null;
  /** The tenant's own name for a visitor it vouches for. */
  externalId: string | null;
  /** The visitor that the caller has proved to be already. */
  visitorId: string | null;
  place: Place;
};

export type Arrival = { visitorId: string; visitor: Json<Visitor> };

/** What a tenant shows to anyone: its widget, and the door through which visitors come. */
export function publicStore(db: Database, tenantId: TenantId) {
  return {
    /** What a page needs to draw the widget. Errors: not_found. */
    async widget(): Promise<{ widget: Json<PublicWidget>; isInstalled: boolean }> {
      const row = await db.one(sql`SELECT ${publicWidgetJson} AS widget, w.installed_at AS installed_at
        FROM widgets w JOIN tenants t ON t.id = w.tenant_id WHERE w.tenant_id = ${tenantId}`);
      if (!row) throw new AppError('not_found');
      return { widget: rendered<PublicWidget>(row['widget']), isInstalled: row['installed_at'] !== null };
    },
    /** Remembers on which site the widget was loaded first. */
    async noteInstalled(origin: string): Promise<void> {
      await db.write([
        sql`UPDATE widgets SET installed_on = ${origin}, installed_at = ${new Date().toISOString()}
          WHERE tenant_id = ${tenantId} AND installed_at IS NULL`,
      ]);
    },
    /** Lets a visitor in, as a new one or as the one it has proved to be. Errors: not_found, forbidden, rate_limited. */
    async startVisitor(newcomer: Newcomer): Promise<Arrival> {
      const key = `visitor:${newcomer.address}`;
      const limited = newcomer.address ? [overLimit(key, limits.rate.visitorPerAddress)] : [];
      const results = await db.write([
        ...(newcomer.address ? [sweepAttempts(), countAttempt(key, limits.rate.visitorPerAddress)] : []),
        gate([
          [sql`NOT EXISTS (SELECT 1 FROM widgets WHERE tenant_id = ${tenantId})`, 'not_found'],
          [sql`NOT ${originAllowed(tenantId, newcomer.origin)}`, 'forbidden'],
          ...limited,
        ]),
        arrive(tenantId, newcomer),
        sql`UPDATE visitors AS v SET ${placeChanges(newcomer.place)} WHERE ${arrived(tenantId, newcomer)}`,
        sql`SELECT v.id AS id, ${visitorJson} AS visitor FROM visitors v WHERE ${arrived(tenantId, newcomer)}`,
      ]);
      const row = results.at(-1)?.[0];
      if (!row) throw new AppError('unauthorized');
      return { visitorId: String(row['id']), visitor: rendered<Visitor>(row['visitor']) };
    },
  };
}

export type PublicStore = ReturnType<typeof publicStore>;

function arrive(tenantId: TenantId, { name, email, externalId, visitorId }: Newcomer) {
  const insert = sql`INSERT INTO visitors (tenant_id, id, name, email, external_id, created_at)
    VALUES (${tenantId}, ${newId('vis')}, ${name}, ${email}, ${externalId}, ${new Date().toISOString()})`;
  if (externalId !== null) {
    return sql`${insert} ON CONFLICT (tenant_id, external_id) DO UPDATE
      SET name = coalesce(excluded.name, name), email = coalesce(excluded.email, email)`;
  }
  if (visitorId === null) return insert;
  // What a visitor says of itself never changes what its tenant vouched for.
  return sql`UPDATE visitors SET name = coalesce(${name}, name), email = coalesce(${email}, email)
    WHERE tenant_id = ${tenantId} AND id = ${visitorId} AND external_id IS NULL`;
}

/** The visitor who has just arrived, after `arrive` in the same batch. */
function arrived(tenantId: TenantId, { externalId, visitorId }: Newcomer): SQL {
  if (externalId !== null) return sql`v.tenant_id = ${tenantId} AND v.external_id = ${externalId}`;
  if (visitorId !== null) return sql`v.tenant_id = ${tenantId} AND v.id = ${visitorId}`;
  return sql`v.tenant_id = ${tenantId} AND v.rowid = last_insert_rowid()`;
}
