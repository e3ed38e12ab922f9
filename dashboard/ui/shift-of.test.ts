import { expect, it } from 'vitest';
import { shiftOf } from './shift-of.ts';

const before = ['a', 'b', 'c', 'd', 'e', 'f'];
const seen = ['c', 'd', 'e'];

it.each([
  ['nothing has changed', before, 0],
  ['one came in above', ['new', ...before], 1],
  ['two went above', before.slice(2), -2],
  ['a row further down went to the top', ['f', 'a', 'b', 'c', 'd', 'e'], 1],
  ['the first row in view went to the top', ['c', 'a', 'b', 'd', 'e', 'f'], 0],
  ['the last row in view went to the top', ['e', 'a', 'b', 'c', 'd', 'f'], 1],
  ['none of them is left', ['x', 'y'], 0],
])('%s', (_, after, shift) => {
  expect(shiftOf(seen, 2, after)).toBe(shift);
});
