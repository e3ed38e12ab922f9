import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { api, messageOf, read } from '../api.ts';
import type { ConversationBook } from './conversation-book.ts';
import { type FilterName, filters, isListed, listed } from './inbox-filter.ts';
import { type ListPage, type ListWindow, boundsOf, withNewer, withOlder } from './list-window.ts';

type Ports = {
  operatorId: string;
  book: ConversationBook;
  version: ReadonlySignal<number>;
  failed(error: unknown): void;
  /** More is known than before. */
  grown(): void;
};

type Answer = Awaited<ReturnType<typeof fetchPage>>;

const pageSize = '50';
/** Whoever has not found it among so many adds a word. */
export const mostFound = 500;

/** The conversations under one filter or search: a stretch of them as they were fetched, live where it is the newest. */
export class InboxList {
  readonly filter: FilterName;
  readonly q: string;
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly problem = signal('');
  readonly isReadingOn = signal(false);
  readonly rows: ReadonlySignal<readonly ConversationSummary[]>;
  readonly #ports: Ports;
  readonly #window = signal<ListWindow>([]);
  /** A search's own order: its best page first, whatever happens meanwhile. */
  readonly #found = signal<readonly string[]>([]);
  #round = 0;

  constructor(filter: FilterName, q: string, ports: Ports) {
    this.filter = filter;
    this.q = q;
    this.#ports = ports;
    this.rows = computed(() => {
      void ports.version.value;
      if (q !== '') return this.#found.value.flatMap((id) => ports.book.get(id) ?? []);
      return listed(ports.book.all(), filter, this.#shown());
    });
  }

  /** Whether it shows a conversation. */
  holds(one: ConversationSummary): boolean {
    return this.q === '' ? isListed(one, this.filter, this.#shown()) : this.#found.value.includes(one.id);
  }

  #shown() {
    return { operatorId: this.#ports.operatorId, bounds: boundsOf(this.#window.value) };
  }

  /** Whether there are newer ones than those at hand. */
  get hasNewer(): boolean {
    return boundsOf(this.#window.value).ceiling !== null;
  }

  /** Whether a search has found more than is shown. */
  get isCut(): boolean {
    return this.q !== '' && this.#found.value.length >= mostFound;
  }

  /** Fetches the newest page anew. Errors: CallError. */
  async load(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    if (this.rows.value.length === 0) this.state.value = 'loading';
    try {
      const answer = await this.#fetch(null);
      if (round !== this.#round) return;
      batch(() => {
        this.#found.value = [];
        this.#window.value = [];
        this.#take(answer, withOlder);
        this.state.value = 'ready';
      });
    } catch (error) {
      if (round === this.#round) {
        this.problem.value = messageOf(error);
        if (this.state.value === 'loading') this.state.value = 'failed';
      }
      throw error;
    }
  }

  /** Fetches the page before or behind what is there, if there is one. */
  async readOn(direction: 'newer' | 'older'): Promise<void> {
    const window = this.#window.value;
    const cursor = direction === 'older' ? window.at(-1)?.olderCursor : window[0]?.newerCursor;
    // A search goes to older ones only.
    if (!cursor || this.isReadingOn.value || this.isCut || (this.q !== '' && direction === 'newer')) return;
    const round = this.#round;
    this.isReadingOn.value = true;
    try {
      const answer = await this.#fetch({ cursor, direction });
      if (round === this.#round)
        batch(() => this.#take(answer, direction === 'older' ? withOlder : withNewer));
    } catch (error) {
      this.#ports.failed(error);
    } finally {
      this.isReadingOn.value = false;
    }
  }

  #fetch(from: { cursor: string; direction: 'newer' | 'older' } | null): Promise<Answer> {
    const q = this.q === '' ? {} : { q: this.q };
    return fetchPage({ ...filters[this.filter].query, ...q, ...from, limit: pageSize });
  }

  #take({ data, page }: Answer, put: (window: ListWindow, page: ListPage | null) => ListWindow): void {
    const [first, last] = [data[0], data.at(-1)];
    const { previousCursor: newerCursor, nextCursor: olderCursor } = page;
    this.#window.value = put(
      this.#window.value,
      first && last ? { newest: first.updatedAt, oldest: last.updatedAt, newerCursor, olderCursor } : null,
    );
    if (this.q !== '')
      this.#found.value = [...new Set([...this.#found.value, ...data.map(({ id }) => id)])].slice(
        0,
        mostFound,
      );
    this.#ports.book.put(data);
    this.#ports.grown();
  }
}

type Query = Parameters<typeof api.conversations.$get>[0]['query'];

function fetchPage(query: Query) {
  return read(api.conversations.$get({ query }));
}
