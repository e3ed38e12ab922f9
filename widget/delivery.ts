import type { ChatParts } from './chat-parts.ts';
import type { Draft } from '../client/outbox.ts';
import type { Message } from '../client/protocol.ts';
import { isNew } from './session.ts';

/** Brings drafts to where they belong, also to a conversation that the first of them has to open. */
export function delivery({ store, api, box, thread: { now } }: ChatParts) {
  function opened(place: string, id: string): void {
    store.move(place, id);
    if (now.shown === place) now.shown = id;
  }

  return {
    /** Stores one draft. Errors: RequestError. */
    async deliver({ clientId, content, to }: Draft): Promise<void> {
      const place = store.resolve(to);
      const written = { clientId, content };
      const { message, conversation } = isNew(place)
        ? await api.open(written)
        : { message: await api.send(place, written), conversation: null };
      if (conversation) opened(place, conversation.id);
      if (message.conversationId !== now.shown) return;
      now.conversation ??= conversation;
      now.line.merge([message]);
    },
    /** Takes out of the outbox what turns out to be stored, by whichever way that is learned. */
    settle({ clientId, conversationId }: Message): void {
      const draft = box.all().find((draft) => draft.clientId === clientId);
      if (!draft) return;
      const place = store.resolve(draft.to);
      if (isNew(place)) opened(place, conversationId);
      box.remove(draft.clientId);
    },
  };
}
