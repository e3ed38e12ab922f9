import type { Context } from 'hono';
import type * as z from 'zod';
import type { VisitorSession, startVisitorSession as operation } from '../../shared/api/widget.ts';
import { AppError } from '../../shared/errors.ts';
import { type TenantId, newId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { Visitor } from '../../shared/protocol/entities.ts';
import { parseTenantId } from '../../shared/tenant-id.ts';
import { signToken, verifyIdentity } from '../../shared/tokens.ts';
import { callerAddress, callerOrigin, publicOrigin } from '../http/origin.ts';
import type { Services } from '../services.ts';

type Body = z.infer<typeof operation.body>;

/** The tenant that a public address names. Errors: not_found. */
export function tenantIn(c: Context): TenantId {
  const tenantId = parseTenantId(c.req.param('tenantId') ?? '');
  if (tenantId === null) throw new AppError('not_found');
  return tenantId;
}

/**
 * Lets a visitor in: the one its tenant's server vouches for (`identity`), the one it has been (its own token), or
 * a new one. Errors: not_found, unauthorized (a false identity or token), forbidden (origin), rate_limited.
 */
export async function startVisitorSession(
  services: Services,
  c: Context,
  body: Body,
): Promise<VisitorSession> {
  const { config, keys } = services;
  const tenantId = tenantIn(c);
  const identity = body.identity ? await verifyIdentity(keys.credentials, tenantId, body.identity) : null;
  const { visitorId, visitor } = await services.publicStore(tenantId).startVisitor({
    origin: callerOrigin(config, c),
    address: callerAddress(config, c),
    name: (identity ? identity.name : body.name) ?? null,
    email: (identity ? identity.email : body.email) ?? null,
    externalId: identity?.sub ?? null,
    visitorId: identity ? null : await provedVisitor(services, c, tenantId),
    place: body,
  });
  const visitorToken = await signToken(keys.credentials, 'visitor', {
    subject: visitorId,
    tenantId,
    sessionId: newId('ses'),
    expiresAt: new Date(Date.now() + limits.session.visitorMs),
  });
  const url = services.rooms.socketUrl(tenantId, publicOrigin(config, c.req.url));
  return { visitorToken, visitor: Visitor.parse(JSON.parse(visitor)), realtime: { url } };
}

/** The visitor whose own token the caller holds; null without one. Errors: unauthorized. */
async function provedVisitor(services: Services, c: Context, tenantId: TenantId): Promise<string | null> {
  const token = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === undefined) return null;
  const credential = await services.verifyCredential(token);
  if (credential.kind !== 'visitor' || credential.tenantId !== tenantId) throw new AppError('unauthorized');
  return credential.visitorId;
}
