import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { api, messageOf, read } from '../api.ts';
import type { ConversationBook } from './conversation-book.ts';
import { type FilterName, filters, listed } from './inbox-filter.ts';

type Ports = {
  operatorId: string;
  book: ConversationBook;
  version: ReadonlySignal<number>;
  failed(error: unknown): void;
};

const pageSize = '50';

/** The conversations under one filter or search: as deep as they have been fetched, and live above that. */
export class InboxList {
  readonly filter: FilterName;
  readonly q: string;
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly problem = signal('');
  readonly isReadingOn = signal(false);
  readonly rows: ReadonlySignal<readonly ConversationSummary[]>;
  readonly #ports: Ports;
  readonly #floor = signal<string | null>(null);
  /** A search's own order: its best page first, whatever happens meanwhile. */
  readonly #found = signal<readonly string[]>([]);
  #nextCursor: string | null = null;
  #round = 0;

  constructor(filter: FilterName, q: string, ports: Ports) {
    this.filter = filter;
    this.q = q;
    this.#ports = ports;
    this.rows = computed(() => {
      void ports.version.value;
      if (q !== '') return this.#found.value.flatMap((id) => ports.book.get(id) ?? []);
      return listed(ports.book.all(), filter, { operatorId: ports.operatorId, floor: this.#floor.value });
    });
  }

  get hasMore(): boolean {
    return this.#nextCursor !== null;
  }

  /** Fetches the first page anew. Errors: CallError. */
  async load(): Promise<void> {
    this.#round += 1;
    this.#nextCursor = null;
    if (this.rows.value.length === 0) this.state.value = 'loading';
    await this.#fetch(undefined);
  }

  /** Fetches the next page, if there is one. */
  async readOn(): Promise<void> {
    if (this.#nextCursor === null || this.isReadingOn.value) return;
    this.isReadingOn.value = true;
    try {
      await this.#fetch(this.#nextCursor);
    } catch (error) {
      this.#ports.failed(error);
    } finally {
      this.isReadingOn.value = false;
    }
  }

  async #fetch(cursor: string | undefined): Promise<void> {
    const round = this.#round;
    const query = {
      ...filters[this.filter].query,
      ...(this.q === '' ? {} : { q: this.q }),
      ...(cursor === undefined ? {} : { cursor }),
      limit: pageSize,
    };
    try {
      const { data, page } = await read(api.conversations.$get({ query }));
      if (round !== this.#round) return;
      batch(() => this.#take(data, page.nextCursor, { isFirst: cursor === undefined }));
    } catch (error) {
      if (round === this.#round && cursor === undefined) {
        this.problem.value = messageOf(error);
        if (this.state.value === 'loading') this.state.value = 'failed';
      }
      throw error;
    }
  }

  #take(page: ConversationSummary[], nextCursor: string | null, { isFirst }: { isFirst: boolean }): void {
    this.#nextCursor = nextCursor;
    this.#floor.value = nextCursor === null ? null : (page.at(-1)?.updatedAt ?? this.#floor.value);
    const ids = page.map(({ id }) => id);
    this.#found.value = isFirst ? ids : [...new Set([...this.#found.value, ...ids])];
    this.#ports.book.put(page);
    this.state.value = 'ready';
  }
}
