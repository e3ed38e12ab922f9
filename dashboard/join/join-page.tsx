import { useEffect, useState } from 'preact/hooks';
import type { OpenInvitation } from '../../shared/api/accept-invitation.ts';
import type { User } from '../../shared/api/auth.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';
import { AccountCard } from '../sign-in/account-card.tsx';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { putInvitationAway } from './invitation.ts';
import { JoinForm } from './join-form.tsx';
import { OtherAccount } from './other-account.tsx';

type JoinPageProps = { token: string; user: User | null };
type Looked = { state: 'open'; open: OpenInvitation } | { state: 'over' } | { state: 'failed'; why: string };

/** The page behind an invitation's link: who invites, and how to join; or why the link is of no use. */
export function JoinPage({ token, user }: JoinPageProps) {
  const [looked, setLooked] = useState<Looked | null>(null);

  async function look(): Promise<void> {
    setLooked(null);
    try {
      const { data } = await read(api.auth.invitation.$post({ json: { token } }));
      setLooked({ state: 'open', open: data });
    } catch (error) {
      const isOver = codeOf(error) === 'not_found' || codeOf(error) === 'invalid_request';
      setLooked(isOver ? { state: 'over' } : { state: 'failed', why: messageOf(error) });
    }
  }
  useEffect(() => void look(), [token]);

  if (looked === null) return <Waiting />;
  if (looked.state === 'failed') return <Failed message={looked.why} retry={() => void look()} />;
  if (looked.state === 'over') return <Over user={user} />;
  const { companyName, role, name } = looked.open;
  return (
    <AccountCard
      title={`Join ${companyName}`}
      lead={
        role === 'owner'
          ? 'You are invited as an owner: you answer visitors, and decide about the team, the widget and the bot.'
          : 'You are invited to answer visitors with the team.'
      }
    >
      {user ? (
        <OtherAccount user={user} />
      ) : (
        <JoinForm token={token} name={name ?? ''} onOver={() => setLooked({ state: 'over' })} />
      )}
    </AccountCard>
  );
}

function Waiting() {
  return (
    <main class="starting">
      <Skeleton lines={4} label="Loading the invitation" />
    </main>
  );
}

function Over({ user }: { user: User | null }) {
  return (
    <AccountCard
      title="This invitation is over"
      lead="A link works once and for seven days, unless it is taken back. Ask whoever invited you for a new one."
    >
      <div class="row-of">
        <Button kind="primary" onClick={putInvitationAway}>
          {user ? 'Go to the inbox' : 'I have joined already: sign in'}
        </Button>
      </div>
    </AccountCard>
  );
}
