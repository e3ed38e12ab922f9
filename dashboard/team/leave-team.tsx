import { useState } from 'preact/hooks';
import type { Member } from '../../shared/api/team.ts';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { isLastOwner } from './roles.ts';
import { leaveTeam } from './team-actions.ts';

/** The way out, for whoever is not the only owner. */
export function LeaveTeam({ members }: { members: readonly Member[] }) {
  const desk = useDesk();
  const [asks, setAsks] = useState(false);
  const isStuck = isLastOwner(members, desk.user.id);
  return (
    <section class="stack" aria-labelledby="team-leave">
      <h2 id="team-leave">Leave</h2>
      {isStuck ? (
        <p class="muted">You are the only owner. Make somebody else one before you leave.</p>
      ) : (
        <div class="row-of">
          <Button icon="signOut" onClick={() => setAsks(true)}>
            Leave the team
          </Button>
        </div>
      )}
      {asks && (
        <Confirm
          title={`Leave ${desk.user.companyName}?`}
          text="Your account ends, and you are signed out everywhere. What you wrote stays with the team. This cannot be undone."
          confirm="Leave"
          onConfirm={() => void leaveTeam(desk)}
          onClose={() => setAsks(false)}
        />
      )}
    </section>
  );
}
