import { useEffect, useState } from 'preact/hooks';
import { Button, IconButton } from './button.tsx';
import { type Toast, dismiss, toasts } from './toast-list.ts';

/** Where toasts appear; it is always there, so that screen readers hear what comes. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Its time stands still while somebody points at it or has the focus in it. */
function ToastCard({ toast }: { toast: Toast }) {
  const { id, text, kind, action, lastsMs } = toast;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(dismiss, lastsMs, id);
    return () => clearTimeout(timer);
  }, [id, isHeld, lastsMs]);
  return (
    <div
      class={`toast ${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{text}</span>
      {action && (
        <Button
          kind="quiet"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={() => dismiss(id)} />
    </div>
  );
}
