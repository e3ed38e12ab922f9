import { expect, it } from 'vitest';
import type { Note } from '../../shared/protocol/index.ts';
import { at, message } from '../live/fixtures.ts';
import { newestPage } from '../live/message-window.ts';
import { threadRows } from './thread-rows.ts';

const draft = { clientId: 'c1', content: 'Soon', createdAt: at(9) };
const note = (id: string, afterSeq: number): Note => ({
  id,
  conversationId: 'cnv1',
  afterSeq,
  authorId: 'usr1',
  authorName: 'Ada',
  content: 'Careful',
  createdAt: at(afterSeq),
});

type Contents = Parameters<typeof threadRows>[0];

const rowsOf = (messages: ReturnType<typeof message>[], more: Partial<Contents> = {}) =>
  threadRows({
    window: newestPage(messages),
    notes: [],
    outgoing: { reply: [], note: [] },
    unreadFrom: null,
    ...more,
  });
const kindsOf = (rows: ReturnType<typeof threadRows>) => rows.map(({ kind }) => kind);

it('marks days and groups what one person says within two minutes', () => {
  const rows = rowsOf([
    message(1),
    message(2),
    message(6),
    message(7, { sender: 'operator', senderName: 'Ada' }),
  ]);
  expect(kindsOf(rows)).toEqual(['day', 'message', 'message', 'message', 'message']);
  const starts = rows.flatMap((row) => (row.kind === 'message' ? row.startsGroup : []));
  expect(starts).toEqual([true, false, true, true]);
});

it('shows what becomes of our newest message only', () => {
  const ours = { sender: 'operator', senderName: 'Ada' } as const;
  const rows = rowsOf([message(1, ours), message(2, ours), message(3)]);
  expect(rows.flatMap((row) => (row.kind === 'message' && row.showsStatus ? row.key : []))).toEqual(['msg2']);
});

it('puts what is on its way last, and shows it once when it has arrived, under the same key', () => {
  const outgoing = { reply: [draft], note: [{ ...draft, clientId: 'c0', createdAt: at(8) }] };
  expect(rowsOf([message(1)], { outgoing }).slice(-2)).toMatchObject([
    { kind: 'outgoing', key: 'c0', as: 'note' },
    { kind: 'outgoing', key: 'c1', as: 'reply' },
  ]);
  const stored = [message(1), message(2, { sender: 'operator', clientId: 'c1' })];
  const notes = [{ ...note('n1', 1), clientId: 'c0' }];
  const arrived = rowsOf(stored, { outgoing, notes });
  expect(arrived.map(({ key }) => key).slice(1)).toEqual(['msg1', 'c0', 'c1']);
});

it('stands system lines alone, and marks where the unread begins', () => {
  const rows = rowsOf([message(1), message(2, { sender: 'system' }), message(3)], { unreadFrom: 'msg3' });
  expect(kindsOf(rows)).toEqual(['day', 'message', 'system', 'unread', 'message']);
});

it('puts notes where they were written, and none of a part that is not here', () => {
  const notes = [note('n1', 1), note('n5', 5), note('n7', 7)];
  const keys = (contents: Partial<Contents>) =>
    rowsOf([message(4), message(6)], { notes, ...contents })
      .map(({ key }) => key)
      .slice(1);
  const whole = { ...newestPage([message(4), message(6)]), hasEarlier: false };
  expect(keys({ window: whole })).toEqual(['n1', 'msg4', 'n5', 'msg6', 'n7']);
  const window = { messages: [message(4), message(6)], hasEarlier: true, hasLater: true };
  expect(keys({ window })).toEqual(['msg4', 'n5', 'msg6']);
});
