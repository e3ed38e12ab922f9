import { useLayoutEffect, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { Field } from '../ui/field.tsx';
import { languageNames, readLanguages } from './read-languages.ts';

type LanguagesProps = {
  languages: readonly string[];
  problem: string | undefined;
  change(languages: string[]): void;
};

/** The languages that the bot may answer in, by their tags. */
export function LanguagesField({ languages, problem, change }: LanguagesProps) {
  const [text, setText] = useState(languages.join(', '));
  const { tags, wrong } = readLanguages(text);
  // What was discarded goes from the field too.
  useLayoutEffect(() => {
    if (tags.join() !== languages.join()) setText(languages.join(', '));
  }, [languages.join()]);
  const own =
    wrong.length > 0
      ? `Not a language tag: ${wrong.join(', ')}`
      : tags.length > limits.answer.languages
        ? `At most ${limits.answer.languages} can be named.`
        : undefined;
  return (
    <Field
      label="Languages"
      dir="ltr"
      value={text}
      placeholder="en, de, pt-BR"
      hint={
        tags.length > 0
          ? languageNames(tags)
          : 'Tags parted by commas. Empty: it answers in the visitor’s language.'
      }
      problem={problem ?? own}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
        change(readLanguages(currentTarget.value).tags);
      }}
    />
  );
}
