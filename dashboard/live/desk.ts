import { batch, computed, effect, signal } from '@preact/signals';
import type { User } from '../../shared/api/auth.ts';
import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { limits } from '../../shared/limits.ts';
import type { Event, Message, ServerFrame, VisitorContext } from '../../shared/protocol/index.ts';
import { batched } from '../../client/batched.ts';
import { feedOf, type Feed } from '../../client/feed.ts';
import { codeOf } from '../../client/http.ts';
import type { Mark } from '../../client/marker.ts';
import type { LinkStatus } from '../../client/realtime.ts';
import { api, messageOf, read } from '../api.ts';
import { CannedReplies } from '../canned/canned-replies.ts';
import { sayFailed } from '../ui/toast-list.ts';
import { isPageUnsaved } from '../ui/use-unload-guard.ts';
import { ConversationBook } from './conversation-book.ts';
import { fetchNotes } from './fetch-notes.ts';
import { fetchSummary } from './fetch-summary.ts';
import { InboxCounts } from './inbox-counts.ts';
import type { FilterName } from './inbox-filter.ts';
import { InboxList } from './inbox-list.ts';
import { forgetWork, keptWork, workOf } from './kept-work.ts';
import { lostWork } from './lost-work.ts';
import { messageThatWaits } from './message-that-waits.ts';
import { MissingSummaries } from './missing-summaries.ts';
import { unsentIn } from './outgoing.ts';
import { summaryOf } from './summary-of.ts';
import { TeamBook } from './team-book.ts';
import { Thread, draftKey } from './thread.ts';
import { ThreadShelf } from './thread-shelf.ts';
import { TypingVisitors } from './typing-visitors.ts';

export type DeskPorts = {
  user: User;
  /** A visitor waits for this operator, or for anybody, with this message: live. */
  arrived(message: Message): void;
  /** Somebody has changed what this operator may do. */
  changed(user: User): void;
  signedOut(): void;
};

/** How many conversations are known at once, beyond which those go that nothing was heard of for the longest. */
const mostKnown = 2_000;
const newestCursor = String(Number.MAX_SAFE_INTEGER);

