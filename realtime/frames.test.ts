import { expect, it, vi } from 'vitest';
import { AppError } from '../shared/errors.ts';
import { limits } from '../shared/limits.ts';
import type { Event } from '../shared/protocol/server-frames.ts';
import { rendered } from '../shared/store/json.ts';
import { ackFrame, errorFrame, framesOf } from './frames.ts';

function eventOf(cursor: number, content: string): Event {
  const message = {
    id: `msg${cursor}`,
    conversationId: 'cnv',
    seq: cursor,
    sender: 'visitor' as const,
    senderName: '\u0001'.repeat(limits.text.nameChars),
    content,
    status: 'sent' as const,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  return { type: 'message:new', cursor, seq: cursor, conversationId: 'cnv', message };
}

const bytes = (text: string) => new TextEncoder().encode(text).byteLength;
const eventsIn = (text: string): Event[] => {
  const frame = JSON.parse(text);
  return frame.type === 'batch' ? frame.events : [frame];
};

it.each([
  ['letters', 'a'],
  ['quotes, which are escaped', '"'],
  ['control characters, the longest escapes', '\u0001'],
  ['three-byte characters', '漢'],
  ['pairs of surrogates', '🌍'],
  ['a mixture', '🌍\u0001漢"a'],
])('keeps frames of the longest messages of %s within 64 KiB, complete and in order', (_, unit) => {
  const longest = unit.repeat(limits.text.messageChars / Array.from(unit).length);
  for (const count of [1, 2, 7, 40]) {
    const events = Array.from({ length: count }, (_, at) => eventOf(at, at % 3 === 0 ? longest : 'short'));
    const frames = framesOf(events);
    expect(Math.max(...frames.map(bytes))).toBeLessThanOrEqual(limits.room.frameBytes);
    expect(frames.flatMap(eventsIn)).toEqual(events);
  }
});

it('puts many small events into few frames, one alone into none but its own, and none into none', () => {
  const events = Array.from({ length: 200 }, (_, at) => eventOf(at, 'x'));
  expect(framesOf(events).length).toBeLessThan(20);
  expect(framesOf(events.slice(0, 1))).toEqual([JSON.stringify(events[0])]);
  expect(framesOf([])).toEqual([]);
});

it('acknowledges with what the store rendered, as it is', () => {
  const text = ackFrame({ clientId: 'a"b' }, rendered<object>('{"message":{"id":"m"}}'));
  expect(JSON.parse(text)).toEqual({ type: 'ack', clientId: 'a"b', message: { id: 'm' } });
});

it('says of an exception no more than its code and its showable message', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const secret = new Error('SELECT password_hash FROM users');
  const known = new AppError('not_found', { cause: secret });
  for (const error of [secret, known, 'text', null, undefined, { code: 'x' }]) {
    const text = errorFrame(error, { clientId: 'c' });
    expect(text).not.toMatch(/SELECT|password|stack|at /);
    expect(JSON.parse(text)).toMatchObject({
      type: 'error',
      code: error === known ? 'not_found' : 'internal',
      clientId: 'c',
    });
  }
});
