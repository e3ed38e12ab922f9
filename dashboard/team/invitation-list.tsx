import { useState } from 'preact/hooks';
import type { Invitation } from '../../shared/api/team.ts';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { nowMs } from '../ui/now.ts';
import { wholeTime } from '../ui/times.ts';
import { revokeInvitation } from './team-actions.ts';
import { roleTitles } from './roles.ts';

type ListProps = { invitations: readonly Invitation[]; invite(): void };

/** The links that still work. */
export function InvitationList({ invitations, invite }: ListProps) {
  const open = invitations.filter(({ expiresAt }) => Date.parse(expiresAt) > nowMs.value);
  return (
    <section aria-labelledby="team-invitations">
      <h2 id="team-invitations">Open invitations</h2>
      {open.length === 0 ? (
        <p class="muted">
          None.{' '}
          <button type="button" class="text-button" onClick={invite}>
            Invite somebody
          </button>
        </p>
      ) : (
        <ul class="team-list">
          {open.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const desk = useDesk();
  const [asks, setAsks] = useState(false);
  const { name, role, expiresAt } = invitation;
  const whom = name ?? 'Whoever has the link';
  return (
    <li>
      <span class="team-link">
        <Icon name="link" />
      </span>
      <div class="team-who">
        <p>
          <strong dir="auto">{whom}</strong>
        </p>
        <p class="muted small">
          {roleTitles[role]} · <time dateTime={expiresAt}>works until {wholeTime(expiresAt)}</time>
        </p>
      </div>
      <Button aria-label={`Take back the invitation: ${whom}`} onClick={() => setAsks(true)}>
        Take back
      </Button>
      {asks && (
        <Confirm
          title="Take this invitation back?"
          text="Its link works no more. You can make another one at any time."
          confirm="Take back"
          onConfirm={() => void revokeInvitation(desk, invitation)}
          onClose={() => setAsks(false)}
        />
      )}
    </li>
  );
}
