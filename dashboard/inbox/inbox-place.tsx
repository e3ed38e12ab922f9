import { useLayoutEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { filterNamed } from '../live/inbox-filter.ts';
import { route } from '../route.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ConversationList } from './conversation-list.tsx';
import { DetailsPane } from './details-pane.tsx';
import { useInboxCommands } from './inbox-commands.ts';
import { areDetailsShown, searched } from './inbox-state.ts';
import { ThreadPane } from './thread-pane.tsx';

/** The inbox: a list, the conversation that is open, and who it is with. */
export function InboxPlace() {
  const desk = useDesk();
  const [filterPart, id] = route.value.parts;
  const filter = filterNamed(filterPart);
  const q = searched.value;
  useLayoutEffect(() => desk.show(filter, q), [desk, filter, q]);
  useInboxCommands(desk, filter, id);
  return (
    <div class="inbox" data-open={id === undefined ? 'list' : 'thread'} data-details={areDetailsShown.value}>
      <h1 class="unseen">Inbox</h1>
      <ConversationList filter={filter} openId={id} />
      {id === undefined ? (
        <section class="thread-pane nothing" aria-label="Conversation">
          <EmptyState icon="inbox" title="No conversation is open">
            <p>Choose one from the list, or move with J and K.</p>
          </EmptyState>
        </section>
      ) : (
        <>
          <ThreadPane key={id} id={id} filter={filter} />
          <DetailsPane id={id} />
        </>
      )}
    </div>
  );
}
