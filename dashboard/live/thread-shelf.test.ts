import { beforeEach, expect, it } from 'vitest';
import { ThreadShelf, mostIdle } from './thread-shelf.ts';

const makeThread = (id: string) => ({
  id,
  isIdle: true,
  isStopped: false,
  stop() {
    this.isStopped = true;
  },
});

let shelf: ThreadShelf<ReturnType<typeof makeThread>>;
beforeEach(() => {
  shelf = new ThreadShelf(makeThread);
});
const ids = () => shelf.all().map(({ id }) => id);

it('gives the same thread again', () => {
  expect(shelf.use('a')).toBe(shelf.use('a'));
  expect([shelf.known('a')?.id, shelf.known('b')]).toEqual(['a', undefined]);
});

it('lets go of what was not used for the longest, and stops it', () => {
  const first = shelf.use('first');
  const kept = shelf.use('kept');
  for (let n = 0; n < mostIdle; n += 1) {
    shelf.use(`thread ${n}`);
    shelf.use('kept');
  }
  expect([first.isStopped, kept.isStopped]).toEqual([true, false]);
  expect(shelf.all()).toHaveLength(mostIdle + 1);
  expect(shelf.use('first')).not.toBe(first);
});

it('keeps what is looked at or has something to send, however long ago it was used', () => {
  const busy = shelf.use('busy');
  busy.isIdle = false;
  for (let n = 0; n < 3 * mostIdle; n += 1) shelf.use(`thread ${n}`);
  expect(ids()).toContain('busy');
  expect(busy.isStopped).toBe(false);
});