/** An operator's work: the lists, the open threads, and what was written and is on its way, kept true by the log. */
export class Desk {
  user: User;
  readonly isOwner = signal(false);
  readonly status = signal<LinkStatus>('connecting');
  /** The visitors and colleagues who are there, by their ids. */
  readonly online = signal<ReadonlySet<string>>(new Set());
  /** Where visitors are, by their ids, as far as that was told. */
  readonly places = signal<ReadonlyMap<string, VisitorContext>>(new Map());
  /** Grows with every event, but for receipts, and with every gap in what was heard of them. */
  readonly news = signal(0);
  /** Grows with every change of the book. */
  readonly version = signal(0);
  readonly book = new ConversationBook(
    batched(() => {
      this.version.value += 1;
    }),
  );
  readonly list;
  readonly unread = computed(() => {
    void this.version.value;
    return this.book.all().filter(({ unreadCount, status }) => unreadCount > 0 && status === 'open').length;
  });
  readonly typing = new TypingVisitors();
  readonly counts = new InboxCounts();
  readonly canned = new CannedReplies();
  /** Grows with every change of the questions that the bot could not answer. */
  readonly unansweredVersion = signal(0);
  readonly team = new TeamBook({
    took: ({ members }) => this.#roleIs(members.find(({ id }) => id === this.user.id)?.role),
    failed: (error) => this.failed(error, { isSaid: true }),
  });
  readonly #ports: DeskPorts;
  readonly #shelf = keptWork;
  readonly #threads = new ThreadShelf<Thread>((id) => this.#newThread(id));
  readonly #missing = new MissingSummaries({
    fetchOne: async (id) => this.book.put([await fetchSummary(id)]),
    fetchList: () => this.refresh(),
    failed: (error) => this.failed(error, { isSaid: true }),
  });
  readonly #feed: Feed;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.user = ports.user;
    this.isOwner.value = ports.user.role === 'owner';
    this.list = signal(this.#listOf('open', ''));
    effect(() => void (this.news.value > 0 && this.counts.changed()));
    this.#feed = feedOf(
      {
        ticket: async () => (await read(api.realtime.ticket.$post())).data,
        reload: () => this.#reload(),
        events: (since) => read(api.events.$get({ query: { since: String(since) } })),
        onEvent: (event) => this.#event(event),
        onFrame: (frame) => this.#frame(frame),
        onStatus: (status, code) => this.#linkStatus(status, code),
      },
      null,
    );
    for (const id of unsentIn(this.#shelf, `${this.#prefix}out:`)) this.thread(id).flush();
  }

  get #prefix(): string {
    return workOf(this.user.id);
  }

  /** A conversation's thread; it is fetched with `open`. */
  thread(id: string): Thread {
    return this.#threads.use(id);
  }

  /** Whether an answer to it was begun and not sent. */
  hasDraft(id: string): boolean {
    return this.#shelf.get(draftKey(this.#prefix, 'reply', id)) !== null;
  }

  #newThread(id: string): Thread {
    return new Thread({
      id,
      shelf: this.#shelf,
      prefix: this.#prefix,
      typing: (typing) => void this.#feed.send({ type: 'typing', conversationId: id, typing }),
      mark: (messageId, mark) => this.#mark(messageId, mark),
      failed: (error) => this.failed(error, { isSaid: true }),
    });
  }

  /** Shows another part of the inbox. */
  show(filter: FilterName, q: string): void {
    const { list } = this;
    if (list.value.filter === filter && list.value.q === q) return;
    list.value = this.#listOf(filter, q);
    void this.refresh();
  }

  /** Fetches the list anew; what went wrong stands in the list itself. */
  async refresh(): Promise<void> {
    await this.list.value.load().catch((error: unknown) => this.failed(error, { isSaid: true }));
  }

  /** Fetches a conversation's newest messages. */
  async open(id: string): Promise<void> {
    const thread = this.thread(id);
    const round = thread.beginLoading();
    try {
      const { data } = await read(api.conversations[':id'].$get({ param: { id }, query: {} }));
      const { messages, notes = [], visitor } = data;
      batch(() => {
        this.book.put([summaryOf(data)]);
        if (visitor.context) this.#place(visitor.id, visitor.context);
        thread.load(round, messages, notes);
      });
      if (notes.length === limits.page.notes) thread.addNotes(await fetchNotes(id));
    } catch (error) {
      thread.fail(round, error);
      this.failed(error, { isSaid: thread.state.value !== 'ready' });
    }
  }

  /** What signing out would lose, in words. */
  lost(): string {
    return lostWork({ shelf: this.#shelf, prefix: this.#prefix, isPageUnsaved: isPageUnsaved() });
  }

  reconnect(): void {
    this.#feed.connect();
  }

  /** Ends the work here; `forget` also takes drafts and what was not sent off this browser. */
  close({ forget }: { forget: boolean }): void {
    this.#feed.close();
    this.counts.stop();
    for (const thread of this.#threads.all()) thread.stop();
    if (forget) forgetWork(this.user.id);
  }

  /** A call has failed: the end of the session ends the work, anything else is said unless it stands on the page. */
  failed(error: unknown, { isSaid }: { isSaid: boolean } = { isSaid: false }): void {
    if (codeOf(error) === 'unauthorized') this.#ports.signedOut();
    else if (!isSaid) sayFailed(messageOf(error));
  }

  #listOf(filter: FilterName, q: string): InboxList {
    const { book, version, user } = this;
    const failed = (error: unknown) => this.failed(error);
    return new InboxList(filter, q, {
      operatorId: user.id,
      book,
      version,
      failed,
      grown: () => this.#tidy(),
    });
  }

  /** The cursor comes first: what happens while the rest is fetched is told again, and counted once. */
  async #reload(): Promise<number> {
    const { page } = await read(api.events.$get({ query: { since: newestCursor } }));
    this.book.clear();
    await this.list.value.load();
    this.news.value += 1;
    void this.team.refresh();
    this.unansweredVersion.value += 1;
    for (const thread of this.#threads.all()) {
      if (thread.isShown) await this.open(thread.id);
      else thread.forget();
    }
    return page.cursor;
  }

  #event(event: Event): void {
    const thread = this.#threads.known(event.conversationId);
    const before = this.book.get(event.conversationId);
    batch(() => {
      thread?.take(event);
      if (this.book.take(event) === 'fetch') void this.#missing.add(event.conversationId);
    });
    this.#tidy();
    if (event.type !== 'message:update') this.news.value += 1;
    const waiting = messageThatWaits(event, before, this.book.get(event.conversationId), this.user.id);
    if (waiting) this.#ports.arrived(waiting);
    if (event.type !== 'message:new' || event.message.sender !== 'visitor') return;
    this.typing.set(event.conversationId, false);
    if (thread?.state.value !== 'ready') this.#deliver(event.message);
  }

  /** Keeps the book from growing for as long as the page is open. */
  #tidy(): void {
    if (this.book.size < mostKnown) return;
    const isNeeded = (one: ConversationSummary) =>
      this.list.value.holds(one) || this.#threads.known(one.id)?.isShown === true;
    this.book.prune(mostKnown / 2, isNeeded);
  }

  /** Says that a visitor's message has reached the desk. */
  #deliver(message: Message | null): void {
    if (message?.sender !== 'visitor' || message.status !== 'sent') return;
    this.#mark(message.id, 'delivered').catch(() => undefined);
  }

  async #mark(messageId: string, status: Mark): Promise<void> {
    if (this.#feed.send({ type: 'message:update', messageId, status })) return;
    const route = api.conversations.messages[':id'].status;
    await read(route.$patch({ param: { id: messageId }, json: { status } }));
  }

  /** Where a visitor is, as its browser last said. */
  #place(visitorId: string, context: VisitorContext): void {
    this.places.value = new Map([...this.places.value, [visitorId, context]]);
  }

  #frame(frame: ServerFrame): void {
    if (frame.type === 'presence') {
      const online = new Set(this.online.value);
      const told = [...(frame.visitors ?? []), ...(frame.team ?? [])];
      for (const { id, online: isOnline } of told) online[isOnline ? 'add' : 'delete'](id);
      this.online.value = online;
    }
    if (frame.type === 'typing' && frame.sender === 'visitor')
      this.typing.set(frame.conversationId, frame.typing);
    if (frame.type === 'message:delta') this.thread(frame.conversationId).hear(frame);
    if (frame.type === 'note:new' || frame.type === 'note:delete')
      this.#threads.known(frame.conversationId)?.take(frame);
    if (frame.type === 'team:update') void this.team.refresh();
    if (frame.type === 'unanswered:update') this.unansweredVersion.value += 1;
    if (frame.type === 'visitor:update') {
      const { context, ...visitor } = frame.visitor;
      this.book.visitorChanged(visitor);
      this.#place(visitor.id, context);
    }
  }

  #roleIs(role: User['role'] | undefined): void {
    if (role === undefined || role === this.user.role) return;
    this.isOwner.value = role === 'owner';
    this.#ports.changed({ ...this.user, role });
  }

  #linkStatus(status: LinkStatus, code?: string): void {
    if (code === 'unauthorized') return this.#ports.signedOut();
    batch(() => {
      this.status.value = status;
      if (status === 'live') this.#resume();
      else this.online.value = new Set();
    });
  }

  #resume(): void {
    for (const thread of this.#threads.all()) {
      thread.markAgain();
      thread.flush();
      if (thread.state.value === 'failed') void this.open(thread.id);
    }
    if (this.list.value.state.value === 'failed') void this.refresh();
    for (const { lastMessage } of this.book.all()) this.#deliver(lastMessage);
  }
}
