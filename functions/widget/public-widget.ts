import type { Context } from 'hono';
import type { PublicWidget } from '../../shared/api/widget.ts';
import type { TenantId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { type Json, inEnvelope } from '../../shared/store/json.ts';
import type { Config } from '../env.ts';
import { anyPage } from '../http/cors.ts';
import { safety } from '../http/edge.ts';
import { publicOrigin } from '../http/origin.ts';
import { send } from '../http/send.ts';
import type { PublicStore } from '../../shared/store/public-store.ts';

type Kept = {
  body: Json<{ data: PublicWidget }>;
  etag: string;
  headers: Record<string, string>;
  staleAtMs: number;
  /** Whether a page of the tenant's own is known to have loaded it; the first one is remembered. */
  isInstalled: boolean;
};

/** The address of a public widget, and nothing before or behind it. */
const asked = /^https?:\/\/[^/?]+\/api\/widget\/public\/(ten[0-9a-z]{24})(?:\?|$)/;
type Sources = {
  config: Config;
  publicStore: (tenantId: TenantId) => Pick<PublicStore, 'widget' | 'noteInstalled'>;
};

const cacheControl = `public, max-age=${limits.widgetCache.freshMs / 1000}`;

/**
 * The public face of widgets, kept in the isolate's memory for `limits.widgetCache.freshMs`: pages ask for it far
 * more often than it changes, so a hit costs no database request. Errors: not_found.
 */
export function publicWidgets({ publicStore, config }: Sources) {
  const kept = new Map<string, Kept>();

  async function find(tenantId: TenantId): Promise<Kept> {
    const known = kept.get(tenantId);
    if (known && known.staleAtMs > Date.now()) return known;
    const fetched = await keep(await publicStore(tenantId).widget());
    if (kept.size >= limits.widgetCache.tenants) kept.clear();
    kept.set(tenantId, fetched);
    return fetched;
  }

  /** Remembers the first page, beside the answer: no page waits for that, and it costs a request but once. */
  function note(c: Context, tenantId: TenantId, known: Kept): void {
    const origin = foreignOrigin(config, c.req.raw);
    if (known.isInstalled || origin === null) return;
    known.isInstalled = true;
    const noted = publicStore(tenantId).noteInstalled(origin);
    c.executionCtx.waitUntil(noted.catch(() => (known.isInstalled = false)));
  }

  return {
    async respond(c: Context, tenantId: TenantId) {
      const known = await find(tenantId);
      note(c, tenantId, known);
      const { body, etag } = known;
      c.header('etag', etag);
      c.header('cache-control', cacheControl);
      return hasIt(c.req.raw, etag) ? c.body(null, 304) : send(c, body);
    },
    /**
     * The whole answer, if it is kept: for the one request that every page view of every tenant makes, before any
     * routing. Null for everything else, which the ordinary way answers just the same.
     */
    quick(request: Request): Response | null {
      const tenantId = request.method === 'GET' ? asked.exec(request.url)?.[1] : undefined;
      const known = tenantId === undefined ? undefined : kept.get(tenantId);
      if (!known || known.staleAtMs <= Date.now() || fromDashboard(config, request)) return null;
      if (!known.isInstalled && foreignOrigin(config, request) !== null) return null;
      const isSame = hasIt(request, known.etag);
      return new Response(isSame ? null : known.body, { status: isSame ? 304 : 200, headers: known.headers });
    },
    /** After a change: this isolate shows it at once, others when theirs is stale. */
    forget: (tenantId: TenantId) => kept.delete(tenantId),
  };
}

async function keep({ widget, isInstalled }: Awaited<ReturnType<PublicStore['widget']>>): Promise<Kept> {
  const body: Kept['body'] = inEnvelope(widget);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  const hex = Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const etag = `"${hex}"`;
  const headers = Object.fromEntries([...safety, ...anyPage]);
  return {
    body,
    etag,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=UTF-8',
      etag,
      'cache-control': cacheControl,
    },
    staleAtMs: Date.now() + limits.widgetCache.freshMs,
    isInstalled,
  };
}

/** Whether the caller says that it has this answer already. */
function hasIt({ headers }: Request, etag: string): boolean {
  const known = headers.get('if-none-match');
  return known !== null && (known.trim() === '*' || known.includes(etag));
}

/** Its pages are answered with credentials allowed, which is the ordinary way's business. */
function fromDashboard({ DASHBOARD_ORIGINS }: Config, request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && (DASHBOARD_ORIGINS.includes(origin) || request.url.startsWith(`${origin}/`));
}

/** The site that asks, where it is one of the tenant's own and not a page of Chatly's. */
function foreignOrigin(config: Config, request: Request): string | null {
  const origin = request.headers.get('origin');
  if (origin === null || origin.length > limits.room.originChars || !URL.canParse(origin)) return null;
  const isOwn = origin === publicOrigin(config, request.url) || config.DASHBOARD_ORIGINS.includes(origin);
  return isOwn || new URL(origin).origin !== origin ? null : origin;
}
