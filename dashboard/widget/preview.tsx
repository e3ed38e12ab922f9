import { useEffect, useRef, useState } from 'preact/hooks';
import type { WidgetConfig } from '../../shared/api/widget.ts';
import { Choice } from '../ui/choice.tsx';

const settleMs = 250;

const schemes = [
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
] as const;

type Scheme = (typeof schemes)[number]['value'];

type PreviewProps = { tenantId: string; config: WidgetConfig };

/** The real widget on a page of its own, with settings that are not saved yet. */
export function Preview({ tenantId, config }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [scheme, setScheme] = useState<Scheme>('light');
  const [isReady, setReady] = useState(false);
  const { aiSettings: _, allowedOrigins: __, installed: ___, ...look } = config;
  const shown = JSON.stringify(look);

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source === frame.current?.contentWindow && data === 'ready') setReady(true);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (!isReady) return undefined;
    // The page in the frame has no origin of its own that could be named; what it is told is no secret.
    const timer = setTimeout(
      () => frame.current?.contentWindow?.postMessage(JSON.parse(shown), '*'),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [shown, isReady]);

  return (
    <section class="widget-preview" aria-labelledby="preview-title">
      <div class="preview-head">
        <h2 id="preview-title">Preview</h2>
        <Choice label="Page" value={scheme} options={schemes} choose={setScheme} />
      </div>
      <iframe
        ref={frame}
        title="Preview of the widget"
        src={`/preview?tenant=${encodeURIComponent(tenantId)}`}
        sandbox="allow-scripts"
        class={scheme}
      />
      <p class="muted small">This is the widget itself. What you write in it arrives in your inbox.</p>
    </section>
  );
}
