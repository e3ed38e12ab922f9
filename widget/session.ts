import type { Shelf } from './shelf.ts';

/** What the page says of its visitor; `identity` is a token that the tenant's own server signed. */
export type Details = { name?: string; email?: string; identity?: string };

/** What a visitor's browser keeps, from the first message on. */
export type Session = {
  token?: string | undefined;
  visitorId?: string | undefined;
  conversationId?: string | undefined;
  /** Whose details the session was made with. */
  who?: string | undefined;
};

export const sessionKey = (tenantId: string) => `chatly:${tenantId}`;

export function sessionStore(shelf: Shelf, tenantId: string) {
  const key = sessionKey(tenantId);

  function read(): Session {
    try {
      const kept: unknown = JSON.parse(shelf.get(key) ?? '{}');
      return kept && typeof kept === 'object' ? kept : {};
    } catch {
      return {};
    }
  }

  return {
    read,
    write: (session: Session) => shelf.set(key, JSON.stringify(session)),
    change: (part: Session) => shelf.set(key, JSON.stringify({ ...read(), ...part })),
    remove: () => shelf.remove(key),
  };
}

export type SessionStore = ReturnType<typeof sessionStore>;

/** Tells one person's details from another's; a signed identity by whom it names, for it is new each time. */
export function fingerprint({ identity, name, email }: Details): string {
  return identity ? `sub:${subjectOf(identity)}` : JSON.stringify([name, email]);
}

function subjectOf(token: string): string {
  try {
    return JSON.parse(atob(token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '')).sub;
  } catch {
    return token;
  }
}
