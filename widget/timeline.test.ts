import { expect, it } from 'vitest';
import type { Message } from '../client/protocol.ts';
import { timeline } from './timeline.ts';

const message = (seq: number, part: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversationId: 'c',
  seq,
  sender: 'visitor',
  content: `text ${seq}`,
  status: 'sent',
  createdAt: '2026-11-24T10:00:00.000Z',
  ...part,
});

it('holds each message once, in order of seq, whatever the order of coming', () => {
  const line = timeline();
  line.merge([message(5), message(1)]);
  line.merge([message(3), message(5), message(1)]);
  expect(line.all().map(({ seq }) => seq)).toEqual([1, 3, 5]);
});

it('lets no status go back', () => {
  const line = timeline();
  line.merge([message(1, { status: 'seen' })]);
  line.merge([message(1, { status: 'sent' })]);
  line.receipt({ messageId: 'm1', status: 'delivered', upToSeq: 1 });
  expect(line.all()[0]?.status).toBe('seen');
});

it('covers with a receipt the earlier messages of the same side only', () => {
  const line = timeline();
  line.merge([message(1), message(2, { sender: 'operator' }), message(4), message(6)]);
  line.receipt({ messageId: 'm4', status: 'delivered', upToSeq: 4 });
  expect(line.all().map(({ status }) => status)).toEqual(['delivered', 'sent', 'delivered', 'sent']);
});

it('leaves all as it is where a receipt names a message that is not there', () => {
  const line = timeline();
  line.merge([message(1)]);
  line.receipt({ messageId: 'm9', status: 'seen', upToSeq: 9 });
  expect(line.all()[0]?.status).toBe('sent');
});

it('counts as unread what others wrote and this side has not seen', () => {
  const line = timeline();
  line.merge([message(1), message(2, { sender: 'bot' }), message(3, { sender: 'operator', status: 'seen' })]);
  expect(line.unread()).toBe(1);
  expect(line.newestOfOthers()?.seq).toBe(3);
});
