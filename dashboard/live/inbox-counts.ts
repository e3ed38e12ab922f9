import { signal } from '@preact/signals';
import type { ConversationCounts } from '../../shared/api/inbox.ts';
import { api, read } from '../api.ts';

const everyMs = 5_000;

/** How many conversations each filter holds. Asked for again after changes, but not with every one of them. */
export class InboxCounts {
  readonly value = signal<ConversationCounts | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAtMs = 0;

  /** Something has changed. Numbers that cannot be fetched are old for a while, and nobody is told. */
  changed(): void {
    if (this.#timer !== undefined) return;
    const waitMs = Math.max(0, this.#askedAtMs + everyMs - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#askedAtMs = Date.now();
      read(api.conversations.counts.$get()).then(
        ({ data }) => {
          this.value.value = data;
        },
        () => undefined,
      );
    }, waitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
