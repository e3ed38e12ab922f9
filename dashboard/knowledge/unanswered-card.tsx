import type { UnansweredQuestion } from '../../shared/api/unanswered.ts';
import { messageOf } from '../api.ts';
import type { Desk } from '../live/desk.ts';
import { pathTo } from '../parse-route.ts';
import { go } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { nowMs } from '../ui/now.ts';
import { shortTime, wholeTime } from '../ui/times.ts';
import { sayDone, sayFailed, sayLinked } from '../ui/toast-list.ts';
import type { Pair } from './answer-drafts.ts';
import type { KnowledgeStore } from './knowledge-store.ts';
import { PairForm } from './pair-form.tsx';
import { useAnswer } from './use-answer.ts';

type CardProps = { desk: Desk; store: KnowledgeStore; question: UnansweredQuestion };

/** One question: how often and where it was asked, what a person answered, and what to do about it. */
export function UnansweredCard({ desk, store, question }: CardProps) {
  const { id, suggestion } = question;
  const draft = useAnswer(store, question);

  async function set(status: 'open' | 'dismissed'): Promise<void> {
    try {
      await store.unanswered.set(id, status);
      if (status === 'dismissed') sayDone('Dismissed.', () => void set('open'));
    } catch (error) {
      desk.failed(error, { isSaid: true });
      sayFailed(`Nothing has changed. ${messageOf(error)}`, () => void set(status));
    }
  }

  async function answer(pair: Pair): Promise<void> {
    const entry = await store.answer(id, pair);
    sayLinked('Saved. The bot can answer this now.', 'Open', () => go(pathTo('knowledge', entry.id)));
  }
  return (
    <li class="unanswered-card">
      {draft.state === 'none' && (
        <p class="unanswered-question" dir="auto">
          {question.question}
        </p>
      )}
      <Asked question={question} />
      {draft.state === 'none' ? (
        <>
          {suggestion && <Suggested answer={suggestion.answer} />}
          <div class="row-of">
            <Button kind="primary" onClick={draft.begin}>
              Answer
            </Button>
            <Button kind="quiet" onClick={() => void set('dismissed')}>
              Dismiss
            </Button>
          </div>
        </>
      ) : (
        <PairForm
          {...draft.written()}
          isQuiet={draft.state === 'left'}
          changed={draft.keep}
          save={answer}
          cancel={draft.cancel}
        />
      )}
    </li>
  );
}

function Asked({ question: { times, lastAskedAt, askings } }: { question: UnansweredQuestion }) {
  const [last] = askings;
  const when = shortTime(lastAskedAt, nowMs.value);
  return (
    <p class="unanswered-facts muted">
      <span>{times === 1 ? 'Asked once' : `Asked ${times} times`}</span>
      <time dateTime={lastAskedAt} title={wholeTime(lastAskedAt)}>
        {times === 1 ? when : `last ${when}`}
      </time>
      {last && <a href={pathTo('inbox', 'all', last.conversationId)}>Conversation</a>}
      {askings.slice(1).map(({ conversationId, messageId, askedAt }, at) => (
        <a
          key={messageId}
          href={pathTo('inbox', 'all', conversationId)}
          aria-label={`Earlier conversation ${at + 1}`}
          title={wholeTime(askedAt)}
        >
          {at + 2}
        </a>
      ))}
    </p>
  );
}

function Suggested({ answer }: { answer: string }) {
  return (
    <blockquote class="unanswered-suggestion">
      <p class="muted small">A person answered</p>
      <p dir="auto">{answer}</p>
    </blockquote>
  );
}
