import { useId } from 'preact/hooks';
import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { useDesk } from '../desk-context.ts';
import { assign } from '../live/conversation-actions.ts';
import { Avatar } from '../ui/avatar.tsx';

type Of = Pick<ConversationSummary, 'id' | 'assigneeId'>;

/** Whose the conversation is, and where that is changed. */
export function AssigneeField({ one: { id, assigneeId } }: { one: Of }) {
  const desk = useDesk();
  const label = useId();
  const members = desk.team.value.value?.members ?? [];
  if (members.length === 0) return null;

  function choose(memberId: string): void {
    const member = members.find((one) => one.id === memberId) ?? null;
    if ((member?.id ?? null) !== assigneeId) void assign(desk, id, member);
  }
  return (
    <div class="field">
      <label for={label}>Whose it is</label>
      <select
        id={label}
        value={assigneeId ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">Nobody’s</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.id === desk.user.id ? `${member.name} (you)` : member.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whose it is, as initials. */
export function AssigneeMark({ one: { assigneeId } }: { one: Of }) {
  const desk = useDesk();
  const member = assigneeId === null ? undefined : desk.team.member(assigneeId);
  if (!member) return null;
  const said = member.id === desk.user.id ? 'Yours' : `${member.name}’s`;
  return (
    <span title={said}>
      <Avatar name={member.name} id={member.id} size={28} />
      <span class="unseen">{said}</span>
    </span>
  );
}
