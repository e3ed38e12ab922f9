import type { User } from '../../shared/api/auth.ts';
import { codeOf } from '../../client/http.ts';
import { api, read } from '../api.ts';
import { forgetWork } from '../live/kept-work.ts';
import { signedOut } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { useCall } from '../ui/use-call.ts';
import { putInvitationAway } from './invitation.ts';

/** An account is of one team: whoever is signed in already has to decide. */
export function OtherAccount({ user }: { user: User }) {
  const leaving = useCall();

  async function signOut(): Promise<void> {
    await leaving.run(async () => {
      await read(api.auth.logout.$post()).catch((error: unknown) => {
        if (codeOf(error) !== 'unauthorized') throw error;
      });
      forgetWork(user.id);
      signedOut('');
    });
  }
  return (
    <div class="stack">
      <p class="notice">
        You are signed in as <bdi>{user.email}</bdi>, on the team of <bdi>{user.companyName}</bdi>. To join
        another team you sign out first and use another e-mail. Signing out takes what you have not sent off
        this browser.
      </p>
      {leaving.problem && (
        <p class="problem" role="alert">
          You are still signed in. {leaving.problem}
        </p>
      )}
      <div class="row-of">
        <Button kind="primary" busy={leaving.isBusy} onClick={() => void signOut()}>
          Sign out and join
        </Button>
        <Button onClick={putInvitationAway}>Stay</Button>
      </div>
    </div>
  );
}
