import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { isOnline } from './is-online.ts';

/** Says what is wrong with the connection while something is, and what that means for what one writes. */
export function ConnectionBanner() {
  const desk = useDesk();
  const status = desk.status.value;
  const text = said(status, isOnline.value);
  return (
    <div class={`connection ${text ? 'shown' : ''}`} role="status">
      {text && <span>{text}</span>}
      {(status === 'waiting' || status === 'refused') && (
        <Button kind="quiet" onClick={() => desk.reconnect()}>
          Try now
        </Button>
      )}
    </div>
  );
}

function said(status: string, isOnline: boolean): string {
  if (!isOnline) return 'You are offline. What you write is kept and sent when you are back.';
  if (status === 'waiting') return 'Connection lost. Trying again; what you write is kept.';
  if (status === 'refused') return 'Not connected: news does not come by itself.';
  return '';
}
