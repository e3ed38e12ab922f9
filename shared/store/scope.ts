import { type SQL, sql } from 'drizzle-orm';
import { AppError } from '../errors.ts';
import type { TenantId } from '../ids.ts';
import { type Operator, type Visitor, ownOrigin } from '../principal.ts';
import { type Database, type Row, type Rule, gate, refusalOf, verdict } from './database.ts';
import { type Json, rendered } from './json.ts';

export type Write = { refuse?: Rule[]; statements: SQL[]; result: SQL };

/**
 * What one principal can reach. Every read and write carries the proof that its credential still holds,
 * in the same request as the work; there is no other way from a verb to the database.
 */
export type Scope = {
  tenantId: TenantId;
  side: 'operator' | 'visitor';
  /** The id under which this principal writes. */
  authorId: string;
  /** Narrows `conversations c` to the principal's own. */
  conversations: SQL;
  /** Narrows `events e` to those it may see. */
  events: SQL;
  /** One statement: JSON of `body`, or `not_found` where that is NULL. */
  read<T>(body: SQL): Promise<Json<T>>;
  /** One transaction: the row of `result`. */
  write(verb: Write): Promise<Row>;
};

type Bounds = Omit<Scope, 'read' | 'write'> & { rules: Rule[] };

function scope(db: Database, { rules, ...bounds }: Bounds): Scope {
  return {
    ...bounds,
    async read<T>(body: SQL) {
      const row =
        await db.one(sql`SELECT proof.code AS code, CASE WHEN proof.code = '$' THEN (${body}) END AS body
        FROM (SELECT ${verdict(rules)} AS code) proof`);
      const refusal = refusalOf(String(row?.['code']));
      if (refusal) throw refusal;
      if (row?.['body'] === null) throw new AppError('not_found');
      return rendered<T>(row?.['body']);
    },
    async write({ refuse = [], statements, result }) {
      const results = await db.write([gate([...rules, ...refuse]), ...statements, result]);
      const row = results.at(-1)?.[0];
      if (!row) throw new AppError('not_found');
      return row;
    },
  };
}

/** The scope of an operator: its tenant, for as long as its session lives. */
export function operatorScope(db: Database, operator: Operator): Scope {
  return scope(db, operatorBounds(operator));
}

/** The scope of an operator that is an owner of its tenant, and refused as `forbidden` where it is not. */
export function ownerScope(db: Database, operator: Operator): Scope {
  const { tenantId, userId } = operator;
  const { rules, ...bounds } = operatorBounds(operator);
  const isOwner = sql`EXISTS (SELECT 1 FROM users WHERE tenant_id = ${tenantId} AND id = ${userId} AND role = 'owner')`;
  return scope(db, { ...bounds, rules: [...rules, [sql`NOT ${isOwner}`, 'forbidden']] });
}

function operatorBounds({ tenantId, userId, sessionId }: Operator): Bounds {
  const alive = sql`EXISTS (SELECT 1 FROM sessions WHERE tenant_id = ${tenantId} AND id = ${sessionId}
    AND user_id = ${userId} AND expires_at > ${new Date().toISOString()})`;
  return {
    tenantId,
    side: 'operator',
    authorId: userId,
    conversations: sql`c.tenant_id = ${tenantId}`,
    events: sql`e.tenant_id = ${tenantId} AND e.type <> 'session:end'`,
    rules: [[sql`NOT ${alive}`, 'unauthorized']],
  };
}

/** The scope of a visitor: its own conversations, from an origin that the tenant allows. */
export function visitorScope(db: Database, { tenantId, visitorId, origin }: Visitor): Scope {
  const known = sql`EXISTS (SELECT 1 FROM visitors WHERE tenant_id = ${tenantId} AND id = ${visitorId})`;
  return scope(db, {
    tenantId,
    side: 'visitor',
    authorId: visitorId,
    conversations: sql`c.tenant_id = ${tenantId} AND c.visitor_id = ${visitorId}`,
    events: sql`e.tenant_id = ${tenantId} AND e.visitor_id = ${visitorId}`,
    rules: [
      [sql`NOT ${known}`, 'unauthorized'],
      [sql`NOT ${originAllowed(tenantId, origin)}`, 'forbidden'],
    ],
  });
}

/** Whether the tenant's list allows an origin; an empty list allows any, also none. Chatly's own is always allowed. */
export function originAllowed(tenantId: TenantId, origin: string | null): SQL {
  if (origin === ownOrigin) return sql`1`;
  return sql`EXISTS (SELECT 1 FROM widgets w WHERE w.tenant_id = ${tenantId} AND (w.allowed_origins = '[]'
    OR EXISTS (SELECT 1 FROM json_each(w.allowed_origins) WHERE value = ${origin})))`;
}
