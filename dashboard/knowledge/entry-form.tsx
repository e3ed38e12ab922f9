import { useState } from 'preact/hooks';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { messageOf } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { go } from '../route.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Pane } from '../ui/pane.tsx';
import { wholeTime } from '../ui/times.ts';
import { sayDone, sayFailed } from '../ui/toast-list.ts';
import { EntryEditor } from './entry-editor.tsx';
import { EntryStatus } from './entry-status.tsx';
import { entryName, entrySource } from './entry-text.ts';
import type { KnowledgeStore } from './knowledge-store.ts';
import { useEntryDraft } from './use-entry-draft.ts';

type FormProps = { store: KnowledgeStore; entry: Entry; saved(entry: Entry): void };

/** One entry: what it says, to be changed and deleted. What is not saved is kept while other things are looked at. */
export function EntryForm(props: FormProps) {
  const { entry } = props;
  const { fields, change, problems, problem, isChanged, isBusy, save, discard } = useEntryDraft(props);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Pane
        title={entryName(entry)}
        back={pathTo('knowledge')}
        actions={
          <>
            <DeleteButton {...props} />
            {isChanged && (
              <Button kind="quiet" onClick={discard}>
                Discard
              </Button>
            )}
            <Button type="submit" kind="primary" busy={isBusy} aria-disabled={!isChanged}>
              Save
            </Button>
          </>
        }
      >
        <EntryFacts entry={entry} />
        {problem && (
          <p class="problem" role="alert">
            Not saved, nothing is lost. {problem}
          </p>
        )}
        <EntryEditor type={entry.type} fields={fields} change={change} problems={problems} />
      </Pane>
    </form>
  );
}

/** Deletes the entry once that is confirmed. */
function DeleteButton({ store, entry }: FormProps) {
  const desk = useDesk();
  const [asks, setAsks] = useState(false);

  async function remove(): Promise<void> {
    try {
      await store.remove(entry.id);
      sayDone('Deleted.');
      go(pathTo('knowledge'));
    } catch (error) {
      desk.failed(error, { isSaid: true });
      sayFailed(`Not deleted. ${messageOf(error)}`, () => void remove());
    }
  }
  return (
    <>
      <IconButton icon="trash" label="Delete" onClick={() => setAsks(true)} />
      {asks && (
        <Confirm
          title="Delete this entry?"
          text={`The bot will no longer answer from “${entryName(entry)}”. This cannot be undone.`}
          confirm="Delete"
          onConfirm={() => void remove()}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** Whether the bot can use it, where it is from, how old it is. */
function EntryFacts({ entry }: { entry: Entry }) {
  const source = entrySource(entry);
  return (
    <div class="entry-facts">
      <EntryStatus entry={entry} />
      <span class="muted">Changed {wholeTime(entry.updatedAt)}</span>
      {source && (
        <a href={source} target="_blank" rel="noopener noreferrer" dir="ltr">
          {source}
        </a>
      )}
      {entry.error && <p class="problem">{entry.error}</p>}
    </div>
  );
}
