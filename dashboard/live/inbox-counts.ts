import { signal } from '@preact/signals';
import type { ConversationCounts } from '../../shared/api/inbox.ts';
import { api, read } from '../api.ts';
import { atMostEvery } from './at-most-every.ts';

const everyMs = 5_000;

/** How many conversations each filter holds. Asked for again after changes, but not with every one of them. */
export class InboxCounts {
  readonly value = signal<ConversationCounts | null>(null);
  readonly #asking = atMostEvery(everyMs, () => void this.#ask());

  /** Something has changed. */
  changed(): void {
    this.#asking.due();
  }

  stop(): void {
    this.#asking.stop();
  }

  /** Numbers that cannot be fetched are old for a while, and nobody is told. */
  async #ask(): Promise<void> {
    const answer = await read(api.conversations.counts.$get()).catch(() => null);
    if (answer) this.value.value = answer.data;
  }
}
