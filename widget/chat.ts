import { asking } from './asking.ts';
import { stateOf, type ChatState } from './chat-state.ts';
import { connection } from './connection.ts';
import { delivery } from './delivery.ts';
import { exclusively } from '../client/exclusively.ts';
import { codeOf, isPassing } from '../client/http.ts';
import { listen } from '../client/listen.ts';
import { loading } from './loading.ts';
import { marker } from '../client/marker.ts';
import { outbox, uniqueId } from '../client/outbox.ts';
import type { Event, Message } from '../client/protocol.ts';
import { sender } from '../client/sender.ts';
import { isNew, sessionKey, sessionStore, type Details } from './session.ts';
import type { Shelf } from '../client/shelf.ts';
import { threadOf } from './thread.ts';
import { isOwn } from './timeline.ts';
import { typingOut } from '../client/typing.ts';
import { visitorApi } from './visitor-api.ts';
import { visitor } from './visitor.ts';

export type ChatPorts = {
  base: string;
  tenantId: string;
  shelf: Shelf;
  changed(): void;
  /** A message of the other side, that has just come in. */
  arrived(message: Message): void;
};

/** The parts of a visitor's chat, each wired to the others. */
function partsOf({ base, tenantId, changed, arrived, ...ports }: ChatPorts) {
  const key = sessionKey(tenantId);
  const view = { isShown: false, isForgotten: false };
  const shelf: Shelf = {
    ...ports.shelf,
    // What is still under way must not bring back what was to be forgotten.
    set: (name, value) => view.isForgotten || ports.shelf.set(name, value),
  };
  const store = sessionStore(shelf, key);
  const api = visitorApi(base, tenantId, () => store.read().token);
  const box = outbox(shelf, `${key}:out:`);
  const thread = threadOf(changed);
  const parts = { store, api, box, thread, changed };
  const { deliver, settle } = delivery(parts);
  const loads = loading(parts, settle);
  const who = visitor(store, api);
  const alone = <T>(task: () => Promise<T>) => exclusively(key, task);

  const marks = marker({
    newest: () => thread.now.line.newestOfOthers(),
    isSeen: () => view.isShown && !document.hidden,
    send: async (messageId, status) =>
      link.send({ type: 'message:update', messageId, status }) || api.mark(messageId, status),
  });
  const link = connection({
    ...parts,
    load: () => loads.all().finally(marks.mark),
    onEvent,
    onLive() {
      marks.forget();
      marks.mark();
      void sending.flush();
    },
    onTurn() {
      loads.state.conversations = [];
    },
  });
  const sending = sender({
    box,
    changed,
    exclusively: alone,
    async deliver(draft) {
      link.follow(await who.ensure(thread.now.shown));
      await deliver(draft);
      who.tell();
    },
    repair: (code, { to }) => link.repair(code, to),
  });
  const typing = typingOut((typing) =>
    link.send({ type: 'typing', conversationId: thread.now.shown, typing }),
  );

  function onEvent(event: Event): void {
    const message = event.type === 'message:new' ? event.message : null;
    if (message && isOwn(message)) settle(message);
    const isHere = event.conversationId === thread.now.shown;
    if (isHere) thread.take(event);
    marks.mark();
    const isOthers = message !== null && !isOwn(message);
    // Of other conversations, and of new ones, only the list tells.
    if (isOthers ? !isHere : 'conversation' in event) attempt(loads.list);
    if (isOthers) arrived(message);
    changed();
  }

  /** What does not succeed is said; the visitor may try it again. */
  function attempt(task: () => Promise<unknown>): void {
    task()
      .catch((error: unknown) => {
        if (!isPassing(codeOf(error))) link.complain();
      })
      .finally(changed);
  }

  return { ...parts, key, loads, who, view, alone, marks, link, sending, typing, attempt };
}

function stateIn({ store, box, thread, loads, link, sending, who }: ReturnType<typeof partsOf>): ChatState {
  const all = box.all();
  const { declined, sound } = store.read();
  return stateOf(thread, {
    ...loads.state,
    drafts: all.filter(({ to }) => store.resolve(to) === thread.now.shown),
    notice: link.notice(sending.hasFailed()),
    isStranger: all.length === 0 && who.isStranger(),
    declined,
    sound,
  });
}

/** A visitor's conversations: what is shown of them and everything that can be done in them, without any page. */
export function chatOf(ports: ChatPorts) {
  const parts = partsOf(ports);
  const { store, api, box, thread, changed, key, loads, who, view, alone, marks, link, sending, typing } =
    parts;
  const state = () => stateIn(parts);
  const { now } = thread;

  function flush(): void {
    changed();
    void sending.flush();
  }

  /** Tries what did not succeed once more. */
  function again(): void {
    link.again();
    flush();
  }

  function follow({ key: name }: { key?: string | null } = {}): void {
    if (name && !name.startsWith(key)) return;
    link.follow();
    changed();
  }

  /** Turns to one of the visitor's conversations, in all tabs, or to a new one. */
  function choose(place = `+${uniqueId()}`): void {
    store.change({ place });
    follow();
  }

  const deafen = listen({ online: flush, focus: flush, visibilitychange: marks.mark, storage: follow });
  follow();
  flush();

  return {
    ...asking(parts),
    state,
    choose,
    /** Sends a message; `said` is what a visitor answered who was asked for its name. */
    write(content: string, said?: Details): void {
      typing.stop();
      if (said) store.change({ said });
      box.add(content, now.shown);
      again();
    },
    again,
    retry(clientId: string): void {
      box.retry(clientId);
      flush();
    },
    typed(): void {
      if (!isNew(now.shown)) typing.typed();
    },
    /** Whether the visitor sees the conversation, as far as the widget can tell; opened, it shows where the news is. */
    show(isShown: boolean): void {
      view.isShown = isShown;
      const { unread, conversations } = state();
      const news = conversations.find(({ id, unreadCount }) => unreadCount > 0 && id !== now.shown);
      if (isShown && unread === 0 && news) choose(news.id);
      marks.mark();
    },
    askForHuman: () =>
      parts.attempt(async () => {
        now.conversation = await api.askForHuman(now.shown);
      }),
    loadEarlier: () => parts.attempt(loads.earlier),
    /** Fetches anew which conversations there are. */
    refresh: () => parts.attempt(loads.list),
    /** Who the page says its visitor is; known to the server with the first message, or at once if there was one. */
    identify(details: Details): void {
      alone(() => who.identify(details)).then(
        () => follow(),
        (error: unknown) => link.repair(codeOf(error)),
      );
    },
    /** Ends everything here; `forget` also takes what this browser keeps. */
    stop({ forget }: { forget: boolean }): void {
      link.close();
      sending.stop();
      typing.stop();
      deafen();
      if (!forget) return;
      view.isForgotten = true;
      for (const { clientId } of box.all()) box.remove(clientId);
      store.remove();
    },
  };
}

export type Chat = ReturnType<typeof chatOf>;
