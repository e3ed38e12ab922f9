import { signal } from '@preact/signals';
import { withChanges, withoutSaved } from '../ui/changes.ts';
import type { EntryFields } from './entry-fields.ts';

type Changes = Partial<EntryFields>;

/** What was typed and not saved, by entry. It is kept while other things are looked at. */
export class EntryDrafts {
  readonly #all = signal<ReadonlyMap<string, Changes>>(new Map());

  of(id: string): Changes {
    return this.#all.value.get(id) ?? {};
  }

  /** `fields` is what it would be without a draft. */
  change(id: string, fields: EntryFields, more: Changes): void {
    this.#put(id, withChanges(fields, this.of(id), more));
  }

  /** What was typed meanwhile stays, as a draft of the entry that was made where there was none before. */
  saved(id: string, sent: Changes, entryId = id): void {
    const left = withoutSaved(this.of(id), sent);
    this.drop(id);
    this.#put(entryId, left);
  }

  drop(id: string): void {
    this.#put(id, {});
  }

  #put(id: string, changes: Changes): void {
    const all = new Map(this.#all.value);
    if (Object.keys(changes).length > 0) all.set(id, changes);
    else all.delete(id);
    this.#all.value = all;
  }
}
