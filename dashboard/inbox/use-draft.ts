import { useLayoutEffect, useState } from 'preact/hooks';
import type { Kind, Thread } from '../live/thread.ts';
import { wantsComposer } from './inbox-state.ts';

const mostHeightPx = 240;

/** The text in the composer's field and where its caret is; the text is kept with its conversation. */
export function useDraft(field: { current: HTMLTextAreaElement | null }, thread: Thread, kind: Kind) {
  const [text, setText] = useState(() => thread.draft(kind));
  const [caret, setCaret] = useState(text.length);
  const isWanted = wantsComposer.value;

  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    fit(current);
    if (document.activeElement === current && current.selectionStart !== caret)
      current.setSelectionRange(caret, caret);
  }, [text]);
  useLayoutEffect(() => {
    if (!isWanted) return;
    wantsComposer.value = false;
    field.current?.focus();
  }, [isWanted]);

  return {
    text,
    caret,
    moved: setCaret,
    change(next: string, place: number): void {
      setText(next);
      setCaret(place);
      thread.keepDraft(kind, next);
      if (kind === 'reply' && next.trim() !== '') thread.typed();
    },
  };
}

/** As high as its text, up to a limit. */
function fit(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${Math.min(mostHeightPx, field.scrollHeight + 2)}px`;
}
