import { SignJWT, errors as joseErrors, jwtVerify } from 'jose';
import * as z from 'zod';
import { AppError } from './errors.ts';
import { limits } from './limits.ts';
import type { Operator, Visitor } from './principal.ts';
import { text } from './protocol/text.ts';
import { parseTenantId } from './tenant-id.ts';

const issuer = 'chatly';
const algorithm = 'HS256';

/** An HMAC key made once from a secret of at least 32 bytes. */
export type TokenKey = Uint8Array<ArrayBuffer>;

export function tokenKey(secret: string): TokenKey {
  return Uint8Array.from(new TextEncoder().encode(secret));
}

type Kind = 'operator' | 'visitor' | 'ticket' | 'room-call';
const typeOf = (kind: Kind) => `chatly-${kind}+jwt`;

const Claims = z.object({ sub: z.string(), tid: z.string(), sid: z.string(), exp: z.number() });

export type Credential = Operator | Omit<Visitor, 'origin'>;

export type Signed = { subject: string; tenantId: string; sessionId: string; expiresAt: Date };

/** Signs a credential of one kind; a token of one kind is never accepted as another. */
export function signToken(key: TokenKey, kind: Kind, signed: Signed, more: Record<string, unknown> = {}) {
  return new SignJWT({ ...more, tid: signed.tenantId, sid: signed.sessionId })
    .setProtectedHeader({ alg: algorithm, typ: typeOf(kind) })
    .setIssuer(issuer)
    .setAudience(kind)
    .setSubject(signed.subject)
    .setIssuedAt()
    .setExpirationTime(signed.expiresAt)
    .sign(key);
}

/** Checks signature, kind, issuer, audience and time of a token. Errors: unauthorized, and nothing more is said. */
export async function verifyToken(
  key: TokenKey,
  kind: Kind,
  token: string,
): Promise<Record<string, unknown>> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      issuer,
      audience: kind,
      typ: typeOf(kind),
      requiredClaims: ['sub', 'tid', 'sid', 'iat', 'exp'],
    });
    return payload;
  } catch (error) {
    throw new AppError('unauthorized', { cause: error });
  }
}

type Verified = { credential: Credential; expiresAtMs: number };

/** Verifies credentials, and remembers in this isolate which it has verified: a signature does not change. */
export function credentialVerifier(key: TokenKey) {
  const known = new Map<string, Verified>();
  return async (token: string): Promise<Credential> => {
    const earlier = known.get(token);
    if (earlier) {
      if (earlier.expiresAtMs > Date.now()) return earlier.credential;
      throw new AppError('unauthorized');
    }
    const verified = await verifyCredential(key, token);
    if (known.size >= limits.verifiedTokens) known.clear();
    known.set(token, verified);
    return verified.credential;
  };
}

async function verifyCredential(key: TokenKey, token: string): Promise<Verified> {
  const kind = kindOf(token);
  const claims = Claims.safeParse(await verifyToken(key, kind, token));
  const tenantId = claims.success ? parseTenantId(claims.data.tid) : null;
  if (!claims.success || tenantId === null) throw new AppError('unauthorized');
  const { sub, sid, exp } = claims.data;
  const shared = { tenantId, sessionId: sid };
  const credential: Credential =
    kind === 'operator'
      ? { kind: 'operator', ...shared, userId: sub }
      : { kind: 'visitor', ...shared, visitorId: sub };
  return { credential, expiresAtMs: exp * 1000 };
}

/** What the header claims to be; only a hint for which checks to run, every one of which it must then pass. */
function kindOf(token: string): 'operator' | 'visitor' {
  try {
    const header = atob(token.slice(0, token.indexOf('.')).replaceAll('-', '+').replaceAll('_', '/'));
    return header.includes(typeOf('visitor')) ? 'visitor' : 'operator';
  } catch {
    return 'operator';
  }
}

const Identity = z.object({
  sub: z
    .string()
    .min(1)
    .max(limits.text.externalIdChars)
    .refine((sub) => sub.isWellFormed()),
  exp: z.number(),
  name: text(limits.text.nameChars).optional().catch(undefined),
  email: z.email().max(limits.text.emailChars).optional().catch(undefined),
});
export type Identity = z.infer<typeof Identity>;

/**
 * The secret with which a tenant's own server vouches for its visitors. Derived, so that nothing is stored and
 * checking needs no query: HMAC-SHA-256 of the tenant's id under the token secret, in hexadecimal.
 */
export async function identitySecret(key: TokenKey, tenantId: string): Promise<string> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', hmac, new TextEncoder().encode(`identity:${tenantId}`));
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks an identity that a tenant's server signed (HS256; `sub`; `exp` at most 1 h ahead). Errors: unauthorized. */
export async function verifyIdentity(key: TokenKey, tenantId: string, token: string): Promise<Identity> {
  const secret = tokenKey(await identitySecret(key, tenantId));
  const { maxLifeMs, clockSkewMs } = limits.identity;
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [algorithm],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: clockSkewMs / 1000,
    });
    const identity = Identity.parse(payload);
    if (identity.exp * 1000 <= Date.now() + maxLifeMs + clockSkewMs) return identity;
  } catch (error) {
    if (!(error instanceof joseErrors.JOSEError || error instanceof z.ZodError)) throw error;
  }
  throw new AppError('unauthorized', {
    message:
      'The identity is not valid: sign it with HS256 and your identity secret, with sub and exp (at most 1 h).',
  });
}
