import { batch, signal } from '@preact/signals';
import type { LogEvent, Message, Note, ServerFrame } from '../../shared/protocol/index.ts';
import { codeOf } from '../../client/http.ts';
import { type Mark, marker } from '../../client/marker.ts';
import type { Shelf } from '../../client/shelf.ts';
import { typingOut } from '../../client/typing.ts';
import { api, read } from '../api.ts';
import { type AnswerStream, withDelta } from '../../client/answer-stream.ts';
import { SuggestedReply } from '../suggested/suggested-reply.ts';
import {
  type MessageWindow,
  emptyWindow,
  newestPage,
  withEarlier,
  withEvent,
  withLater,
  withNew,
} from './message-window.ts';
import { withNoteEvent, withNotes } from './note-list.ts';
import { Outgoing } from './outgoing.ts';

export type ThreadPorts = {
  id: string;
  shelf: Shelf;
  /** What the names of everything kept for this operator begin with. */
  prefix: string;
  typing(isTyping: boolean): void;
  mark(messageId: string, mark: Mark): Promise<void>;
  failed(error: unknown): void;
};

export type ThreadState = 'empty' | 'loading' | 'ready' | 'missing' | 'failed';

/** An answer goes to the visitor, a note to colleagues only. */
export type Kind = 'reply' | 'note';

const pageSize = 50;

/** One conversation at an operator's desk: its messages and notes, what is on its way, and what is being written. */
export class Thread {
  readonly id: string;
  readonly state = signal<ThreadState>('empty');
  readonly window = signal<MessageWindow>(emptyWindow);
  readonly notes = signal<readonly Note[]>([]);
  readonly outgoing: Record<Kind, Outgoing>;
  readonly suggested;
  readonly stream = signal<AnswerStream | null>(null);
  readonly isReadingOn = signal(false);
  /** The first message that was unread when the thread was opened. */
  readonly unreadFrom = signal<string | null>(null);
  readonly #ports: ThreadPorts;
  readonly #typing;
  readonly #marks;
  /** What came live while the newest page was being fetched, which may not know it yet. */
  #early: LogEvent[] | null = null;
  #round = 0;
  /** Whether somebody looks at it. */
  isShown = false;

