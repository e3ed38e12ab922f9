import { acks } from './acks.ts';
import { stateOf, type ChatState, type Notice } from './chat-state.ts';
import { exclusively } from './exclusively.ts';
import { Feed } from './feed.ts';
import { codeOf, type FailureCode } from './http.ts';
import { listen } from './listen.ts';
import { marker } from './marker.ts';
import { outbox, type Draft } from './outbox.ts';
import type { Event, Message } from './protocol.ts';
import type { LinkStatus } from './realtime.ts';
import { sender } from './sender.ts';
import { fingerprint, sessionKey, sessionStore, type Details } from './session.ts';
import type { Shelf } from './shelf.ts';
import { Thread } from './thread.ts';
import { typingOut } from './typing.ts';
import { visitorApi } from './visitor-api.ts';

export type ChatPorts = {
  base: string;
  tenantId: string;
  shelf: Shelf;
  changed(): void;
  /** A message of the other side, that has just come in. */
  arrived(message: Message): void;
};

/** A visitor's conversation: what is shown of it and everything that can be done in it, without any page. */
export class Chat {
  readonly #ports: ChatPorts;
  readonly #store;
  readonly #api;
  readonly #box;
  readonly #sender;
  readonly #thread: Thread;
  readonly #acks = acks();
  readonly #typing;
  #feed: Feed | null = null;
  /** The token that the feed speaks for. */
  #token: string | undefined;
  #details: Details = {};
  #isShown = false;
  #isLost = false;
  #isLoading = false;
  #problem: Exclude<Notice, 'offline' | 'reconnecting'> | null = null;
  readonly #marker;
  readonly #deafen;

