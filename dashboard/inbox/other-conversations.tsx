import { useEffect, useState } from 'preact/hooks';
import { api, read } from '../api.ts';
import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { nowMs } from '../ui/now.ts';
import { shortTime, wholeTime } from '../ui/times.ts';

const most = '20';

/** What else the same visitor has written about. */
export function OtherConversations({ visitorId, id }: { visitorId: string; id: string }) {
  const desk = useDesk();
  const [hasFailed, setFailed] = useState(false);

  async function load(): Promise<void> {
    setFailed(false);
    try {
      desk.book.put((await read(api.conversations.$get({ query: { visitorId, limit: most } }))).data);
    } catch (error) {
      desk.failed(error, { isSaid: true });
      setFailed(true);
    }
  }
  useEffect(() => void load(), [visitorId]);

  void desk.version.value;
  const others = desk.book
    .all()
    .filter((other) => other.visitor.id === visitorId && other.id !== id)
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  if (others.length === 0 && !hasFailed) return null;
  return (
    <section>
      <h3>Other conversations</h3>
      {hasFailed && (
        <p class="muted small">
          They could not be fetched.{' '}
          <button type="button" class="text-button" onClick={() => void load()}>
            Try again
          </button>
        </p>
      )}
      <ul class="others">
        {others.map(({ id: other, title, status, updatedAt }) => (
          <li key={other}>
            <a href={pathTo('inbox', 'all', other)} dir="auto">
              {title}
            </a>
            <span class="muted small">
              {status === 'resolved' ? 'Resolved · ' : ''}
              <time dateTime={updatedAt} title={wholeTime(updatedAt)}>
                {shortTime(updatedAt, nowMs.value)}
              </time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
