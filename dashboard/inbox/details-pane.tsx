import { useDesk } from '../desk-context.ts';
import { pathTo } from '../parse-route.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { nowMs } from '../ui/now.ts';
import { shortTime, wholeTime } from '../ui/times.ts';
import { areDetailsShown } from './inbox-state.ts';
import { nameOf } from './names.ts';

/** Who the conversation is with. */
export function DetailsPane({ id }: { id: string }) {
  const desk = useDesk();
  void desk.version.value;
  const one = desk.book.get(id);
  if (!one) return <aside class="details-pane" aria-label="About the visitor" />;
  const { visitor } = one;
  const others = desk.book.all().filter((other) => other.visitor.id === visitor.id && other.id !== id);
  return (
    <aside class="details-pane" aria-label="About the visitor">
      <IconButton
        class="details-close"
        icon="close"
        label="Close"
        onClick={() => (areDetailsShown.value = false)}
      />
      <div class="details-who">
        <Avatar name={nameOf(one)} id={visitor.id} size={48} />
        <h2 dir="auto">{nameOf(one)}</h2>
        <p class="muted">{desk.online.value.has(visitor.id) ? 'Here now' : 'Not here now'}</p>
      </div>
      <dl class="facts">
        {visitor.email && (
          <div>
            <dt>E-mail</dt>
            <dd>
              <a href={`mailto:${visitor.email}`}>{visitor.email}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>Identity</dt>
          <dd>{visitor.verified ? 'Vouched for by your server' : 'Not verified'}</dd>
        </div>
        <div>
          <dt>Began</dt>
          <dd>
            <time dateTime={one.createdAt}>{wholeTime(one.createdAt)}</time>
          </dd>
        </div>
      </dl>
      {others.length > 0 && (
        <section>
          <h3>Other conversations</h3>
          <ul class="others">
            {others.map((other) => (
              <li key={other.id}>
                <a href={pathTo('inbox', 'all', other.id)} dir="auto">
                  {other.title}
                </a>
                <time class="muted small" dateTime={other.updatedAt}>
                  {shortTime(other.updatedAt, nowMs.value)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
