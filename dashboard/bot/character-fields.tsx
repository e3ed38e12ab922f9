import { limits } from '../../shared/limits.ts';
import { Choice } from '../ui/choice.tsx';
import { Field, TextField } from '../ui/field.tsx';
import type { ConfigDraft } from '../widget/use-config-draft.ts';
import { LanguagesField } from './languages-field.tsx';

const tones = [
  { value: 'friendly', title: 'Friendly' },
  { value: 'neutral', title: 'Neutral' },
  { value: 'formal', title: 'Formal' },
] as const;

/** As whom the bot speaks. */
export function CharacterFields({ draft: { draft, changeBot, problemOf } }: { draft: ConfigDraft }) {
  const { name, tone, instructions, languages } = draft.aiSettings;
  return (
    <section class="stack" aria-labelledby="bot-character">
      <h2 id="bot-character">Character</h2>
      <Field
        label="Name"
        dir="auto"
        value={name}
        maxLength={limits.text.nameChars}
        hint="Visitors see it above its answers, with a mark that says it is a bot."
        problem={problemOf('aiSettings.name')}
        onInput={({ currentTarget }) => changeBot({ name: currentTarget.value })}
      />
      <Choice label="Tone" value={tone} options={tones} choose={(chosen) => changeBot({ tone: chosen })} />
      <TextField
        label="Instructions"
        rows={5}
        value={instructions ?? ''}
        maxLength={limits.text.instructionsChars}
        hint="What it should heed beside the knowledge, such as how to call your company. Only a language model reads them."
        problem={problemOf('aiSettings.instructions')}
        onInput={({ currentTarget }) => changeBot({ instructions: currentTarget.value || null })}
      />
      <LanguagesField
        languages={languages}
        problem={problemOf('aiSettings.languages')}
        change={(chosen) => changeBot({ languages: chosen })}
      />
    </section>
  );
}
