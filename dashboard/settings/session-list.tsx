import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EndSessions } from './end-sessions.tsx';
import { SessionRow } from './session-row.tsx';
import { useSessions } from './use-sessions.ts';

/** Where one is signed in, and the ways to end that. */
export function SessionList() {
  const { sessions, problem, load, end, endOthers, endAll } = useSessions();
  if (sessions === null)
    return problem === '' ? (
      <Skeleton lines={3} label="Loading your sessions" />
    ) : (
      <Failed message={problem} retry={() => void load()} />
    );
  return (
    <>
      <ul class="sessions">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} end={() => void end(session)} />
        ))}
      </ul>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem} <Button onClick={() => void load()}>Try again</Button>
        </p>
      )}
      <EndSessions
        others={sessions.filter(({ current }) => !current).length}
        endOthers={() => void endOthers()}
        endAll={() => void endAll()}
      />
    </>
  );
}
