import { useEffect, useState } from 'preact/hooks';
import type { Synonyms } from '../../shared/api/synonyms.ts';
import { limits } from '../../shared/limits.ts';
import { messageOf } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Pane } from '../ui/pane.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { sayDone, sayFailed } from '../ui/toast-list.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { KnowledgeStore } from './knowledge-store.ts';
import { readWords } from './read-words.ts';
import type { SynonymList } from './synonym-list.ts';

/** Which words mean the same to a search, and to the bot. */
export function SynonymsPage({ store: { synonyms } }: { store: KnowledgeStore }) {
  useEffect(() => void synonyms.load(), [synonyms]);
  return (
    <Pane title="Synonyms" back={pathTo('knowledge')}>
      <p class="muted">
        Visitors and your entries may call one thing by different words. Say so here, and a question with one
        of them finds what is written with the other.
      </p>
      <AddForm synonyms={synonyms} />
      <Rows synonyms={synonyms} />
    </Pane>
  );
}

function AddForm({ synonyms }: { synonyms: SynonymList }) {
  const [line, setLine] = useState('');
  const [problem, setProblem] = useState<string>();
  const saving = useSaving();

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const words = readWords(line);
    const isPair = words.length > 1;
    setProblem(isPair ? undefined : 'Name at least two words, with commas between them.');
    if (isPair && (await saving.save(() => synonyms.add(words)))) setLine('');
  }
  return (
    <form class="synonyms-form" onSubmit={(event) => void add(event)}>
      <Field
        label="Words that mean the same"
        dir="auto"
        value={line}
        hint={`With commas between them, as in: couch, sofa, settee. Up to ${limits.synonyms.words}; short phrases are fine.`}
        problem={problem ?? saving.problem ?? saving.problemOf('words')}
        onInput={({ currentTarget }) => setLine(currentTarget.value)}
      />
      <Button type="submit" kind="primary" busy={saving.isBusy}>
        Add
      </Button>
    </form>
  );
}

function Rows({ synonyms }: { synonyms: SynonymList }) {
  const desk = useDesk();
  const rows = synonyms.rows.value;

  async function remove({ id, words }: Synonyms): Promise<void> {
    try {
      await synonyms.remove(id);
      sayDone('Removed.', () => void putBack(words));
    } catch (error) {
      desk.failed(error, { isSaid: true });
      sayFailed(`Not removed. ${messageOf(error)}`);
    }
  }
  async function putBack(words: readonly string[]): Promise<void> {
    await synonyms.add(words).catch((error: unknown) => {
      desk.failed(error, { isSaid: true });
      sayFailed(`Not put back. ${messageOf(error)}`, () => void putBack(words));
    });
  }
  if (synonyms.state.value === 'failed')
    return <Failed message={synonyms.problem.value} retry={() => void synonyms.load()} />;
  if (synonyms.state.value === 'loading') return <Skeleton lines={4} label="Loading synonyms" />;
  if (rows.length === 0) {
    return (
      <EmptyState icon="link" title="No synonyms yet">
        <p>If visitors say couch where you write sofa, add the two above.</p>
      </EmptyState>
    );
  }
  return (
    <ul class="synonyms" aria-label="Synonyms">
      {rows.map((row) => (
        <li key={row.id}>
          <span class="synonyms-words">
            {row.words.map((word) => (
              <span key={word}>
                <bdi>{word}</bdi>
              </span>
            ))}
          </span>
          <IconButton
            icon="trash"
            label={`Remove ${row.words.join(', ')}`}
            onClick={() => void remove(row)}
          />
        </li>
      ))}
    </ul>
  );
}
