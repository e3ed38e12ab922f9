import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';

type EndSessionsProps = { others: number; endOthers(): void; endAll(): void };

/** Ends all other sessions, or all of them. */
export function EndSessions({ others, endOthers, endAll }: EndSessionsProps) {
  const desk = useDesk();
  const [asks, setAsks] = useState<'others' | 'all' | null>(null);
  const close = () => setAsks(null);
  const lost = desk.lost() === '' ? '' : ` ${desk.lost()} What you wrote here is lost.`;
  return (
    <div class="row-of">
      {others > 0 && <Button onClick={() => setAsks('others')}>Sign out everywhere else</Button>}
      <Button onClick={() => setAsks('all')}>Sign out everywhere</Button>
      {asks === 'others' && (
        <Confirm
          title="Sign out everywhere else?"
          text={`You stay signed in here, and are signed out ${others === 1 ? 'in the other browser' : `in ${others} other browsers`} at once.`}
          confirm="Sign out"
          onConfirm={endOthers}
          onClose={close}
        />
      )}
      {asks === 'all' && (
        <Confirm
          title="Sign out everywhere?"
          text={`You are signed out in every browser at once, here too.${lost}`}
          confirm="Sign out"
          onConfirm={endAll}
          onClose={close}
        />
      )}
    </div>
  );
}
