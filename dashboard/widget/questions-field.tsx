import { useLayoutEffect, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { TextField } from '../ui/field.tsx';

type QuestionsProps = {
  questions: readonly string[];
  problem: string | undefined;
  change(questions: string[]): void;
};

const most = limits.widget.suggestedQuestions;

/** The questions that visitors can ask with one click, one a line. */
export function QuestionsField({ questions, problem, change }: QuestionsProps) {
  const [text, setText] = useState(questions.join('\n'));
  // What was discarded goes from the field too.
  useLayoutEffect(() => {
    if (linesOf(text).join('\n') !== questions.join('\n')) setText(questions.join('\n'));
  }, [questions.join('\n')]);
  const own = questions.length > most ? `At most ${most} questions have room.` : undefined;
  return (
    <TextField
      label="Suggested questions"
      rows={most}
      value={text}
      placeholder={'How long does delivery take?\nCan I return something?'}
      hint={`One a line, at most ${most}: what your knowledge answers well. Visitors ask them with one click.`}
      problem={problem ?? own}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
        change(linesOf(currentTarget.value));
      }}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
