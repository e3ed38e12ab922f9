import { useState } from 'preact/hooks';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { useCommands } from '../keyboard/commands.ts';
import { sayDone } from '../ui/toast-list.ts';
import { useLatest } from '../ui/use-latest.ts';
import { useSaving } from '../ui/use-saving.ts';
import { useUnloadGuard } from '../ui/use-unload-guard.ts';
import { type EntryFields, fieldsOf, missingIn, patchOf } from './entry-fields.ts';
import type { KnowledgeStore } from './knowledge-store.ts';
import { problemsOf } from './problems-of.ts';

type DraftOptions = { store: KnowledgeStore; entry: Entry; saved(entry: Entry): void };

/** What is being changed of an entry, kept until it is saved or discarded. */
export function useEntryDraft({ store, entry, saved }: DraftOptions) {
  const before = fieldsOf(entry);
  const changes = store.drafts.of(entry.id);
  const fields = { ...before, ...changes };
  const [missing, setMissing] = useState<Partial<EntryFields>>({});
  const saving = useSaving();
  const patch = patchOf(entry, fields);
  useUnloadGuard(patch !== null);

  async function save(): Promise<void> {
    const found = missingIn(entry.type, fields);
    setMissing(found);
    if (!patch || Object.keys(found).length > 0) return;
    await saving.save(async () => {
      const changed = await store.update(entry.id, patch);
      saved(changed);
      store.drafts.saved(entry.id, changes);
      sayDone('Saved. The bot answers from it as it is now.');
    });
  }
  const saveNow = useLatest(() => void save());
  useCommands(
    () => [
      {
        id: 'save-entry',
        title: 'Save the entry',
        group: 'This page',
        keys: '$mod+s',
        run: saveNow,
      },
    ],
    [],
  );
  return {
    fields,
    change: (more: Partial<EntryFields>) => store.drafts.change(entry.id, before, more),
    problems: { ...missing, ...problemsOf(saving) },
    problem: saving.problem,
    isChanged: patch !== null,
    isBusy: saving.isBusy,
    save,
    discard: () => store.drafts.drop(entry.id),
  };
}
