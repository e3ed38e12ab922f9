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

it('goes on from where a row was that is gone', () => {
  const ids = ['a', 'b', 'c'];
  expect([neighbour(ids, 'gone', 1, 1), neighbour(ids, 'gone', -1, 1)]).toEqual(['b', 'a']);
  expect([neighbour(ids, 'gone', 1, 3), neighbour(ids, 'gone', -1, 0)]).toEqual(['c', 'a']);
  expect(neighbour([], 'gone', 1, 0)).toBeNull();
});