  constructor(ports: ThreadPorts) {
    this.#ports = ports;
    this.id = ports.id;
    this.suggested = new SuggestedReply({ conversationId: ports.id, failed: ports.failed });
    this.outgoing = {
      reply: this.#outgoing(':', async (json) => {
        const route = api.conversations[':id'].messages;
        const { data } = await read(route.$post({ param: { id: ports.id }, json }));
        this.window.value = withNew(this.window.value, data);
      }),
      note: this.#outgoing('#note:', async (json) => {
        const route = api.conversations[':id'].notes;
        const { data } = await read(route.$post({ param: { id: ports.id }, json }));
        this.notes.value = withNotes(this.notes.value, [data]);
      }),
    };
    this.#typing = typingOut(ports.typing);
    this.#marks = marker({
      newest: () => this.window.value.messages.findLast(({ sender }) => sender === 'visitor'),
      isSeen: () => this.isShown && !document.hidden,
      send: ports.mark,
    });
  }

  #outgoing(mark: string, post: (json: { clientId: string; content: string }) => Promise<void>): Outgoing {
    const { shelf, prefix, id } = this.#ports;
    const deliver: typeof post = ({ clientId, content }) => post({ clientId, content });
    return new Outgoing({ shelf, prefix: `${prefix}out:${id}${mark}`, deliver });
  }

  /** What is being written. It is kept over a change of conversation and over a reload. */
  draft(kind: Kind): string {
    return this.#ports.shelf.get(this.#draftKey(kind)) ?? '';
  }

  keepDraft(kind: Kind, text: string): void {
    if (text === '') this.#ports.shelf.remove(this.#draftKey(kind));
    else this.#ports.shelf.set(this.#draftKey(kind), text);
  }

  #draftKey(kind: Kind): string {
    return draftKey(this.#ports.prefix, kind, this.id);
  }

  /** Somebody looks at it, or no more. */
  show(isShown: boolean): void {
    this.isShown = isShown;
    if (!isShown) {
      this.#typing.stop();
      this.suggested.dismiss();
    }
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

  /** The newest page is about to be fetched; the round it is fetched in. An answer of an earlier round is dropped. */
  beginLoading(): number {
    this.#early = [];
    if (this.state.value !== 'ready') this.state.value = 'loading';
    this.#round += 1;
    return this.#round;
  }

  /** Takes in the newest page as it was fetched, with the notes that came with it. */
  load(round: number, messages: readonly Message[], notes: readonly Note[]): void {
    if (round !== this.#round) return;
    const early = this.#early ?? [];
    this.#early = null;
    batch(() => {
      this.window.value = early.reduce(withEvent, newestPage(messages));
      this.notes.value = early.reduce(withNoteEvent, notes);
      this.state.value = 'ready';
      if (this.isShown) this.unreadFrom.value ??= firstUnread(messages);
    });
    this.#marks.mark();
  }

  /** Takes in notes from before those that came with the newest page. */
  addNotes(earlier: readonly Note[]): void {
    this.notes.value = withNotes(earlier, this.notes.value);
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

  write(kind: Kind, content: string): void {
    this.#typing.stop();
    if (kind === 'reply') this.suggested.dismiss();
    this.keepDraft(kind, '');
    this.unreadFrom.value = null;
    this.outgoing[kind].write(content);
  }

  flush(): void {
    this.outgoing.reply.flush();
    this.outgoing.note.flush();
  }

  typed(): void {
    this.#typing.typed();
  }

  /** Takes in an event of the log. */
  take(event: LogEvent): void {
    this.#early?.push(event);
    batch(() => {
      if (event.type === 'message:new') this.#receive(event.message);
      if (event.type === 'note:new' && event.note.clientId) this.outgoing.note.remove(event.note.clientId);
      if (this.state.value !== 'ready') return;
      this.window.value = withEvent(this.window.value, event);
      this.notes.value = withNoteEvent(this.notes.value, event);
    });
    this.#marks.mark();
  }

  #receive(message: Message): void {
    if (message.clientId) this.outgoing.reply.remove(message.clientId);
    if (message.sender !== 'visitor') this.stream.value = null;
  }

  /** Takes in a piece of the bot's answer while it is written. */
  hear(delta: Extract<ServerFrame, { type: 'message:delta' }>): void {
    this.stream.value = withDelta(this.stream.value, delta);
  }

  /** Nobody looks at it, and nothing is to be sent from it. */
  get isIdle(): boolean {
    const { reply, note } = this.outgoing;
    return !this.isShown && reply.drafts.value.length === 0 && note.drafts.value.length === 0;
  }

  /** Forgets what was fetched, because events were missed that will not be told; it is fetched anew when opened. */
  forget(): void {
    this.#round += 1;
    batch(() => {
      this.window.value = emptyWindow;
      this.notes.value = [];
      this.stream.value = null;
      this.state.value = 'empty';
    });
  }

  /** The newest page could not be fetched; what was there before stays. */
  fail(round: number, error: unknown): void {
    if (round !== this.#round) return;
    this.#early = null;
    if (this.state.value === 'ready') return;
    this.state.value = codeOf(error) === 'not_found' ? 'missing' : 'failed';
  }

  stop(): void {
    this.outgoing.reply.stop();
    this.outgoing.note.stop();
    this.suggested.dismiss();
    this.#typing.stop();
  }
}

/** Under which name a draft is kept; `prefix` as in the ports. */
export function draftKey(prefix: string, kind: Kind, conversationId: string): string {
  return `${prefix}draft:${kind}:${conversationId}`;
}

function firstUnread(messages: readonly Message[]): string | null {
  const answered = messages.findLastIndex(({ sender }) => sender === 'operator');
  const unread = messages.find(
    ({ sender, status }, at) => at > answered && sender === 'visitor' && status !== 'seen',
  );
  return unread?.id ?? null;
}
