import type { Entry, EntryInput, EntryPatch } from '../../shared/api/knowledge-base.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';
import type { Desk } from '../live/desk.ts';
import { keptWork, workOf } from '../live/kept-work.ts';
import { AnswerDrafts, type Pair } from './answer-drafts.ts';
import type { DraftEntry } from './draft-entries.ts';
import { EntryDrafts } from './entry-drafts.ts';
import { EntryList } from './entry-list.ts';
import { ImportQueue } from './import-queue.ts';
import { SynonymList } from './synonym-list.ts';
import { UnansweredList } from './unanswered-list.ts';

const stores = new WeakMap<Desk, KnowledgeStore>();

/** The signed-in operator's knowledge base; it goes on importing while other places are looked at. */
export function knowledgeOf(desk: Desk): KnowledgeStore {
  const known = stores.get(desk) ?? new KnowledgeStore(new AnswerDrafts(keptWork, workOf(desk.user.id)));
  stores.set(desk, known);
  return known;
}

export class KnowledgeStore {
  readonly list = new EntryList();
  /** Answers to questions of visitors that were begun and not saved. */
  readonly answers: AnswerDrafts;
  readonly unanswered: UnansweredList;
  readonly synonyms = new SynonymList();
  readonly drafts = new EntryDrafts();
  readonly imports = new ImportQueue({ stored: (entry) => this.list.add(entry), messageOf });

  constructor(answers: AnswerDrafts) {
    this.answers = answers;
    this.unanswered = new UnansweredList(answers);
  }

  /** Makes an entry. Errors: CallError. */
  async create(entry: EntryInput): Promise<Entry> {
    const { data } = await read(api['knowledge-base'].$post({ json: entry }));
    this.list.add(data);
    return data;
  }

  /** Makes an entry of a question that the bot could not answer. Errors: CallError. */
  async answer(unansweredId: string, pair: Pair): Promise<Entry> {
    const entry = await this.unanswered.answer(unansweredId, pair);
    this.answers.drop(unansweredId);
    this.list.add(entry);
    return entry;
  }

  /** Fetches an entry as it is now. Errors: CallError. */
  async fetch(id: string): Promise<Entry> {
    const { data } = await read(api['knowledge-base'][':id'].$get({ param: { id } }));
    this.list.update(data);
    return data;
  }

  /** Changes what the patch names. Errors: CallError. */
  async update(id: string, patch: EntryPatch): Promise<Entry> {
    const { data } = await read(api['knowledge-base'][':id'].$put({ param: { id }, json: patch }));
    this.list.update(data);
    return data;
  }

  /** Deletes an entry; one that is gone already counts. Errors: CallError. */
  async remove(id: string): Promise<void> {
    await read(api['knowledge-base'][':id'].$delete({ param: { id } })).catch((error: unknown) => {
      if (codeOf(error) !== 'not_found') throw error;
    });
    this.list.remove(id);
    this.drafts.drop(id);
  }

  importDrafts(drafts: readonly DraftEntry[]): void {
    this.imports.add(
      drafts.map((draft) => {
        if ('problem' in draft) return draft;
        return { name: draft.name, run: () => this.create(draft.entry) };
      }),
    );
  }

  importPages(addresses: readonly string[]): void {
    this.imports.add(
      addresses.map((url) => ({
        name: url,
        run: async () => (await read(api['knowledge-base'].crawl.$post({ json: { url } }))).data,
      })),
    );
  }
}
