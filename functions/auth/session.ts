import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { SignedIn } from '../../shared/store/platform-store.ts';
import { signToken } from '../../shared/tokens.ts';
import { sessionCookie } from '../http/principal.ts';
import type { Services } from '../services.ts';

const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const;

/** Signs the token of a new session and sets it as the dashboard's cookie. */
export async function issueToken(
  { keys }: Services,
  c: Context,
  { user, ...session }: SignedIn,
): Promise<string> {
  const token = await signToken(keys.credentials, 'operator', { subject: user.id, ...session });
  setCookie(c, sessionCookie, token, { ...cookie, expires: session.expiresAt });
  return token;
}

export function clearToken(c: Context): void {
  deleteCookie(c, sessionCookie, cookie);
}
