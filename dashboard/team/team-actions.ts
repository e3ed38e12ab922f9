import type { Role } from '../../shared/api/auth.ts';
import type { Invitation, Member } from '../../shared/api/team.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';
import type { Desk } from '../live/desk.ts';
import { signedOut } from '../session.ts';
import { sayDone, sayFailed } from '../ui/toast-list.ts';
import { roleTitles } from './roles.ts';

/** Gives a member another role, with a way back. */
export async function changeRole(
  desk: Desk,
  { id, name, role }: Pick<Member, 'id' | 'name' | 'role'>,
  next: Role,
): Promise<void> {
  const isDone = await attempt(desk, async () => {
    const call = api.team.members[':id'].$patch({ param: { id }, json: { role: next } });
    desk.team.put((await read(call)).data);
  });
  if (!isDone) return;
  if (id === desk.user.id) return sayDone(`You are an ${roleTitles[next].toLowerCase()} now.`);
  const back = { id, name, role: next };
  sayDone(`${name} is an ${roleTitles[next].toLowerCase()} now.`, () => void changeRole(desk, back, role));
}

/** Takes a member off the team. */
export async function removeMember(desk: Desk, { id, name }: Pick<Member, 'id' | 'name'>): Promise<void> {
  const isDone = await attempt(desk, async () => {
    await read(api.team.members[':id'].$delete({ param: { id } }));
    desk.team.remove(id);
  });
  if (isDone) sayDone(`${name} is no longer on the team.`);
}

/** Makes a link that works no more. */
export async function revokeInvitation(desk: Desk, { id }: Pick<Invitation, 'id'>): Promise<void> {
  const isDone = await attempt(desk, () => read(api.team.invitations[':id'].$delete({ param: { id } })));
  if (isDone) sayDone('Taken back. The link works no more.');
}

/** Ends one's own membership, and takes what was written off this browser. */
export async function leaveTeam(desk: Desk): Promise<void> {
  try {
    await read(api.team.leave.$post());
  } catch (error) {
    if (codeOf(error) === 'unauthorized') return desk.failed(error);
    return sayFailed(`You are still on the team. ${messageOf(error)}`);
  }
  desk.close({ forget: true });
  return signedOut(`You have left ${desk.user.companyName}.`);
}

/** Whether it succeeded; the team is fetched anew either way, for somebody else may have been faster. */
async function attempt(desk: Desk, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (codeOf(error) === 'unauthorized') desk.failed(error);
    else sayFailed(`Nothing was changed. ${messageOf(error)}`);
    return false;
  } finally {
    void desk.team.refresh();
  }
}
