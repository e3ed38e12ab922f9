import { useState } from 'preact/hooks';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { limits } from '../../shared/limits.ts';
import { Field, TextField } from '../ui/field.tsx';
import type { EntryFields } from './entry-fields.ts';
import { MarkdownView } from './markdown-view.tsx';

type EditorProps = {
  type: Entry['type'];
  fields: EntryFields;
  problems: Partial<EntryFields>;
  change(more: Partial<EntryFields>): void;
};

const markdownHint =
  'Headings with #, lists with -, links as [text](https://…). One topic in each entry is found best.';

/** What an entry says, to be written and seen as it will be read. */
export function EntryEditor({ type, fields, problems, change }: EditorProps) {
  const [isPreview, setPreview] = useState(false);
  const edit =
    (name: keyof EntryFields) =>
    ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      change({ [name]: currentTarget.value });
  return (
    <div class="stack entry-editor">
      {type === 'qa' ? (
        <>
          <Field
            label="Question"
            dir="auto"
            value={fields.question}
            maxLength={limits.text.questionChars}
            problem={problems.question}
            hint="As a visitor would ask it."
            onInput={edit('question')}
          />
          <TextField
            label="Answer"
            rows={6}
            value={fields.answer}
            problem={problems.answer}
            onInput={edit('answer')}
          />
        </>
      ) : (
        <>
          <Field
            label="Title"
            dir="auto"
            value={fields.title}
            maxLength={limits.text.entryTitleChars}
            problem={problems.title}
            onInput={edit('title')}
          />
          <div class="row-of" role="group" aria-label="Text">
            <ModeButton isOn={!isPreview} turn={() => setPreview(false)} title="Write" />
            <ModeButton isOn={isPreview} turn={() => setPreview(true)} title="Preview" />
          </div>
          {isPreview ? (
            <Preview text={fields.content} />
          ) : (
            <TextField
              label="Text"
              rows={18}
              value={fields.content}
              problem={problems.content}
              hint={markdownHint}
              onInput={edit('content')}
            />
          )}
        </>
      )}
    </div>
  );
}

function ModeButton({ isOn, turn, title }: { isOn: boolean; turn(): void; title: string }) {
  return (
    <button type="button" class="button quiet" aria-pressed={isOn} onClick={turn}>
      {title}
    </button>
  );
}

function Preview({ text }: { text: string }) {
  return (
    <div class="preview" tabIndex={0} role="group" aria-label="Preview">
      {text.trim() === '' ? <p class="muted">Nothing to show yet.</p> : <MarkdownView text={text} />}
    </div>
  );
}
