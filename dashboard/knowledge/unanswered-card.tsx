import { useEffect, useState } from 'preact/hooks';
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

type CardProps = { desk: Desk; store: KnowledgeStore; question: UnansweredQuestion };

/** One question: how often and where it was asked, what a person answered, and what to do about it. */
export function UnansweredCard({ desk, store, question }: CardProps) {
  const { id, suggestion } = question;
  const { held } = store.unanswered;
  const { answers } = store;
  /** What was left here goes on as it is; what is begun now takes the focus. */
  const [isAnswering, setAnswering] = useState<'left' | 'now' | false>(
    answers.get(id) === null ? false : 'left',
  );
  useEffect(() => {
    if (!isAnswering) return undefined;
    held.add(id);
    return () => held.delete(id);
  }, [held, id, isAnswering]);

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
  function cancel(): void {
    const written = answers.get(id);
    answers.drop(id);
    setAnswering(false);
    if (written) sayDone('Discarded.', () => takeUp(written));
    // A colleague may have dealt with it meanwhile.
    void store.unanswered.load();
  }

  function takeUp(written: Pair): void {
    answers.keep(question, written);
    setAnswering('now');
    void store.unanswered.load();
  }
  return (
    <li class="unanswered-card">
      {!isAnswering && (
        <p class="unanswered-question" dir="auto">
          {question.question}
        </p>
      )}
      <Asked question={question} />
      {isAnswering ? (
        <PairForm
          {...(answers.get(id) ?? { question: question.question, answer: suggestion?.answer ?? '' })}
          isQuiet={isAnswering === 'left'}
          changed={(pair) => answers.keep(question, pair)}
          save={answer}
          cancel={cancel}
        />
      ) : (
        <>
          {suggestion && <Suggested answer={suggestion.answer} />}
          <div class="row-of">
            <Button kind="primary" onClick={() => setAnswering('now')}>
              Answer
            </Button>
            <Button kind="quiet" onClick={() => void set('dismissed')}>
              Dismiss
            </Button>
          </div>
        </>
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
