import { expect, it } from 'vitest';
import { retryDelayMs } from './backoff.ts';

it('doubles to thirty seconds, and never lets all come back at once', () => {
  expect([0, 1, 2, 3, 4, 5, 60].map((attempt) => retryDelayMs(attempt, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(retryDelayMs(5, 0)).toBe(6_000);
});
