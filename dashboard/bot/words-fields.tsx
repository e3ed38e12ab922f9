import { limits } from '../../shared/limits.ts';
import { TextField } from '../ui/field.tsx';
import type { ConfigDraft } from '../widget/use-config-draft.ts';

const texts = [
  {
    name: 'fallbackText',
    label: 'Where it knows no answer',
    placeholder: 'I could not find an answer to that in what I know.',
  },
  {
    name: 'handOffText',
    label: 'Where a person takes over',
    placeholder: 'A colleague will answer you here.',
  },
  {
    name: 'awayText',
    label: 'Where nobody is online',
    placeholder:
      'Nobody is online at the moment. Leave your e-mail address here, and the team will get back to you.',
  },
] as const;

/** What visitors read where the bot does not answer. */
export function WordsFields({ draft: { draft, changeBot, problemOf } }: { draft: ConfigDraft }) {
  return (
    <section class="stack" aria-labelledby="bot-words">
      <h2 id="bot-words">What it says</h2>
      <p class="muted">
        Left empty, it says what stands there in grey: in the visitor’s language where you allow it, else in
        the first you allow.
      </p>
      {texts.map(({ name, label, placeholder }) => (
        <TextField
          key={name}
          label={label}
          rows={2}
          value={draft.aiSettings[name] ?? ''}
          maxLength={limits.text.welcomeChars}
          placeholder={placeholder}
          problem={problemOf(`aiSettings.${name}`)}
          onInput={({ currentTarget }) => changeBot({ [name]: currentTarget.value || null })}
        />
      ))}
    </section>
  );
}
