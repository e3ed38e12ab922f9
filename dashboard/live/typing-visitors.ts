import { signal } from '@preact/signals';
import { typingIn } from '../../client/typing.ts';

/** In which conversations the visitor is writing just now. */
export class TypingVisitors {
  readonly value = signal<ReadonlySet<string>>(new Set());
  readonly #heard = new Map<string, ReturnType<typeof typingIn<'visitor'>>>();

  set(conversationId: string, isTyping: boolean): void {
    if (!isTyping && !this.#heard.has(conversationId)) return;
    const heard = this.#heard.get(conversationId) ?? typingIn<'visitor'>(() => this.#show());
    this.#heard.set(conversationId, heard);
    heard.set(isTyping ? 'visitor' : null);
  }

  #show(): void {
    for (const [id, heard] of this.#heard) if (heard.who() === null) this.#heard.delete(id);
    this.value.value = new Set(this.#heard.keys());
  }
}
