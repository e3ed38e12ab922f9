import { spokenLocale, timezone } from './locale.ts';
import { fingerprint, type Details, type SessionStore } from './session.ts';
import type { VisitorApi } from './visitor-api.ts';

const titleChars = 300;

/** Who this browser's visitor is: nobody, until the first message makes a session. */
export function visitor(store: SessionStore, api: VisitorApi) {
  let details: Details = {};
  let told = '';

  async function begin() {
    const who = fingerprint(details);
    const { visitorToken, visitor } = await api.startSession({
      ...store.read().said,
      ...details,
      language: spokenLocale,
    });
    return { token: visitorToken, visitorId: visitor.id, who, said: undefined };
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
    /** Whether nobody has said yet who it is, neither the page nor a session. */
    isStranger: () => !store.read().token && Object.keys(details).length === 0,
    /** Tells operators where the visitor writes from; without what an address may hold of secrets. */
    tell(): void {
      const url = location.origin + location.pathname;
      if (url === told) return;
      told = url;
      const page = { url, title: document.title.slice(0, titleChars) || undefined };
      // Nobody waits for it, and nothing depends on it.
      api.me({ page, language: spokenLocale, timezone }).catch(() => {});
    },
  };
}
