import { useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { CannedDialog } from '../canned/canned-dialog.tsx';
import { SuggestionList } from '../canned/suggestion-list.tsx';
import { useSuggestions } from '../canned/use-suggestions.ts';
import type { Kind, Thread } from '../live/thread.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerKinds } from './composer-kinds.tsx';
import { useDraft } from './use-draft.ts';
import { composing } from './inbox-state.ts';

const mostChars = limits.text.messageChars;
const labels = { reply: 'Write an answer', note: 'Write a note for your team' };

/** Where the operator answers, or notes something for the team. What is being written stays with its conversation. */
export function Composer({ thread }: { thread: Thread }) {
  const kind = composing.value;
  const [isCannedOpen, setCannedOpen] = useState(false);
  return (
    <div class={`composer ${kind}`}>
      <ComposerKinds />
      <ComposerForm key={kind} kind={kind} thread={thread} openCanned={() => setCannedOpen(true)} />
      {isCannedOpen && <CannedDialog onClose={() => setCannedOpen(false)} />}
    </div>
  );
}

type FormProps = { kind: Kind; thread: Thread; openCanned(): void };

function ComposerForm({ kind, thread, openCanned }: FormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, caret, change, moved } = useDraft(field, thread, kind);
  const suggestions = useSuggestions({ text, caret, put: change });
  const count = Array.from(text.trim()).length;
  const canSend = count > 0 && count <= mostChars;

  function send(): void {
    if (!canSend) return;
    thread.write(kind, text.trim());
    change('', 0);
  }

  function press(event: KeyboardEvent): void {
    if (suggestions.press(event)) return;
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    send();
    field.current?.focus();
  }

  const listId = suggestions.replies.length > 0 ? suggestions.id : undefined;
  return (
    <form onSubmit={submit}>
      {listId && <SuggestionList {...suggestions} id={listId} />}
      <textarea
        ref={field}
        id="composer"
        rows={2}
        dir="auto"
        aria-label={labels[kind]}
        placeholder={`${labels[kind]}…`}
        aria-describedby={count > mostChars ? 'composer-problem' : undefined}
        aria-invalid={count > mostChars || undefined}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={listId && `${listId}-${suggestions.activeAt}`}
        value={text}
        onInput={({ currentTarget }) => change(currentTarget.value, currentTarget.selectionStart)}
        onSelect={({ currentTarget }) => moved(currentTarget.selectionStart)}
        onKeyDown={press}
      />
      <ComposerBar kind={kind} count={count} canSend={canSend} openCanned={openCanned} />
    </form>
  );
}
