import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['Vera Berg', 'VB'],
  ['Ada Byron King Lovelace', 'AL'],
  ['  mei  ', 'M'],
  ['👩‍👩‍👧 Family', '👩‍👩‍👧F'],
  ['é́a', 'É́'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
