import { useState } from 'preact/hooks';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { pathTo } from '../parse-route.ts';
import { replace } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Pane } from '../ui/pane.tsx';
import { sayDone } from '../ui/toast-list.ts';
import { useSaving } from '../ui/use-saving.ts';
import { EntryEditor } from './entry-editor.tsx';
import { type EntryFields, emptyFields, inputOf, missingIn } from './entry-fields.ts';
import type { KnowledgeStore } from './knowledge-store.ts';
import { problemsOf } from './problems-of.ts';
import { useUnloadGuard } from '../ui/use-unload-guard.ts';

type NewProps = { store: KnowledgeStore; type: Entry['type'] };

/** Where a new entry is written. What was begun is kept while other things are looked at. */
export function NewEntryPage({ store, type }: NewProps) {
  const key = `new-${type}`;
  const begun = store.drafts.of(key);
  const fields = { ...emptyFields, ...begun };
  const [missing, setMissing] = useState<Partial<EntryFields>>({});
  const saving = useSaving();
  const isBegun = Object.values(fields).some((text) => text.trim() !== '');
  useUnloadGuard(isBegun);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const found = missingIn(type, fields);
    setMissing(found);
    if (Object.keys(found).length > 0) return;
    await saving.save(async () => {
      const entry = await store.create(inputOf(type, fields));
      store.drafts.saved(key, begun, entry.id);
      replace(pathTo('knowledge', entry.id));
      sayDone('Saved. The bot can answer from it.');
    });
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Pane
        title={type === 'qa' ? 'New question and answer' : 'New text'}
        back={pathTo('knowledge')}
        actions={
          <Button type="submit" kind="primary" busy={saving.isBusy}>
            Save
          </Button>
        }
      >
        {saving.problem && (
          <p class="problem" role="alert">
            Not saved, nothing is lost. {saving.problem}
          </p>
        )}
        <EntryEditor
          type={type}
          fields={fields}
          change={(more) => store.drafts.change(key, emptyFields, more)}
          problems={{ ...missing, ...problemsOf(saving) }}
        />
      </Pane>
    </form>
  );
}
