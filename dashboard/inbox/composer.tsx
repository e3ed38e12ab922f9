import { useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import { CannedDialog } from '../canned/canned-dialog.tsx';
import { SuggestionList } from '../canned/suggestion-list.tsx';
import { useSuggestions } from '../canned/use-suggestions.ts';
import type { Kind, Thread } from '../live/thread.ts';
import { ghostOf, off } from '../suggested/suggested-state.ts';
import { SuggestionBar, SuggestionSaid } from '../suggested/suggestion-bar.tsx';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerField } from './composer-field.tsx';
import { ComposerKinds, suggest } from './composer-kinds.tsx';
import { useDraft } from './use-draft.ts';
import { noting } from './inbox-state.ts';

const mostChars = limits.text.messageChars;

/** Where the operator answers, or notes something for the team. What is being written stays with its conversation. */
export function Composer({ thread }: { thread: Thread }) {
  const kind = noting.value === thread.id ? 'note' : 'reply';
  const [isCannedOpen, setCannedOpen] = useState(false);
  return (
    <div class={`composer ${kind}`}>
      <ComposerKinds id={thread.id} chosen={kind} />
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
  const { suggested } = thread;
  const offered = kind === 'reply' ? suggested.state.value : off;
  const ghost = ghostOf(offered, text);
  const count = Array.from(text.trim()).length;
  const canSend = count > 0 && count <= mostChars;

  function send(): void {
    if (!canSend) return;
    thread.write(kind, text.trim());
    change('', 0);
  }

  /** The suggestion becomes the operator's own words, behind what is typed. */
  function accept(): void {
    const whole = text + ghost;
    suggested.dismiss();
    change(whole, whole.length);
    field.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (suggestions.press(event)) return;
    if (event.key === 'Tab' && !event.shiftKey && offered.is === 'ready') {
      event.preventDefault();
      accept();
    }
    if (event.key === 'Escape') {
      if (offered.is === 'off') field.current?.blur();
      else suggested.dismiss();
    }
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
      <ComposerField
        field={field}
        kind={kind}
        text={text}
        ghost={ghost}
        isTooLong={count > mostChars}
        list={listId === undefined ? null : { id: listId, activeAt: suggestions.activeAt }}
        change={change}
        moved={moved}
        press={press}
      />
      {kind === 'reply' && (
        <>
          <SuggestionBar suggested={suggested} accept={accept} />
          <SuggestionSaid suggested={suggested} />
        </>
      )}
      <ComposerBar
        kind={kind}
        count={count}
        canSend={canSend}
        openCanned={openCanned}
        suggest={() => suggest(thread)}
      />
    </form>
  );
}
