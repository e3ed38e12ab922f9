import { readJson, type Shelf } from '../client/shelf.ts';

/** What the page says of its visitor; `identity` is a token that the tenant's own server signed. */
export type Details = { name?: string; email?: string; identity?: string };

/** What a visitor's browser keeps, from the first message on. */
export type Session = {
  token?: string | undefined;
  visitorId?: string | undefined;
  /** Whose details the session was made with. */
  who?: string | undefined;
  /** The conversation that is shown, in all tabs; none: the newest. One that is not yet opened begins with `+`. */
  place?: string | undefined;
  /** What became of places: of new ones when they were opened, of conversations when they were gone. */
  moved?: Record<string, string> | undefined;
  /** What the visitor said of itself with a first message that has not gone out yet. */
  said?: Details | undefined;
  /** It would rather not leave an e-mail address. */
  declined?: boolean | undefined;
  /** It wants to hear when a message comes. */
  sound?: boolean | undefined;
};

export const sessionKey = (tenantId: string) => `chatly:${tenantId}`;

/** Whether nothing has been stored of a conversation yet. */
export const isNew = (place: string) => place.startsWith('+');

export function sessionStore(shelf: Shelf, key: string) {
  const read = (): Session => Object(readJson(shelf, key));

  function write(session: Session): void {
    shelf.set(key, JSON.stringify(session));
  }

  /** What has become of a place by now. */
  function resolve(place = '+'): string {
    const next = read().moved?.[place];
    return next ? resolve(next) : place;
  }

  function move(from: string, to: string): void {
    write({ ...read(), moved: { ...read().moved, [from]: to } });
  }

  return {
    read,
    write,
    resolve,
    change: (part: Session) => write({ ...read(), ...part }),
    move,
    /** A conversation is gone: what is for it goes to a new one. Whether there was such a conversation. */
    leave(place: string): boolean {
      const last = resolve(place);
      if (!isNew(last)) move(last, `+${last}`);
      return !isNew(last);
    },
    /** The session is over: what is still to be sent goes to a new conversation of a new visitor. */
    endSession(): void {
      const place = resolve(read().place);
      write({ place, moved: { [place]: `+${place}` } });
    },
    /** The place that is shown. */
    place: () => resolve(read().place),
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
