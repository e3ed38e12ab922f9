import type { RefObject } from 'preact';
import type { Kind } from '../live/thread.ts';

const labels: Record<Kind, string> = { reply: 'Write an answer', note: 'Write a note for your team' };

type FieldProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  kind: Kind;
  text: string;
  /** What is suggested to go on with, in grey behind the text. */
  ghost: string;
  isTooLong: boolean;
  /** The list of canned replies above the field, and which of them is chosen. */
  list: { id: string; activeAt: number } | null;
  change(text: string, caret: number): void;
  moved(caret: number): void;
  press(event: KeyboardEvent): void;
};

/** Where an answer or a note is typed. */
export function ComposerField({ field, kind, text, ghost, isTooLong, list, ...on }: FieldProps) {
  return (
    <div class="ghosted">
      <textarea
        ref={field}
        id="composer"
        rows={2}
        dir="auto"
        aria-label={labels[kind]}
        placeholder={`${labels[kind]}…`}
        aria-describedby={isTooLong ? 'composer-problem' : undefined}
        aria-invalid={isTooLong || undefined}
        aria-autocomplete="list"
        aria-controls={list?.id}
        aria-activedescendant={list ? `${list.id}-${list.activeAt}` : undefined}
        value={text}
        onInput={({ currentTarget }) => on.change(currentTarget.value, currentTarget.selectionStart)}
        onSelect={({ currentTarget }) => on.moved(currentTarget.selectionStart)}
        onKeyDown={on.press}
      />
      {ghost !== '' && (
        <div class="ghost" dir="auto" aria-hidden="true">
          <span class="typed">{text}</span>
          {ghost}
        </div>
      )}
    </div>
  );
}
