import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Pair } from './answer-drafts.ts';
import { emptyFields, missingIn } from './entry-fields.ts';

type PairProps = Pair & {
  save(pair: Pair): Promise<void>;
  cancel(): void;
  /** What was written so far. */
  changed?(pair: Pair): void;
  /** It was not asked for just now, and takes no focus. */
  isQuiet?: boolean;
};

/** A question and its answer, as they were written, to be worded for everybody and kept. */
export function PairForm({ save, cancel, changed, isQuiet = false, ...given }: PairProps) {
  const [pair, setPair] = useState<Pair>({ question: given.question, answer: given.answer });
  const [missing, setMissing] = useState<Partial<Pair>>({});
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const fields = form.current?.querySelectorAll('textarea') ?? [];
    if (!isQuiet) fields[given.answer === '' ? 1 : 0]?.focus();
  }, []);

  function change(next: Pair): void {
    setPair(next);
    changed?.(next);
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const found = missingIn('qa', { ...emptyFields, ...pair });
    setMissing(found);
    if (Object.keys(found).length === 0) await saving.save(() => save(pair));
  }
  return (
    <form ref={form} class="stack" onSubmit={(event) => void submit(event)}>
      {saving.problem && (
        <p class="problem" role="alert">
          Not saved, nothing is lost. {saving.problem}
        </p>
      )}
      <TextField
        label="Question"
        rows={2}
        value={pair.question}
        maxLength={limits.text.questionChars}
        hint="As a visitor would ask it."
        problem={missing.question ?? saving.problemOf('question')}
        onInput={({ currentTarget }) => change({ ...pair, question: currentTarget.value })}
      />
      <TextField
        label="Answer"
        rows={4}
        value={pair.answer}
        hint="The bot quotes it to every visitor: leave out names and what concerns one alone."
        problem={missing.answer ?? saving.problemOf('answer')}
        onInput={({ currentTarget }) => change({ ...pair, answer: currentTarget.value })}
      />
      <div class="row-of">
        <Button type="submit" kind="primary" busy={saving.isBusy}>
          Save
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </form>
  );
}
