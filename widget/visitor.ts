import { fingerprint, type Details, type SessionStore } from './session.ts';
import type { VisitorApi } from './visitor-api.ts';

/** Who this browser's visitor is: nobody, until the first message makes a session. */
export function visitor(store: SessionStore, api: VisitorApi) {
  let details: Details = {};

  async function begin() {
    const who = fingerprint(details);
    const { visitorToken, visitor } = await api.startSession(details);
    return { token: visitorToken, visitorId: visitor.id, who };
  }

  return {
    /** Makes a session if there is none; resolves to where its log has to be read from. Errors: RequestError. */
    async ensure(place: string): Promise<number | null> {
      if (store.read().token) return null;
      store.change({ ...(await begin()), place });
      // A new visitor's log begins here. One whom a server vouches for may have an older one.
      return details.identity ? null : 0;
    },
    /** Who the page says it is. Makes no session: it changes the one there is, or waits. Errors: RequestError. */
    async identify(who: Details): Promise<void> {
      details = who;
      const { token, who: before, visitorId } = store.read();
      if (!token || before === fingerprint(who)) return;
      const session = await begin();
      // Another visitor has other conversations.
      if (session.visitorId === visitorId) store.change(session);
      else store.write(session);
    },
  };
}
