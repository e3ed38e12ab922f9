import { expect, it } from 'vitest';
import { type ListPage, type ListWindow, boundsOf, mostPages, withNewer, withOlder } from './list-window.ts';

/** Page `n` counted from the newest, of a list that goes on behind it. */
const page = (n: number): ListPage => ({
  newest: `time ${100 - n}`,
  oldest: `time ${99 - n}`,
  newerCursor: n === 0 ? null : `before ${n}`,
  olderCursor: `after ${n}`,
});
const read = (pages: number): ListWindow =>
  Array.from({ length: pages }, (_, n) => page(n)).reduce<ListWindow>(withOlder, []);

it('is live at the top and goes as deep as it was read', () => {
  expect(boundsOf(read(2))).toEqual({ ceiling: null, floor: 'time 98' });
});

it('reaches the very end with a page that has none behind it, or with one that is empty', () => {
  expect(boundsOf(withOlder(read(1), { ...page(1), olderCursor: null })).floor).toBeNull();
  expect(boundsOf(withOlder(read(1), null)).floor).toBeNull();
});

it('lets go of the top when it is read on for long, and comes back to it', () => {
  let window = read(mostPages + 2);
  expect(window).toHaveLength(mostPages);
  expect([window[0]?.newerCursor, boundsOf(window).ceiling]).toEqual(['before 2', 'time 98']);
  window = withNewer(window, page(1));
  expect(window).toHaveLength(mostPages);
  expect(window.at(-1)?.olderCursor).toBe(`after ${mostPages}`);
  window = withNewer(window, page(0));
  expect(boundsOf(window).ceiling).toBeNull();
});

it('is at the top again where nothing newer is left', () => {
  const window = withNewer(read(mostPages + 1), null);
  expect(boundsOf(window).ceiling).toBeNull();
});

it('of nothing is live and whole', () => {
  expect([boundsOf([]), withOlder([], null), withNewer([], null)]).toEqual([
    { ceiling: null, floor: null },
    [],
    [],
  ]);
});
