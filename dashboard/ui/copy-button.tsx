import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { sayFailed } from './toast-list.ts';

const shownMs = 2_000;

/** Copies a text, and says so for a moment. */
export function CopyButton({
  text,
  label = 'Copy',
  kind = 'plain',
}: {
  text: string;
  label?: string;
  kind?: 'plain' | 'primary';
}) {
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(setCopied, shownMs, false);
    } catch {
      sayFailed('Your browser does not let this page copy. Select the text and copy it with your keyboard.');
    }
  }
  return (
    <Button kind={kind} icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? 'Copied' : label}</span>
    </Button>
  );
}
