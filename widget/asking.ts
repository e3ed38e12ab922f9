import type { ChatParts } from './chat-parts.ts';
import type { Session } from './session.ts';
import type { Rating } from './visitor-api.ts';

/** What the visitor is asked, and answers. */
export function asking({ store, api, thread: { now }, changed }: ChatParts) {
  return {
    /** Keeps a wish of the visitor's in this browser. */
    keep(part: Session): void {
      store.change(part);
      changed();
    },
    /** Stores where the visitor can be reached. Errors: RequestError. */
    async leaveEmail(email: string): Promise<void> {
      const visitor = await api.me({ email });
      if (now.conversation) now.conversation = { ...now.conversation, visitor };
      changed();
    },
    /** Says how the conversation was. Errors: RequestError. */
    async rate(rating: Rating): Promise<void> {
      now.conversation = await api.rate(now.shown, rating);
      changed();
    },
  };
}
