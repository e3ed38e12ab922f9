import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Synonyms } from '../../shared/api/synonyms.ts';
import { messageOf } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { sayDone, sayFailed } from '../ui/toast-list.ts';
import type { SynonymList } from './synonym-list.ts';
import { useWordsLine } from './use-words-line.ts';

type RowProps = { synonyms: SynonymList; row: Synonyms };

/** Words that mean the same, which can be changed where they stand, and removed. */
export function SynonymRow({ synonyms, row }: RowProps) {
  const [isEdited, setEdited] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const wasEdited = useRef(false);
  useLayoutEffect(() => {
    if (isEdited) item.current?.querySelector('input')?.focus();
    else if (wasEdited.current) item.current?.querySelector('button')?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  return (
    <li ref={item}>
      {isEdited ? (
        <Edit synonyms={synonyms} row={row} close={() => setEdited(false)} />
      ) : (
        <Shown synonyms={synonyms} row={row} edit={() => setEdited(true)} />
      )}
    </li>
  );
}

function Shown({ synonyms, row, edit }: RowProps & { edit(): void }) {
  const attempt = useAttempt();
  const { id, words } = row;
  const remove = () =>
    attempt('Not removed.', async () => {
      await synonyms.remove(id);
      sayDone('Removed.', () => void attempt('Not put back.', () => synonyms.add(words)));
    });
  return (
    <>
      <span class="synonyms-words">
        {words.map((word) => (
          <span key={word}>
            <bdi>{word}</bdi>
          </span>
        ))}
      </span>
      <IconButton icon="edit" label={`Change ${words.join(', ')}`} onClick={edit} />
      <IconButton icon="trash" label={`Remove ${words.join(', ')}`} onClick={() => void remove()} />
    </>
  );
}

function Edit({ synonyms, row: { id, words }, close }: RowProps & { close(): void }) {
  const attempt = useAttempt();
  const written = words.join(', ');
  const { line, setLine, problem, isBusy, save } = useWordsLine(written);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (line.trim() === written) return close();
    if (!(await save((next) => synonyms.change(id, next)))) return undefined;
    sayDone('Changed.', () => void attempt('Not changed back.', () => synonyms.change(id, words)));
    return close();
  }
  return (
    <form
      class="synonyms-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && close()}
    >
      <Field
        label="Change to"
        dir="auto"
        value={line}
        problem={problem}
        onInput={({ currentTarget }) => setLine(currentTarget.value)}
      />
      <div class="synonyms-can">
        <Button type="submit" kind="primary" busy={isBusy}>
          Save
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  );
}

/** Tries what has no form in which to say that it went wrong; it can be tried again from where that is said. */
function useAttempt() {
  const desk = useDesk();
  return async function attempt(failed: string, run: () => Promise<void>): Promise<void> {
    await run().catch((error: unknown) => {
      desk.failed(error, { isSaid: true });
      sayFailed(`${failed} ${messageOf(error)}`, () => void attempt(failed, run));
    });
  };
}
