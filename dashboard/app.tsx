import { invitation } from './join/invitation.ts';
import { JoinPage } from './join/join-page.tsx';
import { session, startSession } from './session.ts';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { Button } from './ui/button.tsx';
import { Toasts } from './ui/toasts.tsx';

/** The whole page: whoever is not signed in signs in, everybody else works. */
export function App() {
  return (
    <>
      <CurrentPage />
      <Toasts />
    </>
  );
}

function CurrentPage() {
  const current = session.value;
  const token = invitation.value;
  if (token !== null && (current.state === 'in' || current.state === 'out'))
    return <JoinPage token={token} user={current.state === 'in' ? current.user : null} />;
  if (current.state === 'in') return <Shell key={current.user.id} user={current.user} />;
  if (current.state === 'out') return <SignInPage note={current.note} />;
  if (current.state === 'unreachable') return <Unreachable message={current.message} />;
  return <main class="starting" aria-busy="true" aria-label="Loading" />;
}

function Unreachable({ message }: { message: string }) {
  return (
    <main class="starting">
      <div role="alert" class="stack centered">
        <h1>Chatly cannot be reached</h1>
        <p>{message}</p>
        <Button kind="primary" onClick={() => void startSession()}>
          Try again
        </Button>
      </div>
    </main>
  );
}
