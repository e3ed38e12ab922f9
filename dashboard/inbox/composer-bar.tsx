import { limits } from '../../shared/limits.ts';
import type { Kind } from '../live/thread.ts';
import { isMac, keyNames } from '../keyboard/key-names.ts';
import { Button, IconButton } from '../ui/button.tsx';

const suggestKey = keyNames('$mod+j', { isMac }).join('');
const mostChars = limits.text.messageChars;

type BarProps = { kind: Kind; count: number; canSend: boolean; openCanned(): void; suggest(): void };

/** Below the field: what can be put in, what is wrong with what is in, and the button that sends it. */
export function ComposerBar({ kind, count, canSend, openCanned, suggest }: BarProps) {
  return (
    <div class="composer-bar">
      <IconButton icon="bolt" label="Canned replies" onClick={openCanned} />
      {kind === 'reply' && (
        <IconButton icon="spark" label={`Suggest a reply (${suggestKey})`} onClick={suggest} />
      )}
      <span class="muted small composer-hint">
        Enter sends · Shift + Enter breaks the line · / for canned replies
      </span>
      {count > mostChars && (
        <span id="composer-problem" class="problem small" role="alert">
          Too long: {count} of {mostChars} characters.
        </span>
      )}
      <Button type="submit" kind="primary" icon={kind === 'note' ? 'note' : 'send'} aria-disabled={!canSend}>
        {kind === 'note' ? 'Add note' : 'Send'}
      </Button>
    </div>
  );
}
