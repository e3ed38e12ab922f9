import type { Role } from '../../shared/api/auth.ts';
import type { Member } from '../../shared/api/team.ts';

export const roleTitles: Record<Role, string> = { owner: 'Owner', agent: 'Agent' };

/** Whether nobody would own the team without this member. */
export function isLastOwner(members: readonly Pick<Member, 'id' | 'role'>[], id: string): boolean {
  return !members.some((other) => other.id !== id && other.role === 'owner');
}
