import { useLayoutEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { FilterName } from '../live/inbox-filter.ts';
import { pathTo } from '../parse-route.ts';
import { EmptyState, Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Composer } from './composer.tsx';
import { keeping, noting } from './inbox-state.ts';
import { KeepDialog } from './keep-dialog.tsx';
import { MessageList } from './message-list.tsx';
import { ThreadHeader } from './thread-header.tsx';

/** The open conversation, with where to answer. */
export function ThreadPane({ id, filter }: { id: string; filter: FilterName }) {
  const desk = useDesk();
  const thread = desk.thread(id);
  useLayoutEffect(() => {
    thread.show(true);
    if (thread.state.value !== 'ready') void desk.open(id);
    const look = () => thread.mark();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      thread.show(false);
      if (noting.value === id) noting.value = null;
    };
  }, [desk, thread, id]);

  const state = thread.state.value;
  if (state === 'missing') {
    return (
      <section class="thread-pane nothing" aria-label="Conversation">
        <EmptyState icon="search" title="There is no such conversation">
          <a class="button plain" href={pathTo('inbox', filter)}>
            Back to the inbox
          </a>
        </EmptyState>
      </section>
    );
  }
  return (
    <section class="thread-pane" aria-label="Conversation">
      <ThreadHeader id={id} filter={filter} />
      {state === 'failed' && (
        <Failed message="This conversation could not be fetched." retry={() => void desk.open(id)} />
      )}
      {(state === 'loading' || state === 'empty') && <Skeleton lines={8} label="Loading messages" />}
      {state === 'ready' && <MessageList thread={thread} />}
      <Composer thread={thread} />
      {keeping.value?.conversationId === id && <KeepDialog thread={thread} answer={keeping.value} />}
    </section>
  );
}
