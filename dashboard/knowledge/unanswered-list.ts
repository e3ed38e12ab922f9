import { batch, signal } from '@preact/signals';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import type { UnansweredAnswer, UnansweredQuestion } from '../../shared/api/unanswered.ts';
import { api, messageOf, read } from '../api.ts';
import type { AnswerDrafts } from './answer-drafts.ts';

const pageSize = 30;
/** As many as one answer holds. */
const mostAtOnce = 100;

/** The questions that the bot could not answer and nobody has dealt with, last asked first. */
export class UnansweredList {
  readonly questions = signal<readonly UnansweredQuestion[]>([]);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly problem = signal('');
  /** How many there are in all. */
  readonly open = signal(0);
  readonly hasMore = signal(false);
  readonly isReadingOn = signal(false);
  /** Those that are being answered here: they stay, with what was written, whatever others do to them. */
  readonly held = new Set<string>();
  readonly #drafts: AnswerDrafts;
  #nextCursor: string | null = null;
  #round = 0;

  constructor(drafts: AnswerDrafts) {
    this.#drafts = drafts;
  }

  /** Fetches the first page, or as much of what is shown as one answer holds. */
  async load(): Promise<void> {
    this.#round += 1;
    if (this.state.value === 'failed') this.state.value = 'loading';
    await this.#fetch(undefined);
  }

  async readOn(): Promise<void> {
    if (this.#nextCursor === null || this.isReadingOn.value) return;
    this.isReadingOn.value = true;
    await this.#fetch(this.#nextCursor);
    this.isReadingOn.value = false;
  }

  /** Dismisses a question, or takes it up again. Errors: CallError. */
  async set(id: string, status: 'open' | 'dismissed'): Promise<void> {
    await read(api['knowledge-base'].unanswered[':id'].$patch({ param: { id }, json: { status } }));
    if (status === 'open') await this.load();
    else this.#remove(id);
  }

  /** Makes an entry of a question. Errors: CallError. */
  async answer(id: string, json: UnansweredAnswer): Promise<Entry> {
    const route = api['knowledge-base'].unanswered[':id'].entry;
    const { data } = await read(route.$post({ param: { id }, json }));
    this.#remove(id);
    return data;
  }

  #remove(id: string): void {
    const others = this.questions.value.filter((one) => one.id !== id);
    if (others.length === this.questions.value.length) return;
    this.questions.value = others;
    this.open.value = Math.max(0, this.open.value - 1);
  }

  async #fetch(cursor: string | undefined): Promise<void> {
    const round = this.#round;
    const shown = this.questions.value;
    const size = cursor === undefined ? Math.min(mostAtOnce, Math.max(pageSize, shown.length)) : pageSize;
    const query = { limit: String(size), ...(cursor === undefined ? {} : { cursor }) };
    try {
      const { data, page, open } = await read(api['knowledge-base'].unanswered.$get({ query }));
      if (round !== this.#round) return;
      const held = this.questions.value.filter(({ id }) => this.held.has(id));
      batch(() => {
        this.questions.value =
          cursor === undefined
            ? [data, held, this.#drafts.questions()].reduce(withPage)
            : withPage(shown, data);
        this.#nextCursor = page.nextCursor;
        this.hasMore.value = page.nextCursor !== null;
        this.open.value = open;
        this.state.value = 'ready';
      });
    } catch (error) {
      if (round !== this.#round) return;
      this.problem.value = messageOf(error);
      if (this.state.value === 'loading') this.state.value = 'failed';
    }
  }
}

/** What was asked again meanwhile stands above already. */
function withPage(questions: readonly UnansweredQuestion[], page: readonly UnansweredQuestion[]) {
  const known = new Set(questions.map(({ id }) => id));
  return [...questions, ...page.filter(({ id }) => !known.has(id))];
}
