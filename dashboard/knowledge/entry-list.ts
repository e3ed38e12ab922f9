import { batch, signal } from '@preact/signals';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';

const pageSize = '30';
const refreshSize = '100';

/** The entries of the knowledge base, newest first, or those that hold the words of a search. */
export class EntryList {
  readonly q = signal('');
  readonly entries = signal<readonly Entry[]>([]);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly problem = signal('');
  readonly isReadingOn = signal(false);
  readonly hasMore = signal(false);
  #nextCursor: string | null = null;
  #round = 0;

  /** Fetches the first page, of another search where one is given. */
  async load(q = this.q.value): Promise<void> {
    this.#round += 1;
    const isOther = q !== this.q.value;
    this.q.value = q;
    if (isOther || this.state.value === 'failed') this.state.value = 'loading';
    await this.#fetch(undefined);
  }

  async readOn(): Promise<void> {
    if (this.#nextCursor === null || this.isReadingOn.value) return;
    this.isReadingOn.value = true;
    await this.#fetch(this.#nextCursor);
    this.isReadingOn.value = false;
  }

  /** Puts in what was made here, above all others; whether it fits a search, only the server knows. */
  add(entry: Entry): void {
    if (this.q.value !== '') return;
    const others = this.entries.value.filter(({ id }) => id !== entry.id);
    this.entries.value = [entry, ...others];
  }

  /** Shows what has become of an entry, where it is listed. */
  update(entry: Entry): void {
    this.entries.value = this.entries.value.map((one) => (one.id === entry.id ? entry : one));
  }

  /** Asks what has become of those that were being indexed: all newest ones at once, then the oldest by itself. */
  async refresh(): Promise<void> {
    const waiting = this.entries.value.filter(({ status }) => status === 'indexing');
    const oldest = waiting.at(-1);
    if (!oldest) return;
    try {
      const { data } = await read(api['knowledge-base'].$get({ query: { limit: refreshSize } }));
      for (const entry of data) this.update(entry);
      if (data.some(({ id }) => id === oldest.id)) return;
      const one = await read(api['knowledge-base'][':id'].$get({ param: { id: oldest.id } }));
      this.update(one.data);
    } catch (error) {
      // What fails otherwise is asked again, and is said where somebody does something.
      if (codeOf(error) === 'not_found') this.remove(oldest.id);
    }
  }

  remove(id: string): void {
    this.entries.value = this.entries.value.filter((one) => one.id !== id);
  }

  async #fetch(cursor: string | undefined): Promise<void> {
    const round = this.#round;
    const query = {
      limit: pageSize,
      ...(this.q.value === '' ? {} : { q: this.q.value }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    try {
      const { data, page } = await read(api['knowledge-base'].$get({ query }));
      if (round !== this.#round) return;
      batch(() => {
        this.entries.value = cursor === undefined ? data : withPage(this.entries.value, data);
        this.#nextCursor = page.nextCursor;
        this.hasMore.value = page.nextCursor !== null;
        this.state.value = 'ready';
        this.problem.value = '';
      });
    } catch (error) {
      if (round !== this.#round) return;
      this.problem.value = messageOf(error);
      if (this.state.value === 'loading') this.state.value = 'failed';
    }
  }
}

/** What was made meanwhile may come a second time, pushed down by what is newer. */
function withPage(entries: readonly Entry[], page: readonly Entry[]): Entry[] {
  const known = new Set(entries.map(({ id }) => id));
  return [...entries, ...page.filter(({ id }) => !known.has(id))];
}
