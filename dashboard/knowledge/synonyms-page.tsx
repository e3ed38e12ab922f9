import { useEffect } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Pane } from '../ui/pane.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { KnowledgeStore } from './knowledge-store.ts';
import type { SynonymList } from './synonym-list.ts';
import { SynonymRow } from './synonym-row.tsx';
import { useWordsLine } from './use-words-line.ts';

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
  const { line, setLine, problem, isBusy, save } = useWordsLine('');

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await save((words) => synonyms.add(words))) setLine((now) => (now === line ? '' : now));
  }
  return (
    <form class="synonyms-form" onSubmit={(event) => void add(event)}>
      <Field
        label="Words that mean the same"
        dir="auto"
        value={line}
        hint={`With commas between them, as in: couch, sofa, settee. Up to ${limits.synonyms.words}; short phrases are fine.`}
        problem={problem}
        onInput={({ currentTarget }) => setLine(currentTarget.value)}
      />
      <Button type="submit" kind="primary" busy={isBusy}>
        Add
      </Button>
    </form>
  );
}

function Rows({ synonyms }: { synonyms: SynonymList }) {
  const rows = synonyms.rows.value;
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
        <SynonymRow key={row.id} synonyms={synonyms} row={row} />
      ))}
    </ul>
  );
}
