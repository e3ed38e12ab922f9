import type { Session } from '../../shared/api/sessions.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { nowMs } from '../ui/now.ts';
import { Tag } from '../ui/tag.tsx';
import { dayName, wholeTime, clock } from '../ui/times.ts';

/** One place where one is signed in. */
export function SessionRow({ session, end }: { session: Session; end(): void }) {
  const { client, address, current, seenAt, createdAt } = session;
  const name = client ?? 'Unknown browser';
  return (
    <li>
      <Icon name="globe" />
      <div class="session-what">
        <p>
          <strong>{name}</strong> {current && <Tag tone="positive">This one</Tag>}
        </p>
        <p class="muted small">
          {address && <>{address} · </>}
          <time dateTime={seenAt} title={`Signed in ${wholeTime(createdAt)}`}>
            last seen {dayName(seenAt, nowMs.value).toLowerCase()} at {clock(seenAt)}
          </time>
        </p>
      </div>
      {!current && (
        <Button aria-label={`Sign out: ${name}`} onClick={end}>
          Sign out
        </Button>
      )}
    </li>
  );
}
