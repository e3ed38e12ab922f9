import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Asked } from '../../shared/api/knowledge-base.ts';
import { limits } from '../../shared/limits.ts';
import { api, read } from '../api.ts';
import { pathTo } from '../parse-route.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Pane } from '../ui/pane.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { AskResult } from './ask-result.tsx';

/** Tries what the bot would answer, and shows what it found and why it decided so. */
export function AskPage() {
  const [question, setQuestion] = useState('');
  const [asked, setAsked] = useState<{ question: string; result: Asked } | null>(null);
  const input = useRef<HTMLFormElement>(null);
  const asking = useSaving();
  useLayoutEffect(() => input.current?.querySelector('input')?.focus(), []);

  async function ask(event: Event): Promise<void> {
    event.preventDefault();
    const text = question.trim();
    if (text === '') return;
    await asking.save(async () => {
      const { data } = await read(api['knowledge-base'].ask.$post({ json: { question: text } }));
      setAsked({ question: text, result: data });
    });
  }
  return (
    <Pane title="Test a question" back={pathTo('knowledge')}>
      <form ref={input} class="stack" onSubmit={(event) => void ask(event)}>
        <Field
          label="Question"
          dir="auto"
          value={question}
          maxLength={limits.text.questionChars}
          hint="As a visitor would ask it. Nobody sees it, nothing is stored."
          problem={asking.problem ?? asking.problemOf('question')}
          onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
        <div class="row-of">
          <Button type="submit" kind="primary" busy={asking.isBusy} aria-disabled={question.trim() === ''}>
            Ask
          </Button>
        </div>
      </form>
      <div aria-live="polite">{asked && <AskResult question={asked.question} result={asked.result} />}</div>
    </Pane>
  );
}
