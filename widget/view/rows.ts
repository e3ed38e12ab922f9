import type { ChatState } from '../chat-state.ts';
import { group } from '../../client/grouping.ts';
import * as strings from '../strings/en.ts';
import { el, type Row } from './dom.ts';
import { bubble, dayMark, streamingBubble, systemLine, typingDots, type Shown } from './bubbles.ts';
import { dayOf } from './times.ts';

export type RowsContext = { title: string; retry(clientId: string): void };

/** What stands in the list, from top to bottom. */
export function rowsOf(
  { messages, drafts, streaming, awaited, isRated }: ChatState,
  context: RowsContext,
): Row[] {
  const shown: Shown[] = [
    ...messages,
    ...drafts.map(
      (draft) => ({ ...draft, sender: 'visitor', status: draft.failed ? 'failed' : 'queued' }) as const,
    ),
  ];
  const newestOwn = shown.findLast(isOwn);
  const rows = group(shown.map((item) => ({ ...item, author: authorOf(item) }))).flatMap(
    ({ item, startsDay, startsGroup }, at): Row[] => {
      const own = isOwn(item);
      const showsStatus = own && (shown[at] === newestOwn || item.status === 'failed');
      const row = {
        // It stays the same as the draft becomes a message.
        key: (own && item.clientId) || item.id || '',
        // What becomes of the other side's messages is not shown: it must not draw them anew.
        signature: JSON.stringify([item.content, startsGroup, showsStatus && item.status]),
        make: () =>
          item.sender === 'system'
            ? systemLine(item)
            : bubble(item, { own, startsGroup, showsStatus }, context),
      };
      const day = dayOf(item.createdAt);
      return startsDay ? [{ key: `day:${day}`, signature: '', make: () => dayMark(day) }, row] : [row];
    },
  );
  if (streaming)
    rows.push({ key: 'streaming', signature: streaming, make: (old) => streamingBubble(streaming, old) });
  else if (awaited)
    rows.push({ key: 'awaited', signature: awaited, make: () => typingDots(awaited, context.title) });
  if (isRated)
    rows.push({
      key: 'rated',
      signature: '',
      make: () => el('li.day', {}, el('span', { role: 'alert' }, strings.thanks)),
    });
  return rows;
}

const isOwn = ({ sender }: Shown) => sender === 'visitor';

function authorOf({ sender, senderName = '' }: Shown): string {
  return sender === 'operator' || sender === 'bot' ? sender + senderName : sender;
}
