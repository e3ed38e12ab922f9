import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { limits } from './limits.ts';
import { type Wanted, periodOf } from './period.ts';

const nowMs = Date.parse('2026-11-24T23:30:00Z');
const day: Wanted = { interval: 'day', timezone: 'UTC' };
const daysOf = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

describe('a period', () => {
  it('ends by default today, wherever today is, and has as many days before it', () => {
    const { whole, previous, intervals } = periodOf(day, nowMs);
    expect([whole, previous].map(daysOf)).toEqual(['2026-10-28 2026-11-24', '2026-09-30 2026-10-27']);
    expect(intervals).toHaveLength(limits.overview.defaultDays);
    expect(periodOf({ ...day, timezone: 'Europe/Berlin' }, nowMs).whole.to).toBe('2026-11-25');
  });

  it('is cut into days without gaps, also where one has 23 hours', () => {
    const wanted: Wanted = {
      from: '2026-03-27',
      to: '2026-03-31',
      interval: 'day',
      timezone: 'Europe/Berlin',
    };
    const { whole, previous, intervals } = periodOf(wanted, nowMs);
    expect(intervals.map(({ startMs, endMs }) => (endMs - startMs) / 3_600_000)).toEqual([
      24, 24, 23, 24, 24,
    ]);
    expect(intervals.slice(1).map(({ startMs }) => startMs)).toEqual(
      intervals.slice(0, -1).map(({ endMs }) => endMs),
    );
    expect([intervals[0]?.startMs, intervals.at(-1)?.endMs]).toEqual([whole.startMs, whole.endMs]);
    expect(previous.endMs).toBe(whole.startMs);
    expect(daysOf(previous)).toBe('2026-03-22 2026-03-26');
  });

  it('is cut into weeks that begin on Monday, the first and the last as far as it goes', () => {
    const { intervals } = periodOf({ ...day, from: '2026-11-05', to: '2026-11-17', interval: 'week' }, nowMs);
    expect(intervals.map(daysOf)).toEqual([
      '2026-11-05 2026-11-08',
      '2026-11-09 2026-11-15',
      '2026-11-16 2026-11-17',
    ]);
  });

  it.each<[Partial<Wanted>, string]>([
    [{ from: '2026-11-02', to: '2026-11-01' }, 'to'],
    [{ from: '2026-11-25' }, 'to'],
    [{ from: '2025-11-23', to: '2026-11-24' }, 'from'],
  ])('refuses %j', (wanted, path) => {
    const refused = () => periodOf({ ...day, ...wanted }, nowMs);
    expect(refused).toThrow(AppError);
    expect(refused).toThrow(new RegExp(`^${path}: `));
  });
});