  constructor(ports: ChatPorts) {
    const { base, tenantId, shelf } = ports;
    this.#ports = ports;
    this.#store = sessionStore(shelf, tenantId);
    this.#api = visitorApi(base, tenantId, () => this.#store.read().token);
    this.#box = outbox(shelf, `${sessionKey(tenantId)}:out:`);
    this.#thread = new Thread(ports.changed);
    this.#typing = typingOut((typing) => {
      const { conversationId } = this.#store.read();
      if (conversationId) this.#feed?.send({ type: 'typing', conversationId, typing });
    });
    this.#sender = sender({
      box: this.#box,
      exclusively: (task) => this.#alone(task),
      deliver: (draft) => this.#deliver(draft),
      repair: (code) => this.#repair(code),
      changed: ports.changed,
    });
    this.#marker = marker({
      newest: () => this.#thread.line.newestOfOthers(),
      isSeen: () => this.#isShown && !document.hidden,
      send: async (messageId, status) =>
        this.#feed?.send({ type: 'message:update', messageId, status }) || this.#api.mark(messageId, status),
    });
    addEventListener('storage', this.#otherTab);
    this.#deafen = listen({ online: this.#flush, focus: this.#flush, visibilitychange: this.#marker.mark });
    this.#follow();
    void this.#sender.flush();
  }

  state(): ChatState {
    return stateOf(this.#thread, this.#box.all(), { isLoading: this.#isLoading, notice: this.#notice() });
  }

  write(content: string): void {
    this.#typing.stop();
    this.#box.add(content);
    if (this.#problem) this.#feed?.connect();
    this.#problem = null;
    this.#ports.changed();
    void this.#sender.flush();
  }

  retry(clientId: string): void {
    this.#box.retry(clientId);
    this.#ports.changed();
    void this.#sender.flush();
  }

  typed(): void {
    this.#typing.typed();
  }

  /** Whether the visitor sees the conversation, as far as the widget can tell. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    this.#marker.mark();
  }

  async askForHuman(): Promise<void> {
    const { conversationId } = this.#store.read();
    if (conversationId) await this.#api.askForHuman(conversationId);
  }

  async loadEarlier(): Promise<void> {
    const { conversationId } = this.#store.read();
    const first = this.#thread.line.all()[0];
    if (!conversationId || !first || this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#thread.line.merge((await this.#api.conversation(conversationId, first.seq)).messages);
    } finally {
      this.#isLoading = false;
      this.#ports.changed();
    }
  }

  /** Who the page says its visitor is. Makes no session: it changes the one there is, or waits for the first message. */
  async identify(details: Details): Promise<void> {
    this.#details = details;
    await this.#alone(async () => {
      const { token, who, visitorId, conversationId } = this.#store.read();
      if (!token || who === fingerprint(details)) return;
      const session = await this.#api.startSession(details);
      const isSame = session.visitor.id === visitorId;
      this.#store.write({
        token: session.visitorToken,
        visitorId: session.visitor.id,
        who: fingerprint(details),
        conversationId: isSame ? conversationId : undefined,
      });
      this.#follow();
    }).catch((error: unknown) => {
      this.#repair(codeOf(error));
    });
  }

  /** Ends everything here; `forget` also takes what this browser keeps. */
  stop({ forget }: { forget: boolean }): void {
    this.#feed?.close();
    this.#sender.stop();
    this.#typing.stop();
    removeEventListener('storage', this.#otherTab);
    this.#deafen();
    if (!forget) return;
    for (const { clientId } of this.#box.all()) this.#box.remove(clientId);
    this.#store.remove();
  }

  readonly #flush = (): void => void this.#sender.flush();

  readonly #otherTab = ({ key }: StorageEvent): void => {
    if (key !== null && !key.startsWith(sessionKey(this.#ports.tenantId))) return;
    this.#follow();
    this.#ports.changed();
  };

  #alone<T>(task: () => Promise<T>): Promise<T> {
    return exclusively(sessionKey(this.#ports.tenantId), task);
  }

  #notice(): Notice | null {
    if (this.#problem) return this.#problem;
    if (!this.#isLost && !this.#sender.hasFailed()) return null;
    return navigator.onLine ? 'reconnecting' : 'offline';
  }

  /** Listens for the session that this browser holds now, whichever tab brought it about. */
  #follow(cursor: number | null = null): void {
    const { token } = this.#store.read();
    if (token === this.#token) return;
    this.#token = token;
    this.#feed?.close();
    this.#feed = null;
    this.#thread.clear();
    this.#isLost = false;
    this.#isLoading = token !== undefined && cursor === null;
    if (token === undefined) return;
    this.#feed = new Feed(
      {
        ticket: () => this.#api.ticket(),
        reload: () => this.#reload(),
        events: (since) => this.#api.events(since),
        onEvent: (event) => this.#event(event),
        onFrame: (frame) => {
          this.#acks.take(frame);
          this.#thread.hear(frame, this.#store.read().conversationId);
          this.#ports.changed();
        },
        onStatus: (status, code) => this.#linkStatus(status, code),
      },
      cursor,
    );
  }

  async #reload(): Promise<number> {
    const conversationId = this.#store.read().conversationId ?? (await this.#api.newestConversation())?.id;
    this.#isLoading = conversationId !== undefined;
    this.#ports.changed();
    if (!conversationId) return 0;
    try {
      const { messages, cursor, ...conversation } = await this.#api.conversation(conversationId);
      this.#thread.clear();
      this.#thread.conversation = conversation;
      this.#store.change({ conversationId });
      this.#thread.line.merge(messages);
      messages.forEach(this.#stored);
      this.#marker.mark();
      this.#isLoading = false;
      this.#ports.changed();
      return cursor;
    } catch (error) {
      if (codeOf(error) !== 'not_found' || !this.#repair('not_found')) throw error;
      return this.#reload();
    }
  }

  #linkStatus(status: LinkStatus, code?: FailureCode): void {
    if (status === 'live') {
      this.#isLost = false;
      this.#problem = null;
      this.#marker.forget();
      this.#marker.mark();
      this.#flush();
    } else {
      this.#thread.disconnected();
      this.#acks.giveUp();
      if (status === 'waiting') this.#isLost = true;
    }
    if (code === 'unauthorized') this.#repair(code);
    else if (status === 'refused') this.#problem = code === 'forbidden' ? 'forbidden' : 'refused';
    this.#ports.changed();
  }

  /** Lets go of what a refusal says is no longer good: the session or the conversation. What was written stays. */
  #repair(code: FailureCode): boolean {
    const { token, conversationId } = this.#store.read();
    if (code === 'unauthorized' && token) {
      this.#store.remove();
      this.#follow();
      this.#problem = 'expired';
      this.#flush();
      return true;
    }
    if (code === 'forbidden') this.#problem = code;
    if (code !== 'not_found' || !conversationId) return false;
    this.#store.change({ conversationId: undefined });
    this.#thread.line.clear();
    return true;
  }

  async #deliver({ clientId, content }: Draft): Promise<void> {
    await this.#ensureSession();
    const { conversationId } = this.#store.read();
    const draft = { clientId, content };
    const { message, conversation } =
      (await this.#acks.send(this.#feed, draft, conversationId)) ??
      (await (conversationId ? this.#api.send(conversationId, draft) : this.#api.open(draft)));
    if (conversation) this.#thread.conversation = conversation;
    this.#store.change({ conversationId: message.conversationId });
    this.#thread.line.merge([message]);
  }

  async #ensureSession(): Promise<void> {
    if (!this.#store.read().token) {
      const { visitorToken, visitor } = await this.#api.startSession(this.#details);
      this.#store.write({ token: visitorToken, visitorId: visitor.id, who: fingerprint(this.#details) });
      // A new visitor's log begins here: all of it is asked for.
      return this.#follow(0);
    }
    this.#follow();
  }

  /** Out of the outbox goes what turns out to be stored. */
  readonly #stored = (message: Message): void => {
    if (message.clientId && this.#thread.line.isOwn(message)) this.#box.remove(message.clientId);
  };

  #event(event: Event): void {
    if (event.type === 'message:new' && event.conversation && !this.#store.read().conversationId) {
      this.#store.change({ conversationId: event.conversationId });
    }
    if (event.conversationId !== this.#store.read().conversationId) return;
    const message = this.#thread.take(event);
    if (message) {
      this.#stored(message);
      if (!this.#thread.line.isOwn(message)) this.#ports.arrived(message);
    }
    this.#marker.mark();
    this.#ports.changed();
  }
}
