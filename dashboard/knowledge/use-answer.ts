import { useEffect, useState } from 'preact/hooks';
import type { UnansweredQuestion } from '../../shared/api/unanswered.ts';
import { sayDone } from '../ui/toast-list.ts';
import type { Pair } from './answer-drafts.ts';
import type { KnowledgeStore } from './knowledge-store.ts';

/** An answer that is being written to a question, or was left unfinished. */
export function useAnswer(store: KnowledgeStore, question: UnansweredQuestion) {
  const { answers, unanswered } = store;
  const { id } = question;
  const [state, setState] = useState<'none' | 'left' | 'begun'>(answers.get(id) ? 'left' : 'none');
  useEffect(() => {
    if (state === 'none') return undefined;
    unanswered.held.add(id);
    return () => unanswered.held.delete(id);
  }, [unanswered, id, state]);

  function takeUp(written: Pair): void {
    answers.keep(question, written);
    setState('begun');
    void unanswered.load();
  }
  return {
    state,
    begin: () => setState('begun'),
    /** What is written of it, or what it begins with. */
    written: (): Pair =>
      answers.get(id) ?? { question: question.question, answer: question.suggestion?.answer ?? '' },
    keep: (pair: Pair) => answers.keep(question, pair),
    cancel(): void {
      const written = answers.get(id);
      answers.drop(id);
      setState('none');
      if (written) sayDone('Discarded.', () => takeUp(written));
      // A colleague may have dealt with it meanwhile.
      void unanswered.load();
    },
  };
}
