import * as z from 'zod';
import { AppError } from './errors.ts';
import { newId } from './ids.ts';
import { limits } from './limits.ts';
import { type Principal, ownOrigin } from './principal.ts';
import { type TokenKey, signToken, verifyToken } from './tokens.ts';
import { mintTenantId } from './tenant-id.ts';

const Claims = z.object({
  sub: z.string(),
  tid: z.string(),
  sid: z.string(),
  jti: z.string(),
  kind: z.enum(['operator', 'visitor']),
  own: z.string(),
  allowed: z.array(z.string()),
});

export type TicketOrigins = {
  /** Chatly's own origin, always good. */
  own: string;
  /** Where else the socket may be opened from; for visitors an empty list is anywhere. */
  allowed: string[];
};

export type Admission = { principal: Principal; ticketId: string };

/** Signs a ticket: it opens one socket for this principal within `limits.ticket.lifeMs`. */
export async function signTicket(key: TokenKey, principal: Principal, origins: TicketOrigins) {
  const expiresAt = new Date(Date.now() + limits.ticket.lifeMs);
  const subject = principal.kind === 'operator' ? principal.userId : principal.visitorId;
  const ticket = await signToken(
    key,
    'ticket',
    { subject, tenantId: principal.tenantId, sessionId: principal.sessionId, expiresAt },
    { jti: newId('con'), kind: principal.kind, ...origins },
  );
  return { ticket, expiresAt: expiresAt.toISOString() };
}

/**
 * Whom a ticket lets into a tenant's room from a page of this origin. Errors: unauthorized, for a ticket that is
 * false, old, for another tenant, or used from an origin it does not allow.
 */
export async function readTicket(
  key: TokenKey,
  ticket: string,
  room: { tenantId: string; origin: string | null },
): Promise<Admission> {
  const claims = Claims.safeParse(await verifyToken(key, 'ticket', ticket));
  if (!claims.success || claims.data.tid !== room.tenantId) throw new AppError('unauthorized');
  const { kind, sub, sid, jti, own, allowed } = claims.data;
  const tenantId = mintTenantId(claims.data.tid);
  const isOwn = room.origin === own;
  if (kind === 'operator') {
    // Only browsers can be made to connect against their user's will, and those always state an origin.
    if (room.origin !== null && !isOwn && !allowed.includes(room.origin)) throw new AppError('unauthorized');
    return { ticketId: jti, principal: { kind, tenantId, sessionId: sid, userId: sub } };
  }
  if (!isOwn && allowed.length > 0 && !(room.origin !== null && allowed.includes(room.origin))) {
    throw new AppError('unauthorized');
  }
  const origin = isOwn ? ownOrigin : room.origin;
  return { ticketId: jti, principal: { kind, tenantId, sessionId: sid, visitorId: sub, origin } };
}
