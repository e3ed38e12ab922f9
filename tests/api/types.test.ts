import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { OperatorEnv, PublicEnv, SharedEnv } from '../../functions/http/context.ts';
import { createServices, type Services } from '../../functions/services.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { Operator, Visitor } from '../../shared/principal.ts';
import type { PublicStore } from '../../shared/store/public-store.ts';
import type { TenantStore } from '../../shared/store/tenant-store.ts';
import type { VisitorStore } from '../../shared/store/visitor-store.ts';
import { mintTenantId } from '../../shared/tenant-id.ts';

/**
 * Forgetting the scope does not compile. Each `@ts-expect-error` is held by `tsc -p tests/tsconfig.json`, which is a
 * part of `npm run check`: were the line below it to compile, the check would fail. Nothing here is ever run.
 */
export function pins(services: Services, operator: Operator, visitor: Visitor, tenantId: TenantId): void {
  new Hono<PublicEnv>()
    // @ts-expect-error: a public route has no store.
    .get('/', (c) => c.json(c.var.store))
    // @ts-expect-error: nor a principal.
    .get('/', (c) => c.json(c.var.principal))
    // @ts-expect-error: and nowhere is there a database.
    .get('/', (c) => c.json(c.var.db));
  new Hono<OperatorEnv>()
    // @ts-expect-error: not on an operator's route either.
    .get('/', (c) => c.json(c.var.db))
    // @ts-expect-error: a store takes no tenant.
    .get('/', async (c) => c.json(await c.var.store.getEntry(tenantId, 'kbe1')));
  new Hono<SharedEnv>()
    // @ts-expect-error: what a route shares with visitors has only what visitors may do.
    .get('/', async (c) => c.json(await c.var.store.listEntries({ limit: 1 })))
    // @ts-expect-error: not the settings of the account.
    .get('/', async (c) => c.json(await c.var.store.getSettings()));

  // @ts-expect-error: services hand out no database.
  void services.db;
  // @ts-expect-error: an operator's store wants an operator, not a tenant.
  services.operatorStore(tenantId);
  // @ts-expect-error: nor a visitor.
  services.operatorStore(visitor);
  // @ts-expect-error: and a visitor's store no operator.
  services.visitorStore(operator);
  // @ts-expect-error: a text is no tenant's id until it was minted.
  services.publicStore('ten1');
  // @ts-expect-error: a principal cannot be made up with one either.
  services.operatorStore({ kind: 'operator', tenantId: 'ten1', userId: 'usr1', sessionId: 'ses1' });
}

type Names<T> = Extract<keyof T, string>;
type Leaks = 'db' | 'client' | 'one' | 'write' | 'read' | 'scope' | 'execute' | 'batch' | 'sql';
/** `never` where no store gives out the database, or a way to ask it something of one's own. */
type Leaked = Extract<
  Names<TenantStore> | Names<VisitorStore> | Names<PublicStore> | Names<Services['platform']>,
  Leaks
>;
const leaked: Leaked[] = [];
type VisitorOnly = Exclude<Names<VisitorStore>, Names<TenantStore>>;
const visitorOnly: VisitorOnly[] = [];

it('gives out stores without a database in them, at run time too', () => {
  expect([leaked, visitorOnly]).toEqual([[], []]);
  const config = {
    LIBSQL_URL: 'http://127.0.0.1:1',
    TOKEN_SECRET: 'x'.repeat(32),
    ROOM_SECRET: 'y'.repeat(32),
    DASHBOARD_ORIGINS: [],
    TRUSTED_ADDRESSES: 'none' as const,
  };
  const services = createServices(config, Object.create(null));
  const tenantId = mintTenantId(`ten${'0'.repeat(24)}`);
  const session = { tenantId, sessionId: 'ses1' };
  const stores = [
    services.operatorStore({ kind: 'operator', ...session, userId: 'usr1' }),
    services.visitorStore({ kind: 'visitor', ...session, visitorId: 'vis1', origin: null }),
    services.publicStore(tenantId),
    services.platform,
  ];
  for (const store of stores) {
    for (const [name, value] of Object.entries(store)) {
      expect([name, typeof value]).toEqual([name, name === 'kind' ? 'string' : 'function']);
    }
  }
});
