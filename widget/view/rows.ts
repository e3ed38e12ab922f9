import type { ChatState } from '../chat-state.ts';
import { group } from '../grouping.ts';
import type { Draft } from '../outbox.ts';
import type { Message } from '../protocol.ts';
import type { Row } from './dom.ts';
import { bubble, dayMark, streamingBubble, systemLine, typingDots, type Shown } from './bubbles.ts';
import type { Times } from './times.ts';

export type RowsContext = { times: Times; title: string; retry(clientId: string): void };

/** What stands in the list, from top to bottom. */
export function rowsOf(state: ChatState, context: RowsContext): Row[] {
  const { times } = context;
  const shown = [...state.messages.map(ofMessage), ...state.drafts.map(ofDraft)];
  const newestOwn = shown.findLast(({ isOwn }) => isOwn);
  const rows = group(shown).flatMap(({ item, startsDay, startsGroup, endsGroup }): Row[] => {
    const place = { startsGroup, endsGroup, showsStatus: item === newestOwn || item.state === 'failed' };
    const isSystem = item.author === 'system';
    const row = {
      key: item.key,
      signature: JSON.stringify([item, place]),
      make: () => (isSystem ? systemLine(item) : bubble(item, place, context)),
    };
    const day = times.day(item.createdAt);
    return startsDay ? [{ key: `day:${day}`, signature: day, make: () => dayMark(day) }, row] : [row];
  });
  const { streaming, typing } = state;
  if (streaming)
    rows.push({ key: 'streaming', signature: streaming, make: () => streamingBubble(streaming) });
  else if (typing && typing !== 'visitor') {
    rows.push({ key: 'typing', signature: typing, make: () => typingDots(typing) });
  }
  return rows;
}

function ofMessage(message: Message): Shown {
  const { id, clientId, sender, senderName, content, citations, createdAt, status } = message;
  const isOwn = sender === 'visitor';
  return {
    // The key stays as the draft becomes a message.
    key: isOwn ? (clientId ?? id) : id,
    author: `${sender}:${isOwn ? '' : (senderName ?? '')}`.replace(/^system:.*/, 'system'),
    name: senderName ?? '',
    isOwn,
    isBot: sender === 'bot',
    content,
    citations: citations ?? [],
    createdAt,
    // What becomes of the other side's messages is not shown: it must not draw them anew.
    state: isOwn ? status : 'seen',
  };
}

function ofDraft({ clientId, content, createdAt, failed }: Draft): Shown {
  const state = failed ? 'failed' : navigator.onLine ? 'sending' : 'queued';
  const bare = { author: 'visitor:', name: '', isOwn: true, isBot: false, citations: [] };
  return { ...bare, key: clientId, content, createdAt, state };
}
