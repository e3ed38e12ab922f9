import { useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Thread } from '../live/thread.ts';
import { Icon } from '../ui/icon.tsx';
import { nowMs } from '../ui/now.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { dayName } from '../ui/times.ts';
import { MessageRow, OutgoingRow, StreamRow, SystemRow } from './message-row.tsx';
import { NoteRow } from './note-row.tsx';
import { type ThreadRow, threadRows } from './thread-rows.ts';
import { useReadingPlace } from './reading-place.ts';

/** The messages, oldest first. It follows new ones only for who is at the end. */
export function MessageList({ thread }: { thread: Thread }) {
  const desk = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const window = thread.window.value;
  const rows = threadRows({
    window,
    notes: thread.notes.value,
    outgoing: { reply: thread.outgoing.reply.drafts.value, note: thread.outgoing.note.drafts.value },
    unreadFrom: thread.unreadFrom.value,
  });
  const last = rows.at(-1);
  const place = useReadingPlace(box, {
    lastKey: last?.key ?? '',
    isOwnLast: last?.kind === 'outgoing',
    hasLater: window.hasLater,
    nearStart: () => void thread.readOn('earlier').catch((error: unknown) => desk.failed(error)),
    nearEnd: () => void thread.readOn('later').catch((error: unknown) => desk.failed(error)),
  });

  async function toNewest(): Promise<void> {
    if (window.hasLater) await desk.open(thread.id);
    place.toEnd();
  }

  return (
    <div class="messages-frame">
      <div
        ref={box}
        class="messages"
        tabIndex={0}
        role="group"
        aria-label="Messages"
        onScroll={place.scrolled}
      >
        {window.hasEarlier && <Skeleton lines={2} label="Loading earlier messages" />}
        <ol>
          {rows.map((row) => (
            <Row key={row.key} row={row} thread={thread} />
          ))}
          {!window.hasLater && thread.stream.value && <StreamRow text={thread.stream.value.text} />}
          {desk.typing.value.value.has(thread.id) && <li class="typing">The visitor is writing…</li>}
        </ol>
      </div>
      <Announced thread={thread} />
      {(place.hasNewer.value || window.hasLater) && (
        <button type="button" class="button newer" onClick={() => void toNewest()}>
          {place.hasNewer.value ? 'New message' : 'To the newest'}
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

/** Says to who cannot see it what the visitor just wrote; not what was there already. */
function Announced({ thread }: { thread: Thread }) {
  const newest = thread.window.value.messages.findLast(({ sender }) => sender === 'visitor');
  const first = useRef(newest?.id);
  const isNew = newest !== undefined && newest.id !== first.current;
  return (
    <p class="unseen" role="status">
      {isNew ? `${newest.senderName ?? 'The visitor'}: ${newest.content}` : ''}
    </p>
  );
}

function Row({ row, thread }: { row: ThreadRow; thread: Thread }) {
  if (row.kind === 'day') {
    return <li class="day">{dayName(row.iso, nowMs.value)}</li>;
  }
  if (row.kind === 'unread') {
    return <li class="unread-mark">New</li>;
  }
  if (row.kind === 'system') return <SystemRow message={row.message} />;
  if (row.kind === 'note') return <NoteRow row={row} />;
  if (row.kind === 'outgoing') return <OutgoingRow row={row} thread={thread} />;
  return <MessageRow row={row} />;
}
