import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs soon, then once for all that came in a while', () => {
  const ranAtMs: number[] = [];
  const startMs = Date.now();
  const { due } = atMostEvery(10_000, () => ranAtMs.push(Date.now() - startMs));
  for (let n = 0; n < 25; n += 1) {
    due();
    vi.advanceTimersByTime(1_000);
  }
  expect(ranAtMs).toEqual([0, 10_000, 20_000]);
  vi.advanceTimersByTime(100_000);
  expect(ranAtMs).toEqual([0, 10_000, 20_000, 30_000]);
  due();
  vi.advanceTimersByTime(0);
  expect(ranAtMs.at(-1)).toBe(125_000);
});

it('runs no more once it is stopped, until there is a reason again', () => {
  const run = vi.fn();
  const { due, stop } = atMostEvery(10_000, run);
  due();
  stop();
  vi.advanceTimersByTime(20_000);
  expect(run).not.toHaveBeenCalled();
  due();
  vi.advanceTimersByTime(0);
  expect(run).toHaveBeenCalledOnce();
});
