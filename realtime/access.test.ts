import { expect, it } from 'vitest';
import { operatorOf, visitorOf } from '../tests/support/memory-room.ts';
import { audienceOf, mayOpen, publicPrincipal, tagsOf, typingAudience } from './access.ts';

const frame = { type: 'message:new' } as never;

it.each([
  ['an operator', operatorOf('o1'), ['operators', 'session:session-o1']],
  ['a visitor', visitorOf('v1'), ['visitors', 'visitor:v1', 'session:session-v1']],
])('finds %s by these tags and no others', (_, principal, tags) => {
  expect(tagsOf(principal)).toEqual(tags);
});

it('cannot take one principal’s tag for another’s, whatever the ids are', () => {
  const tricky = ['operators', 'visitors', 'visitor:v1', 'session:session-v1', ''];
  const own = new Set(['operators', 'visitors', ...tagsOf(visitorOf('v1'))]);
  for (const id of tricky) {
    const [, tag] = tagsOf(visitorOf(id));
    expect(own.has(tag ?? '')).toBe(false);
  }
});

it.each([
  ['an event of a visitor’s conversation', { visitorId: 'v1', frame }, ['operators', 'visitor:v1']],
  ['an event for operators alone', { visitorId: null, frame }, ['operators']],
  ['what only the room acts on', { visitorId: 'v1', frame: null }, []],
  ['the end of a session', { visitorId: null, frame: null }, []],
])('sends %s to its audience', (_, entry, audience) => {
  expect(audienceOf(entry)).toEqual(audience);
});

it.each([
  ['an operator', operatorOf('o1'), 'v1', 'visitor:v1'],
  ['an operator, where there is no such conversation', operatorOf('o1'), null, null],
  ['its own visitor', visitorOf('v1'), 'v1', 'operators'],
  ['another visitor', visitorOf('v2'), 'v1', null],
  ['a visitor, where there is no such conversation', visitorOf('v1'), null, null],
])('shows the typing of %s to the other side only', (_, sender, visitorId, audience) => {
  expect(typingAudience(sender, visitorId)).toBe(audience);
});

it('lets visitors alone open conversations, and tells a client no more of itself than its id', () => {
  expect([mayOpen(visitorOf('v1')), mayOpen(operatorOf('o1'))]).toEqual([true, false]);
  expect(publicPrincipal(visitorOf('v1'))).toEqual({ kind: 'visitor', id: 'v1' });
  expect(publicPrincipal(operatorOf('o1'))).toEqual({ kind: 'operator', id: 'o1' });
});
