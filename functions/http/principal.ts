import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors.ts';
import { type Principal, ownOrigin } from '../../shared/principal.ts';
import type { Services } from '../services.ts';
import type { OperatorEnv, OwnerEnv, SharedEnv, VisitorEnv } from './context.ts';
import { callerOrigin, isDashboard } from './origin.ts';

export const sessionCookie = 'token';

/** Lets operators through, with the store of their tenant. Errors: unauthorized, forbidden (a visitor). */
export function operatorOnly(services: Services) {
  return createMiddleware<OperatorEnv>(async (c, next) => {
    const principal = await readPrincipal(services, c);
    if (principal.kind !== 'operator') throw new AppError('forbidden', { message: 'This is for operators.' });
    c.set('principal', principal);
    c.set('store', services.operatorStore(principal));
    await next();
  });
}

/**
 * Lets operators through with the store of what only owners do, whose every verb refuses those who are none: a role is
 * no part of a credential, since it can change. Errors: unauthorized, forbidden.
 */
export function ownerOnly(services: Services) {
  return createMiddleware<OwnerEnv>(async (c, next) => {
    const principal = await readPrincipal(services, c);
    if (principal.kind !== 'operator') throw new AppError('forbidden', { message: 'This is for owners.' });
    c.set('principal', principal);
    c.set('store', services.ownerStore(principal));
    await next();
  });
}

/** Lets visitors through, each with the store of its own scope. Errors: unauthorized, forbidden (an operator). */
export function visitorOnly(services: Services) {
  return createMiddleware<VisitorEnv>(async (c, next) => {
    const principal = await readPrincipal(services, c);
    if (principal.kind !== 'visitor') throw new AppError('forbidden', { message: 'This is for visitors.' });
    c.set('principal', principal);
    c.set('store', services.visitorStore(principal));
    await next();
  });
}

/** Lets operators and visitors through, each with the store of its own scope. Errors: unauthorized. */
export function anyPrincipal(services: Services) {
  return createMiddleware<SharedEnv>(async (c, next) => {
    const principal = await readPrincipal(services, c);
    c.set('principal', principal);
    c.set(
      'store',
      principal.kind === 'operator' ? services.operatorStore(principal) : services.visitorStore(principal),
    );
    await next();
  });
}

/** Whom the request's credential proves; a signature checked here, its session in the batch of the work itself. */
export async function readPrincipal(services: Services, c: Context): Promise<Principal> {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const cookie = bearer === undefined ? getCookie(c, sessionCookie) : undefined;
  const token = bearer ?? cookie;
  if (!token) throw new AppError('unauthorized');
  const credential = await services.verifyCredential(token);
  if (credential.kind === 'visitor') {
    if (cookie !== undefined) throw new AppError('unauthorized');
    return { ...credential, origin: callerOrigin(services.config, c) };
  }
  judgeOperatorOrigin(services, c, cookie !== undefined);
  return credential;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** An operator's request comes from the dashboard's own page, or, with a token in hand, from no page at all. */
function judgeOperatorOrigin({ config }: Services, c: Context, byCookie: boolean): void {
  const origin = c.req.header('origin');
  const fromOwnPage = callerOrigin(config, c) === ownOrigin;
  const fromDashboard = fromOwnPage || (origin !== undefined && isDashboard(config, c.req.url, origin));
  const mustState = byCookie && !safeMethods.has(c.req.method);
  if (fromDashboard || (origin === undefined && !mustState)) return;
  throw new AppError('forbidden', { message: 'Operators may call from the dashboard’s own origin only.' });
}
