import { expect, it } from 'vitest';
import { visibleRange } from './visible-range.ts';

const rows = { count: 1000, rowHeight: 50, spare: 2 };

it.each([
  ['the top', { scrollTop: 0, height: 200 }, { from: 0, to: 6 }],
  ['between two rows', { scrollTop: 525, height: 200 }, { from: 8, to: 17 }],
  ['the end', { scrollTop: 49_800, height: 200 }, { from: 994, to: 1000 }],
  ['a list that has become shorter', { scrollTop: 90_000, height: 200 }, { from: 998, to: 1000 }],
  ['a page that bounces above its top', { scrollTop: -80, height: 200 }, { from: 0, to: 6 }],
])('knows what is in view at %s', (_, viewport, range) => {
  expect(visibleRange(viewport, rows)).toEqual(range);
});

it('shows nothing of an empty list', () => {
  expect(visibleRange({ scrollTop: 0, height: 200 }, { ...rows, count: 0 })).toEqual({ from: 0, to: 0 });
});
