import type { ChatParts } from './chat-parts.ts';
import { codeOf } from '../client/http.ts';
import type { Message } from '../client/protocol.ts';
import { isNew } from './session.ts';
import type { Summary } from './visitor-api.ts';

/** Fetches what there is: the visitor's conversations, and the one that is shown. `settle` is told what is stored. */
export function loading(
  { store, api, thread: { now }, changed }: ChatParts,
  settle: (message: Message) => void,
) {
  const state = { conversations: [] as Summary[], isLoading: false };

  async function list(): Promise<void> {
    state.conversations = await api.conversations();
    changed();
  }

  /** Fetches all that is shown; resolves to the place in the log it stands for. Errors: RequestError. */
  async function all(): Promise<number> {
    state.isLoading = !isNew(now.shown) && !now.conversation;
    await list();
    const newest = state.conversations[0]?.id;
    if (newest && !store.read().place) store.change({ place: newest });
    now.shown = store.place();
    const id = isNew(now.shown) ? newest : now.shown;
    const cursor = id ? await fetch(id) : 0;
    state.isLoading = false;
    changed();
    return cursor;
  }

  async function fetch(id: string): Promise<number> {
    try {
      const { messages, cursor, ...conversation } = await api.conversation(id);
      if (id === now.shown) {
        now.conversation = conversation;
        now.line.replace(messages);
        messages.forEach(settle);
      }
      return cursor;
    } catch (error) {
      if (codeOf(error) !== 'not_found') throw error;
      store.leave(id);
      return all();
    }
  }

  /** Fetches the messages before those that are shown. Errors: RequestError. */
  async function earlier(): Promise<void> {
    const { shown, line } = now;
    const first = line.all()[0];
    if (!first || state.isLoading) return;
    state.isLoading = true;
    try {
      line.merge((await api.conversation(shown, `?before=${first.seq}`)).messages);
    } finally {
      state.isLoading = false;
    }
  }

  return { state, list, all, earlier };
}
