import type { User } from '../shared/api/auth.ts';
import { Feed } from '../widget/feed.ts';
import { codeOf } from '../widget/http.ts';
import type { Mark } from '../widget/marker.ts';
import type { Event, Message, ServerFrame } from '../widget/protocol.ts';
import type { LinkStatus } from '../widget/realtime.ts';
import { pageShelf } from '../widget/shelf.ts';
import { api, messageOf, read } from './api.ts';
import { Inbox } from './inbox.ts';
import { Thread } from './thread.ts';

export type DeskPorts = { user: User; changed(): void; failed(message: string): void; signedOut(): void };

const newestCursor = Number.MAX_SAFE_INTEGER;
const listSize = '50';

/** An operator's work: the inbox, the open threads, and what was written and is on its way. */
export class Desk {
  readonly inbox = new Inbox();
  readonly online = new Set<string>();
  status: LinkStatus = 'connecting';
  nextCursor: string | null = null;
  isLoaded = false;
  readonly #ports: DeskPorts;
  readonly #shelf = pageShelf(() => localStorage);
  readonly #threads = new Map<string, Thread>();
  readonly #feed: Feed;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#feed = new Feed(
      {
        ticket: async () => (await read(api.realtime.ticket.$post())).data,
        reload: () => this.#reload(),
        events: (since) => read(api.events.$get({ query: { since: String(since) } })),
        onEvent: (event) => void this.#event(event),
        onFrame: (frame) => this.#frame(frame),
        onStatus: (status, code) => this.#linkStatus(status, code),
      },
      null,
    );
    for (const key of this.#shelf.keys(this.#prefix)) {
      const id = key.slice(this.#prefix.length).split(':')[0];
      if (id) this.thread(id).flush();
    }
  }

  get #prefix(): string {
    return `chatly-console:${this.#ports.user.id}:`;
  }

  /** A conversation's thread; it is fetched with `load`. */
  thread(id: string): Thread {
    const known = this.#threads.get(id);
    if (known) return known;
    const thread = new Thread({
      id,
      shelf: this.#shelf,
      prefix: this.#prefix,
      changed: this.#ports.changed,
      typing: (typing) => void this.#feed.send({ type: 'typing', conversationId: id, typing }),
      mark: (messageId, mark) => this.#mark(messageId, mark),
    });
    this.#threads.set(id, thread);
    return thread;
  }

  unsent(): number {
    return this.#shelf.keys(this.#prefix).length;
  }

  async more(): Promise<void> {
    if (this.nextCursor === null) return;
    const query = { limit: listSize, cursor: this.nextCursor };
    await this.#try(async () => {
      const { data, page } = await read(api.conversations.$get({ query }));
      this.inbox.append(data);
      this.nextCursor = page.nextCursor;
    });
  }

  async change(
    id: string,
    change: { status?: 'open' | 'resolved'; handler?: 'bot' | 'human' },
  ): Promise<void> {
    await this.#try(async () => {
      await read(api.conversations[':id'].$patch({ param: { id }, json: change }));
    });
  }

  reconnect(): void {
    this.#feed.connect();
  }

  /** Ends the work here; `forget` also takes what was not sent. */
  close({ forget }: { forget: boolean }): void {
    this.#feed.close();
    for (const thread of this.#threads.values()) thread.stop();
    if (forget) for (const key of this.#shelf.keys(this.#prefix)) this.#shelf.remove(key);
  }

  /** Fetches a conversation's newest messages, or those before what is there. */
  async load(id: string): Promise<void> {
    const thread = this.thread(id);
    await this.#try(async () => {
      const before = thread.isLoaded ? thread.line.all()[0]?.seq : undefined;
      const query = before === undefined ? {} : { before: String(before) };
      const { data } = await read(api.conversations[':id'].$get({ param: { id }, query }));
      const { messages, cursor: _, ...conversation } = data;
      thread.line.merge(messages);
      thread.isLoaded = true;
      if (!this.inbox.get(id)) this.inbox.append([{ ...conversation, lastMessage: messages.at(-1) ?? null }]);
      thread.marks.mark();
    });
  }

  /** The cursor comes first: what happens while the lists are fetched is told again, and counted once. */
  async #reload(): Promise<number> {
    const { page } = await read(api.events.$get({ query: { since: String(newestCursor) } }));
    const list = await read(api.conversations.$get({ query: { limit: listSize } }));
    this.inbox.load(list.data);
    this.nextCursor = list.page.nextCursor;
    this.isLoaded = true;
    for (const [id, thread] of this.#threads) {
      thread.line.clear();
      thread.isLoaded = false;
      await this.load(id);
    }
    this.#ports.changed();
    return page.cursor;
  }

  async #event(event: Event): Promise<void> {
    const thread = this.#threads.get(event.conversationId);
    if (event.type === 'message:new') thread?.receive(event.message);
    if (event.type === 'message:update') thread?.line.receipt(event);
    const isKnown = this.inbox.take(event);
    this.#ports.changed();
    if (!isKnown) await this.load(event.conversationId);
    if (event.type === 'message:new' && !thread?.isLoaded) this.#deliver(event.message);
  }

  /** Says that a visitor's message has reached the desk. */
  #deliver(message: Message | null): void {
    if (message?.sender !== 'visitor' || message.status !== 'sent') return;
    this.#mark(message.id, 'delivered').catch(() => undefined);
  }

  async #mark(messageId: string, status: Mark): Promise<void> {
    if (this.#feed.send({ type: 'message:update', messageId, status })) return;
    await read(
      api.conversations.messages[':id'].status.$patch({ param: { id: messageId }, json: { status } }),
    );
  }

  #frame(frame: ServerFrame): void {
    if (frame.type === 'presence') {
      for (const { id, online } of frame.visitors ?? []) this.online[online ? 'add' : 'delete'](id);
    }
    if (frame.type === 'typing' && frame.sender === 'visitor') {
      this.thread(frame.conversationId).typist.set(frame.typing ? 'visitor' : null);
    }
    this.#ports.changed();
  }

  #linkStatus(status: LinkStatus, code?: string): void {
    this.status = status;
    if (status !== 'live') this.online.clear();
    else {
      for (const [id, thread] of this.#threads) {
        if (thread.isShown && !thread.isLoaded) void this.load(id);
        thread.marks.forget();
        thread.marks.mark();
        thread.flush();
      }
      for (const { lastMessage } of this.inbox.all()) this.#deliver(lastMessage);
    }
    if (code === 'unauthorized') return this.#ports.signedOut();
    this.#ports.changed();
  }

  async #try(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (codeOf(error) === 'unauthorized') return this.#ports.signedOut();
      this.#ports.failed(messageOf(error));
    }
    this.#ports.changed();
  }
}
