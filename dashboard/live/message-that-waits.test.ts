import { expect, it } from 'vitest';
import type { Event } from '../../shared/protocol/index.ts';
import { message, summary } from './fixtures.ts';
import { messageThatWaits } from './message-that-waits.ts';

const written = (sender: 'visitor' | 'operator' | 'bot'): Event => ({
  type: 'message:new',
  cursor: 9,
  seq: 9,
  conversationId: 'cnv1',
  message: message(9, { sender }),
});
const { lastMessage: _, unreadCount: __, ...conversation } = summary('cnv1');
const changed: Event = {
  type: 'conversation:update',
  cursor: 9,
  seq: 9,
  conversationId: 'cnv1',
  conversation,
};
const nobodys = summary('cnv1');
const botHas = summary('cnv1', { handler: 'bot' });
const mine = summary('cnv1', { assigneeId: 'me' });
const adas = summary('cnv1', { assigneeId: 'ada' });

it.each([
  ['a visitor’s, where nobody has the conversation', written('visitor'), nobodys, nobodys, 'msg9'],
  ['a visitor’s, in one’s own', written('visitor'), mine, mine, 'msg9'],
  ['a visitor’s, in a new conversation', written('visitor'), undefined, nobodys, 'msg9'],
  ['the last one, as the bot hands over', changed, botHas, nobodys, 'msg1'],
  ['none while the bot answers', written('visitor'), botHas, botHas, null],
  ['none where a colleague answers', written('visitor'), adas, adas, null],
  ['none of one’s own side', written('operator'), nobodys, nobodys, null],
  ['none as somebody takes over', changed, botHas, adas, null],
  ['none as oneself takes over', changed, botHas, mine, null],
  ['none as anything else changes', changed, nobodys, nobodys, null],
  ['none of what is not known', written('visitor'), undefined, undefined, null],
])('%s', (_, event, before, after, id) => {
  expect(messageThatWaits(event, before, after, 'me')?.id ?? null).toBe(id);
});
