import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LeaveTeam } from './leave-team.tsx';
import { MemberList } from './member-list.tsx';

/** Who answers visitors: everybody sees the team, owners change it. */
export function TeamPlace() {
  const desk = useDesk();
  const [isInviting, setInviting] = useState(false);
  useEffect(() => void desk.team.refresh(), [desk]);
  const team = desk.team.value.value;
  const problem = desk.team.problem.value;
  const isOwner = desk.isOwner.value;
  return (
    <div class="page team">
      <header>
        <div class="team-head">
          <h1>Team</h1>
          {isOwner && (
            <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
              Invite
            </Button>
          )}
        </div>
        <p class="muted">
          {isOwner
            ? 'Everybody here answers visitors. Owners also change the team, the widget and the bot.'
            : 'Everybody here answers visitors. Ask an owner to invite somebody or to change a role.'}
        </p>
      </header>
      {team === null && problem !== '' && <Failed message={problem} retry={() => void desk.team.refresh()} />}
      {team === null && problem === '' && <Skeleton lines={6} label="Loading the team" />}
      {team && (
        <>
          <MemberList members={team.members} />
          {isOwner && <InvitationList invitations={team.invitations} invite={() => setInviting(true)} />}
          <LeaveTeam members={team.members} />
        </>
      )}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}
