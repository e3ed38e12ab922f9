import { useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** The line to paste, with a button that copies it and a page to try it on. */
export function EmbedCode({ embedCode, tenantId }: { embedCode: string; tenantId: string }) {
  const code = useRef<HTMLElement>(null);
  const [told, setTold] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(embedCode);
      setTold('Copied.');
    } catch {
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setTold('Selected: copy it with your keyboard.');
    }
  }
  return (
    <div class="stack">
      <pre class="code" tabIndex={0} aria-label="Your embed code">
        <code ref={code}>{embedCode}</code>
      </pre>
      <div class="row-of">
        <Button kind="primary" icon="copy" onClick={() => void copy()}>
          Copy
        </Button>
        <a
          class="button plain"
          href={`/demo?tenant=${encodeURIComponent(tenantId)}`}
          target="_blank"
          rel="noopener"
        >
          <Icon name="globe" />
          Open a page with your widget
        </a>
        <span role="status">{told}</span>
      </div>
    </div>
  );
}
