import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CannedReply } from '../../shared/api/canned-replies.ts';
import { limits } from '../../shared/limits.ts';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextField } from '../ui/field.tsx';
import { useSaving } from '../ui/use-saving.ts';

/** One ready-made reply. */
export function CannedForm({ reply, onDone }: { reply: CannedReply | null; onDone(): void }) {
  const { canned } = useDesk();
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [content, setContent] = useState(reply?.content ?? '');
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await saving.save(() => canned.save(reply?.id ?? null, { shortcut, content }))) onDone();
  }
  return (
    <form ref={form} class="stack" onSubmit={(event) => void submit(event)}>
      <Field
        label="Shortcut"
        value={shortcut}
        onInput={({ currentTarget }) => setShortcut(currentTarget.value.replace(/^\//, ''))}
        required
        maxLength={limits.text.shortcutChars}
        hint="What you type after the slash: letters, digits, - and _."
        problem={saving.problemOf('shortcut')}
      />
      <TextField
        label="Reply"
        rows={6}
        value={content}
        onInput={({ currentTarget }) => setContent(currentTarget.value)}
        required
        problem={saving.problemOf('content')}
      />
      {saving.problem && (
        <p class="problem" role="alert">
          {saving.problem}
        </p>
      )}
      <div class="row-of">
        <Button type="submit" kind="primary" busy={saving.isBusy}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
