import { signal } from '@preact/signals';
import type { CannedReply } from '../../shared/api/canned-replies.ts';
import { api, read } from '../api.ts';

const freshMs = 30_000;

/** The tenant's ready-made replies, fetched when they are first wanted and now and then after that. */
export class CannedReplies {
  readonly list = signal<readonly CannedReply[] | null>(null);
  #fetchedAtMs = 0;
  #changes = 0;

  /** Fetches them where they may be old. Errors: CallError. */
  async want(): Promise<void> {
    if (this.list.value !== null && Date.now() - this.#fetchedAtMs < freshMs) return;
    const changes = this.#changes;
    const { data } = await read(api['canned-replies'].$get());
    // What was changed here meanwhile may not be in it yet.
    if (changes !== this.#changes) return this.want();
    this.#fetchedAtMs = Date.now();
    this.list.value = data;
  }

  /** Adds one, or changes the one of this id. Errors: CallError, `conflict` where the shortcut is taken. */
  async save(id: string | null, json: { shortcut: string; content: string }): Promise<void> {
    const call =
      id === null
        ? read(api['canned-replies'].$post({ json }))
        : read(api['canned-replies'][':id'].$put({ param: { id }, json }));
    const { data } = await call;
    this.#changes += 1;
    const others = (this.list.value ?? []).filter((reply) => reply.id !== data.id);
    this.list.value = [...others, data].toSorted((one, other) => one.shortcut.localeCompare(other.shortcut));
  }

  /** Errors: CallError. */
  async remove(id: string): Promise<void> {
    await read(api['canned-replies'][':id'].$delete({ param: { id } }));
    this.#changes += 1;
    this.list.value = (this.list.value ?? []).filter((reply) => reply.id !== id);
  }
}
