import { useDesk } from '../desk-context.ts';
import { actionsFor, perform } from '../live/conversation-actions.ts';
import type { FilterName } from '../live/inbox-filter.ts';
import { pathTo } from '../parse-route.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { areDetailsShown } from './inbox-state.ts';
import { nameOf } from './names.ts';

/** Who the conversation is with, and what can be done with it. */
export function ThreadHeader({ id, filter }: { id: string; filter: FilterName }) {
  const desk = useDesk();
  void desk.version.value;
  const one = desk.book.get(id);
  return (
    <header class="thread-header">
      <a class="button quiet icon-only back" href={pathTo('inbox', filter)} aria-label="Back to the list">
        <Icon name="back" />
      </a>
      {one && (
        <>
          <Avatar name={nameOf(one)} id={one.visitor.id} />
          <div class="thread-who">
            <h2 dir="auto">{nameOf(one)}</h2>
            <p class="muted small">
              {desk.online.value.has(one.visitor.id) ? 'Here now' : 'Not here now'}
              {one.handler === 'bot' && ' · The bot answers'}
              {one.status === 'resolved' && ' · Resolved'}
            </p>
          </div>
          <Actions id={id} />
        </>
      )}
      <IconButton
        class="details-toggle"
        icon="details"
        label="About the visitor"
        aria-pressed={areDetailsShown.value}
        onClick={() => (areDetailsShown.value = !areDetailsShown.value)}
      />
    </header>
  );
}

function Actions({ id }: { id: string }) {
  const desk = useDesk();
  const one = desk.book.get(id);
  if (!one) return null;
  const { status, handler } = actionsFor(one);
  return (
    <>
      {[handler, status].map((action) => (
        <Button
          key={action.title}
          class="thread-action"
          icon={action.icon}
          aria-label={action.title}
          title={action.title}
          onClick={() => void perform(desk, id, action)}
        >
          <span>{action.title}</span>
        </Button>
      ))}
    </>
  );
}
