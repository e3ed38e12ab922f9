import { expect, it } from 'vitest';
import { neighbour } from './neighbour.ts';

it('moves to the next or the previous row, and stays at the ends', () => {
  const ids = ['a', 'b', 'c'];
  expect([neighbour(ids, 'a', 1), neighbour(ids, 'c', 1), neighbour(ids, 'a', -1)]).toEqual(['b', 'c', 'a']);
  expect([neighbour(ids, null, 1), neighbour(ids, 'gone', -1), neighbour([], null, 1)]).toEqual([
    'a',
    'a',
    null,
  ]);
});
