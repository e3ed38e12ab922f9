import { expect, it } from 'vitest';
import { at, message } from '../live/fixtures.ts';
import { threadRows } from './thread-rows.ts';

const none = { outgoing: [], unreadFrom: null };
const draft = { clientId: 'c1', content: 'Soon', createdAt: at(9) };

it('marks days and groups what one person says within two minutes', () => {
  const messages = [
    message(1),
    message(2),
    message(6),
    message(7, { sender: 'operator', senderName: 'Ada' }),
  ];
  const rows = threadRows({ ...none, messages });
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'message', 'message', 'message']);
  expect(rows.flatMap((row) => (row.kind === 'message' ? row.startsGroup : []))).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

it('shows what becomes of our newest message only', () => {
  const ours = { sender: 'operator', senderName: 'Ada' } as const;
  const rows = threadRows({ ...none, messages: [message(1, ours), message(2, ours), message(3)] });
  expect(rows.flatMap((row) => (row.kind === 'message' && row.showsStatus ? row.key : []))).toEqual(['msg2']);
});

it('puts what is on its way last, and shows it once when it has arrived, under the same key', () => {
  const waiting = threadRows({ ...none, messages: [message(1)], outgoing: [draft] });
  expect(waiting.at(-1)).toMatchObject({ kind: 'outgoing', key: 'c1' });
  const arrived = threadRows({
    ...none,
    messages: [message(1), message(2, { sender: 'operator', clientId: 'c1' })],
    outgoing: [draft],
  });
  expect(arrived.at(-1)).toMatchObject({ kind: 'message', key: 'c1' });
  expect(arrived).toHaveLength(3);
});

it('stands system lines alone, and marks where the unread begins', () => {
  const messages = [message(1), message(2, { sender: 'system' }), message(3)];
  expect(threadRows({ ...none, messages, unreadFrom: 'msg3' }).map(({ kind }) => kind)).toEqual([
    'day',
    'message',
    'system',
    'unread',
    'message',
  ]);
});
