import { signal } from '@preact/signals';
import { pathTo } from '../parse-route.ts';
import { replace } from '../route.ts';
import { invitationIn } from './invitation-address.ts';

/** The token of the invitation with which this page was opened. It stays in the address, so that a reload keeps it. */
export const invitation = signal(invitationIn(location.hash));

addEventListener('hashchange', () => {
  invitation.value = invitationIn(location.hash);
});

/** Goes on without it. */
export function putInvitationAway(): void {
  replace(pathTo('inbox'));
  invitation.value = null;
}
