import type { WidgetConfig } from '../../shared/api/widget.ts';
import { limits } from '../../shared/limits.ts';
import { useDesk } from '../desk-context.ts';
import { Choice } from '../ui/choice.tsx';
import { Field, TextField } from '../ui/field.tsx';
import { ColorField } from './color-field.tsx';
import { ConfigForm } from './config-form.tsx';
import type { ConfigStore } from './config-store.ts';
import { PreChatFields } from './pre-chat-fields.tsx';
import { Preview } from './preview.tsx';
import { QuestionsField } from './questions-field.tsx';
import { type ConfigDraft, useConfigDraft } from './use-config-draft.ts';

const positions = [
  { value: 'left', title: 'Left' },
  { value: 'right', title: 'Right' },
] as const;

const themes = [
  { value: 'auto', title: 'As their device' },
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
] as const;

/** What visitors see, beside the widget as it would be. */
export function LookPage({ store, config }: { store: ConfigStore; config: WidgetConfig }) {
  const { user } = useDesk();
  const draft = useConfigDraft({ store, config, saved: 'Saved. Pages show it from now on.' });
  return (
    <div class="look">
      <ConfigForm draft={draft}>
        <LookFields draft={draft} />
        <FirstViewFields draft={draft} />
      </ConfigForm>
      <Preview tenantId={user.tenantId} config={draft.draft} />
    </div>
  );
}

function LookFields({ draft: { draft, change, problemOf } }: { draft: ConfigDraft }) {
  return (
    <>
      <Field
        label="Title"
        dir="auto"
        value={draft.title}
        maxLength={limits.text.titleChars}
        hint="Stands at the top of the chat. Empty: your company’s name."
        problem={problemOf('title')}
        onInput={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <TextField
        label="Welcome"
        rows={3}
        value={draft.welcomeText}
        maxLength={limits.text.welcomeChars}
        hint="What visitors read before they write."
        problem={problemOf('welcomeText')}
        onInput={({ currentTarget }) => change({ welcomeText: currentTarget.value })}
      />
      <ColorField color={draft.color} problem={problemOf('color')} choose={(color) => change({ color })} />
      <Choice
        label="Corner"
        value={draft.position}
        options={positions}
        choose={(position) => change({ position })}
      />
      <Choice
        label="Light or dark"
        value={draft.theme}
        options={themes}
        choose={(theme) => change({ theme })}
      />
      <Field
        label="Logo"
        type="url"
        dir="ltr"
        value={draft.logoUrl ?? ''}
        maxLength={limits.text.urlChars}
        placeholder="https://example.com/logo.png"
        hint="The address of a square picture. Empty: the title’s first letters."
        problem={problemOf('logoUrl')}
        onInput={({ currentTarget }) => change({ logoUrl: currentTarget.value.trim() || null })}
      />
    </>
  );
}

/** What visitors find before they write. */
function FirstViewFields({ draft: { draft, change, problemOf } }: { draft: ConfigDraft }) {
  return (
    <>
      <QuestionsField
        questions={draft.suggestedQuestions}
        problem={problemOf('suggestedQuestions')}
        change={(suggestedQuestions) => change({ suggestedQuestions })}
      />
      <PreChatFields preChat={draft.preChat} change={(preChat) => change({ preChat })} />
    </>
  );
}
