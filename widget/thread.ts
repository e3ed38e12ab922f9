import type { Conversation, Event, Message, ServerFrame } from './protocol.ts';
import { timeline } from './timeline.ts';
import { typingIn } from './typing.ts';

export type Typist = 'operator' | 'bot' | 'visitor';

type Delta = Extract<ServerFrame, { type: 'message:delta' }>;

/** What is known of one conversation, as the log and the room tell it. */
export class Thread {
  readonly line = timeline('visitor');
  readonly #typist;
  conversation: Conversation | null = null;
  /** What the bot has written so far of its answer. */
  streaming: { replyTo: string; text: string; next: number } | null = null;
  /** Whether an operator is there; null while unknown. */
  isStaffed: boolean | null = null;

  constructor(changed: () => void) {
    this.#typist = typingIn<Typist>(changed);
  }

  clear(): void {
    this.line.clear();
    this.conversation = null;
    this.disconnected();
  }

  /** Who is there and what is being written is only known while connected. */
  disconnected(): void {
    this.#typist.set(null);
    this.streaming = null;
    this.isStaffed = null;
  }

  get typist(): Typist | null {
    return this.#typist.who();
  }

  /** Takes in one event; returns the message that it brought, if it did. */
  take(event: Event): Message | null {
    if (event.type === 'message:update') this.line.receipt(event);
    if (event.type === 'conversation:update') this.conversation = event.conversation;
    if (event.type !== 'message:new') return null;
    if (event.conversation) this.conversation = event.conversation;
    this.line.merge([event.message]);
    if (!this.line.isOwn(event.message)) {
      this.streaming = null;
      this.#typist.set(null);
    }
    return event.message;
  }

  /** Takes in what is not of the log, where it is about this conversation. */
  hear(frame: ServerFrame, conversationId: string | undefined): void {
    if (frame.type === 'presence') this.isStaffed = frame.operators?.online ?? this.isStaffed;
    if (!('conversationId' in frame) || frame.conversationId !== conversationId) return;
    if (frame.type === 'typing') this.#typist.set(frame.typing ? frame.sender : null);
    if (frame.type === 'message:delta') this.#stream(frame);
  }

  /** Pieces that follow on each other; who comes in the middle waits for the whole. */
  #stream({ replyTo, index, text }: Delta): void {
    if (index === 0) this.streaming = { replyTo, text: '', next: 0 };
    const current = this.streaming;
    if (current?.replyTo !== replyTo || current.next !== index) return;
    this.streaming = { replyTo, text: current.text + text, next: index + 1 };
  }
}
