import { useState } from 'preact/hooks';
import type { Role } from '../../shared/api/auth.ts';
import type { Member } from '../../shared/api/team.ts';
import { useDesk } from '../desk-context.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Tag } from '../ui/tag.tsx';
import { changeRole, removeMember } from './team-actions.ts';
import { isLastOwner, roleTitles } from './roles.ts';

/** The members, each with what an owner can change of it. */
export function MemberList({ members }: { members: readonly Member[] }) {
  return (
    <section aria-labelledby="team-members">
      <h2 id="team-members">{members.length === 1 ? 'One member' : `${members.length} members`}</h2>
      <ul class="team-list">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} members={members} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { member: Member; members: readonly Member[] };

function MemberRow({ member, members }: RowProps) {
  const { user, isOwner, online } = useDesk();
  const { id, name, email, role } = member;
  const isHere = online.value.has(id);
  return (
    <li>
      <span class={`presence ${isHere ? 'here' : ''}`} title={isHere ? 'Here now' : undefined}>
        <Avatar name={name} id={id} />
        {isHere && <span class="unseen">Here now. </span>}
      </span>
      <div class="team-who">
        <p>
          <strong dir="auto">{name}</strong> {id === user.id && <Tag>You</Tag>}
        </p>
        <p class="muted small">{email}</p>
      </div>
      {isOwner.value ? (
        <Changes member={member} isStuck={isLastOwner(members, id)} />
      ) : (
        <Tag tone={role === 'owner' ? 'accent' : 'plain'}>{roleTitles[role]}</Tag>
      )}
    </li>
  );
}

/** The last owner is stuck: a team needs one. */
function Changes({ member, isStuck }: { member: Member; isStuck: boolean }) {
  const desk = useDesk();
  const { id, name, role } = member;
  const [asks, setAsks] = useState<'role' | 'remove' | null>(null);
  const isSelf = id === desk.user.id;
  const close = () => setAsks(null);

  function choose(next: Role): void {
    if (next === role) return;
    if (isSelf) setAsks('role');
    else void changeRole(desk, member, next);
  }
  return (
    <div class="team-can">
      <select
        class="team-role"
        aria-label={`Role of ${name}`}
        value={role}
        disabled={isStuck}
        title={isStuck ? 'A team needs an owner: make somebody else one first.' : undefined}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value === 'owner' ? 'owner' : 'agent';
          // What is shown follows from what is stored, not from what was chosen.
          currentTarget.value = role;
          choose(next);
        }}
      >
        <option value="owner">{roleTitles.owner}</option>
        <option value="agent">{roleTitles.agent}</option>
      </select>
      {!isSelf && <IconButton icon="trash" label={`Remove ${name}`} onClick={() => setAsks('remove')} />}
      {asks === 'role' && (
        <Confirm
          title="Be an agent from now on?"
          text="You answer visitors as before, but no longer change the team, the widget or the bot. Only another owner can take this back."
          confirm="Be an agent"
          onConfirm={() => void changeRole(desk, member, 'agent')}
          onClose={close}
        />
      )}
      {asks === 'remove' && (
        <Confirm
          title={`Remove ${name}?`}
          text="Their sessions end at once, and conversations that are theirs become nobody’s. What they wrote stays. They need a new invitation to come back."
          confirm="Remove"
          onConfirm={() => void removeMember(desk, member)}
          onClose={close}
        />
      )}
    </div>
  );
}
