import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/limits.ts';
import type { Thread } from '../live/thread.ts';
import { Button } from '../ui/button.tsx';
import { wantsReply } from './inbox-state.ts';

const mostChars = limits.text.messageChars;

/** Where the operator answers: Enter sends, Shift+Enter breaks the line, a draft stays with its conversation. */
export function Composer({ thread }: { thread: Thread }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(thread.draft);
  const count = Array.from(text.trim()).length;
  const isTooLong = count > mostChars;

  useLayoutEffect(() => fit(field.current), [text]);
  useEffect(() => {
    if (!wantsReply.value) return;
    wantsReply.value = false;
    field.current?.focus();
  }, []);

  function change(next: string): void {
    setText(next);
    thread.draft = next;
    if (next.trim() !== '') thread.typed();
  }

  function send(): void {
    if (count === 0 || isTooLong) return;
    thread.write(text.trim());
    setText('');
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      <textarea
        ref={field}
        id="composer"
        rows={2}
        dir="auto"
        aria-label="Write an answer"
        placeholder="Write an answer…"
        aria-describedby={isTooLong ? 'composer-problem' : undefined}
        aria-invalid={isTooLong || undefined}
        value={text}
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={press}
      />
      <div class="composer-bar">
        <span class="muted small composer-hint">Enter sends, Shift + Enter breaks the line</span>
        {isTooLong && (
          <span id="composer-problem" class="problem small" role="alert">
            Too long: {count} of {mostChars} characters.
          </span>
        )}
        <Button type="submit" kind="primary" icon="send" aria-disabled={count === 0 || isTooLong}>
          Send
        </Button>
      </div>
    </form>
  );
}

const mostHeightPx = 240;

/** As high as its text, up to a limit. */
function fit(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${Math.min(mostHeightPx, field.scrollHeight + 2)}px`;
}
