import { expect, it } from 'vitest';
import { group } from './grouping.ts';

const at = (author: string, time: string) => ({
  author,
  createdAt: new Date(`2026-11-${time}`).toISOString(),
});

it('puts together what one author wrote within two minutes', () => {
  const marks = group([
    at('a', '24T10:00:00'),
    at('a', '24T10:01:30'),
    at('b', '24T10:01:40'),
    at('b', '24T10:04:00'),
  ]).map(({ startsGroup }) => startsGroup);
  expect(marks).toEqual([true, false, true, true]);
});

it('begins each day anew, also in the middle of a group', () => {
  const marks = group([at('a', '24T23:59:30'), at('a', '25T00:00:10')]);
  expect(marks.map(({ startsDay }) => startsDay)).toEqual([true, true]);
  expect(marks.map(({ startsGroup }) => startsGroup)).toEqual([true, true]);
});

it('has nothing to say of nothing', () => {
  expect(group([])).toEqual([]);
});
