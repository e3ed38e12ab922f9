import type { Message, Note } from '../../shared/protocol/index.ts';
import { group } from '../../client/grouping.ts';
import type { Draft } from '../../client/outbox.ts';
import type { MessageWindow } from '../live/message-window.ts';
import type { Kind } from '../live/thread.ts';

export type ThreadRow =
  | { kind: 'day'; key: string; iso: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'message'; key: string; message: Message; startsGroup: boolean; showsStatus: boolean }
  | { kind: 'note'; key: string; note: Note }
  | { kind: 'outgoing'; key: string; draft: Draft; as: Kind; startsGroup: boolean };

type What = { message: Message } | { note: Note } | { draft: Draft; as: Kind };
type Said = { key: string; author: string; createdAt: string; what: What };

type Contents = {
  window: MessageWindow;
  notes: readonly Note[];
  outgoing: Record<Kind, readonly Draft[]>;
  unreadFrom: string | null;
};

/** What stands in a thread, from top to bottom: what is stored, then what is on its way. */
export function threadRows({ window, notes, outgoing, unreadFrom }: Contents): ThreadRow[] {
  const { messages } = window;
  const said = [...withNotesBetween(window, notes), ...onTheirWay(messages, notes, outgoing)];
  const newestOwn = messages.findLast(({ sender }) => sender === 'operator' || sender === 'bot');
  const rows: ThreadRow[] = [];
  for (const { item, startsDay, startsGroup } of group(said)) {
    const { key, what, createdAt } = item;
    if (startsDay)
      rows.push({ kind: 'day', key: `day:${new Date(createdAt).toDateString()}`, iso: createdAt });
    if ('draft' in what) rows.push({ kind: 'outgoing', key, startsGroup, ...what });
    else if ('note' in what) rows.push({ kind: 'note', key, note: what.note });
    else {
      const { message } = what;
      const isFirstUnread = message.id === unreadFrom;
      if (isFirstUnread) rows.push({ kind: 'unread', key: 'unread' });
      const place = { startsGroup: startsGroup || isFirstUnread, showsStatus: message === newestOwn };
      if (message.sender === 'system') rows.push({ kind: 'system', key, message });
      else rows.push({ kind: 'message', key, message, ...place });
    }
  }
  return rows;
}

/** Each note stands behind the message that was the newest when it was written, as far as that is here. */
function withNotesBetween({ messages, hasEarlier, hasLater }: MessageWindow, notes: readonly Note[]): Said[] {
  const first = messages[0]?.seq ?? 0;
  const last = messages.at(-1)?.seq ?? 0;
  const here = notes.filter(
    ({ afterSeq }) => (!hasEarlier || afterSeq >= first) && (!hasLater || afterSeq < last),
  );
  const places = [
    ...messages.map((message) => ({ seq: message.seq, said: ofMessage(message) })),
    ...here.map((note) => ({ seq: note.afterSeq + 0.5, said: ofNote(note) })),
  ];
  return places.toSorted((one, other) => one.seq - other.seq).map(({ said }) => said);
}

function onTheirWay(
  messages: readonly Message[],
  notes: readonly Note[],
  outgoing: Record<Kind, readonly Draft[]>,
): Said[] {
  const stored = new Set([...messages, ...notes].map(({ clientId }) => clientId));
  return kinds
    .flatMap((as) => outgoing[as].map((draft) => ofDraft(draft, as)))
    .filter(({ key }) => !stored.has(key))
    .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
}

const kinds = ['reply', 'note'] as const;

/** The key stays as what is on its way becomes a message. */
function ofMessage(message: Message): Said {
  const { id, clientId, sender, senderName = '', createdAt } = message;
  const key = sender === 'operator' ? (clientId ?? id) : id;
  return { key, author: `${sender}:${senderName}`, createdAt, what: { message } };
}

function ofNote(note: Note): Said {
  return { key: note.clientId ?? note.id, author: 'note', createdAt: note.createdAt, what: { note } };
}

function ofDraft(draft: Draft, as: Kind): Said {
  return { key: draft.clientId, author: as, createdAt: draft.createdAt, what: { draft, as } };
}
