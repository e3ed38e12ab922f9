import { expect, it } from 'vitest';
import { invitationIn } from './invitation-address.ts';

it.each([
  ['#invitation=ten1.abc', 'ten1.abc'],
  ['#invitation=ten1.a%2Bb', 'ten1.a+b'],
  ['#invitation=%', '%'],
  ['#invitation=', null],
  ['#/inbox', null],
  ['', null],
])('reads the token of %j', (hash, token) => {
  expect(invitationIn(hash)).toBe(token);
});
