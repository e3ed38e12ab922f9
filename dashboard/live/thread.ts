import { type Signal, batch, signal } from '@preact/signals';
import type { Event, Message, ServerFrame } from '../../shared/protocol/index.ts';
import { codeOf } from '../../widget/http.ts';
import { type Mark, marker } from '../../widget/marker.ts';
import { type Draft, outbox } from '../../widget/outbox.ts';
import { sender } from '../../widget/sender.ts';
import type { Shelf } from '../../widget/shelf.ts';
import { typingIn, typingOut } from '../../widget/typing.ts';
import { api, read } from '../api.ts';
import { type AnswerStream, withDelta } from './answer-stream.ts';
import {
  type MessageWindow,
  emptyWindow,
  newestPage,
  withEarlier,
  withEvent,
  withLater,
  withNew,
} from './message-window.ts';

export type ThreadPorts = {
  id: string;
  shelf: Shelf;
  /** What the names of everything kept for this operator begin with. */
  prefix: string;
  typing(isTyping: boolean): void;
  mark(messageId: string, mark: Mark): Promise<void>;
};

export type ThreadState = 'empty' | 'loading' | 'ready' | 'missing' | 'failed';

const pageSize = 50;

/** One conversation at an operator's desk: its messages, what was written and is on its way, and what is being written. */
export class Thread {
  readonly id: string;
  readonly state = signal<ThreadState>('empty');
  readonly window = signal<MessageWindow>(emptyWindow);
  readonly outgoing: Signal<readonly Draft[]>;
  /** Whether what is on its way has already failed once and waits for the next try. */
  readonly isHeldUp = signal(false);
  readonly isVisitorTyping = signal(false);
  readonly stream = signal<AnswerStream | null>(null);
  readonly isReadingOn = signal(false);
  /** The first message that was unread when the thread was opened. */
  readonly unreadFrom = signal<string | null>(null);
  readonly #ports: ThreadPorts;
  readonly #box;
  readonly #sender;
  readonly #typist = typingIn<'visitor'>(() => {
    this.isVisitorTyping.value = this.#typist.who() !== null;
  });
  readonly #typing;
  readonly #marks;
  /** What came live while the newest page was being fetched, which may not know it yet. */
  #early: Event[] | null = null;
  #isShown = false;

  constructor(ports: ThreadPorts) {
    this.#ports = ports;
    this.id = ports.id;
    this.#box = outbox(ports.shelf, `${ports.prefix}out:${ports.id}:`);
    this.outgoing = signal(this.#box.all());
    this.#typing = typingOut(ports.typing);
    this.#marks = marker({
      newest: () => this.window.value.messages.findLast(({ sender }) => sender === 'visitor'),
      isSeen: () => this.#isShown && !document.hidden,
      send: ports.mark,
    });
    this.#sender = sender({
      box: this.#box,
      exclusively: (task) => task(),
      repair: () => false,
      changed: () => this.#showOutgoing(),
      deliver: async ({ clientId, content }) => {
        const route = api.conversations[':id'].messages;
        const { data } = await read(route.$post({ param: { id: ports.id }, json: { content, clientId } }));
        this.window.value = withNew(this.window.value, data);
      },
    });
  }

  get draft(): string {
    return this.#ports.shelf.get(this.#draftKey) ?? '';
  }

  /** Keeps what is being written, over a change of conversation and over a reload. */
  set draft(text: string) {
    if (text === '') this.#ports.shelf.remove(this.#draftKey);
    else this.#ports.shelf.set(this.#draftKey, text);
  }

  get #draftKey(): string {
    return `${this.#ports.prefix}draft:${this.id}`;
  }

  /** Somebody looks at it, or no more. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    if (!isShown) this.#typing.stop();
    if (isShown) this.unreadFrom.value = firstUnread(this.window.value.messages);
    this.#marks.mark();
  }

  /** Says again what has come and been seen: the page is back, or the connection is. */
  markAgain(): void {
    this.#marks.forget();
    this.#marks.mark();
  }

  mark(): void {
    this.#marks.mark();
  }

  /** The newest page is about to be fetched. */
  beginLoading(): void {
    this.#early = [];
    if (this.state.value !== 'ready') this.state.value = 'loading';
  }

  /** Takes in the newest page as it was fetched. */
  load(messages: readonly Message[]): void {
    batch(() => {
      this.window.value = (this.#early ?? []).reduce(withEvent, newestPage(messages));
      this.#early = null;
      this.state.value = 'ready';
      if (this.#isShown) this.unreadFrom.value ??= firstUnread(messages);
    });
    this.#marks.mark();
  }

  /** Fetches the page before or behind what is there. Errors: CallError. */
  async readOn(direction: 'earlier' | 'later'): Promise<void> {
    const { messages, hasEarlier, hasLater } = this.window.value;
    const edge = direction === 'earlier' ? messages[0] : messages.at(-1);
    if (!edge || this.isReadingOn.value || !(direction === 'earlier' ? hasEarlier : hasLater)) return;
    this.isReadingOn.value = true;
    try {
      const place = direction === 'earlier' ? { before: String(edge.seq) } : { after: String(edge.seq) };
      const route = api.conversations[':id'];
      const query = { ...place, limit: String(pageSize) };
      const { data } = await read(route.$get({ param: { id: this.id }, query }));
      const isLast = data.messages.length < pageSize;
      this.window.value =
        direction === 'earlier'
          ? withEarlier(this.window.value, data.messages)
          : withLater(this.window.value, data.messages, { isLast });
    } finally {
      this.isReadingOn.value = false;
    }
  }

  write(content: string): void {
    this.#typing.stop();
    this.draft = '';
    this.unreadFrom.value = null;
    this.#box.add(content);
    this.#showOutgoing();
    this.flush();
  }

  retry(clientId: string): void {
    this.#box.retry(clientId);
    this.#showOutgoing();
    this.flush();
  }

  discard(clientId: string): void {
    this.#box.remove(clientId);
    this.#showOutgoing();
  }

  flush(): void {
    void this.#sender.flush();
  }

  typed(): void {
    this.#typing.typed();
  }

  /** Takes in an event of the log. */
  take(event: Event): void {
    this.#early?.push(event);
    batch(() => {
      if (event.type === 'message:new') this.#receive(event.message);
      if (this.state.value === 'ready') this.window.value = withEvent(this.window.value, event);
    });
    this.#marks.mark();
  }

  #receive(message: Message): void {
    if (message.clientId) this.#box.remove(message.clientId);
    if (message.sender === 'visitor') this.#typist.set(null);
    else this.stream.value = null;
    this.#showOutgoing();
  }

  hear(frame: ServerFrame): void {
    if (frame.type === 'typing' && frame.sender === 'visitor')
      this.#typist.set(frame.typing ? 'visitor' : null);
    if (frame.type === 'message:delta') this.stream.value = withDelta(this.stream.value, frame);
  }

  /** The newest page could not be fetched; what was there before stays. */
  fail(error: unknown): void {
    this.#early = null;
    if (this.state.value === 'ready') return;
    this.state.value = codeOf(error) === 'not_found' ? 'missing' : 'failed';
  }

  stop(): void {
    this.#sender.stop();
    this.#typing.stop();
  }

  #showOutgoing(): void {
    this.outgoing.value = this.#box.all();
    this.isHeldUp.value = this.#sender.hasFailed();
  }
}

function firstUnread(messages: readonly Message[]): string | null {
  const answered = messages.findLastIndex(({ sender }) => sender === 'operator');
  const unread = messages.find(
    ({ sender, status }, at) => at > answered && sender === 'visitor' && status !== 'seen',
  );
  return unread?.id ?? null;
}

/** The conversations for which messages wait to be sent; one for each message. */
export function unsentIn(shelf: Shelf, prefix: string): string[] {
  const start = `${prefix}out:`;
  return shelf.keys(start).flatMap((key) => key.slice(start.length).split(':')[0] ?? []);
}
