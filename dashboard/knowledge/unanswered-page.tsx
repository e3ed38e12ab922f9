import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Pane } from '../ui/pane.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { KnowledgeStore } from './knowledge-store.ts';
import { UnansweredCard } from './unanswered-card.tsx';

/** What visitors asked and the bot could not answer, to be answered for good or dismissed. */
export function UnansweredPage({ store }: { store: KnowledgeStore }) {
  return (
    <Pane title="Unanswered questions" back={pathTo('knowledge')}>
      <Content store={store} />
    </Pane>
  );
}

function Content({ store }: { store: KnowledgeStore }) {
  const desk = useDesk();
  const { unanswered } = store;
  const questions = unanswered.questions.value;
  if (unanswered.state.value === 'failed')
    return <Failed message={unanswered.problem.value} retry={() => void unanswered.load()} />;
  if (unanswered.state.value === 'loading')
    return <Skeleton lines={6} label="Loading unanswered questions" />;
  if (questions.length === 0) {
    return (
      <EmptyState icon="check" title="Nothing unanswered">
        <p>
          When the bot hands a conversation over because it finds no answer here, the visitor’s question
          appears on this page. Answer it once, and the bot knows.
        </p>
        <a class="button plain" href={pathTo('knowledge', 'ask')}>
          Test a question
        </a>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="muted">
        The bot found no answer to these and handed over. Questions with the same telling words count as one.
      </p>
      <ul class="unanswered" aria-label="Unanswered questions">
        {questions.map((question) => (
          <UnansweredCard key={question.id} desk={desk} store={store} question={question} />
        ))}
      </ul>
      {unanswered.hasMore.value && (
        <div class="row-of">
          <Button busy={unanswered.isReadingOn.value} onClick={() => void unanswered.readOn()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
