import type { Message } from '../../shared/protocol/index.ts';
import { group } from '../../widget/grouping.ts';
import type { Draft } from '../../widget/outbox.ts';

export type ThreadRow =
  | { kind: 'day'; key: string; iso: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'message'; key: string; message: Message; startsGroup: boolean; showsStatus: boolean }
  | { kind: 'outgoing'; key: string; draft: Draft; startsGroup: boolean };

type Said = { key: string; author: string; createdAt: string; message?: Message; draft?: Draft };

type Contents = { messages: readonly Message[]; outgoing: readonly Draft[]; unreadFrom: string | null };

/** What stands in a thread, from top to bottom: what is stored, then what is on its way. */
export function threadRows({ messages, outgoing, unreadFrom }: Contents): ThreadRow[] {
  const stored = new Set(messages.map(({ clientId }) => clientId));
  const said: Said[] = [
    ...messages.map(ofMessage),
    ...outgoing.filter(({ clientId }) => !stored.has(clientId)).map(ofDraft),
  ];
  const newestOwn = messages.findLast(({ sender }) => sender === 'operator' || sender === 'bot');
  return group(said).flatMap(({ item, startsDay, startsGroup }): ThreadRow[] => {
    const { key, message, draft, createdAt } = item;
    const rows: ThreadRow[] = startsDay
      ? [{ kind: 'day', key: `day:${new Date(createdAt).toDateString()}`, iso: createdAt }]
      : [];
    const isFirstUnread = message !== undefined && message.id === unreadFrom;
    if (isFirstUnread) rows.push({ kind: 'unread', key: 'unread' });
    if (draft) rows.push({ kind: 'outgoing', key, draft, startsGroup });
    if (message?.sender === 'system') rows.push({ kind: 'system', key, message });
    else if (message) {
      const place = { startsGroup: startsGroup || isFirstUnread, showsStatus: message === newestOwn };
      rows.push({ kind: 'message', key, message, ...place });
    }
    return rows;
  });
}

/** The key stays as what is on its way becomes a message. */
function ofMessage(message: Message): Said {
  const { id, clientId, sender, senderName = '', createdAt } = message;
  const key = sender === 'operator' ? (clientId ?? id) : id;
  return { key, author: `${sender}:${senderName}`, createdAt, message };
}

function ofDraft(draft: Draft): Said {
  return { key: draft.clientId, author: 'outgoing', createdAt: draft.createdAt, draft };
}
