import { type Day, addDays, calendarOf, daysFromTo, weekdayOf } from './calendar.ts';
import { AppError } from './errors.ts';
import { limits } from './limits.ts';

/** Days in a row, and the moments at which the first begins and the last is over. */
export type Span = { from: Day; to: Day; startMs: number; endMs: number };

export type Period = { whole: Span; previous: Span; intervals: Span[] };

export type Wanted = {
  from?: Day | undefined;
  to?: Day | undefined;
  interval: 'day' | 'week';
  timezone: string;
};

const daysOf = { day: 1, week: 7 };

/** The days that are asked for, as many before them, and their days or weeks. Errors: invalid_request. */
export function periodOf(wanted: Wanted, nowMs: number): Period {
  const calendar = calendarOf(wanted.timezone);
  const to = wanted.to ?? calendar.dayAt(nowMs);
  const from = wanted.from ?? addDays(to, 1 - limits.overview.defaultDays);
  const days = daysFromTo(from, to);
  if (days < 1) throw invalid('to', 'Must not be before the first day.');
  if (days > limits.overview.days) throw invalid('from', `At most ${limits.overview.days} days at once.`);
  const span = (first: Day, last: Day): Span => ({
    from: first,
    to: last,
    startMs: calendar.startOf(first),
    endMs: calendar.startOf(addDays(last, 1)),
  });
  return {
    whole: span(from, to),
    previous: span(addDays(from, -days), addDays(from, -1)),
    intervals: intervalsOf(from, to, daysOf[wanted.interval]).map(([first, last]) => span(first, last)),
  };
}

/** Weeks begin on Monday; the first and the last may be cut by the period. */
function intervalsOf(from: Day, to: Day, length: number): [Day, Day][] {
  const intervals: [Day, Day][] = [];
  let first = from;
  while (first <= to) {
    const last = addDays(first, length - 1 - (weekdayOf(first) % length));
    intervals.push([first, last < to ? last : to]);
    first = addDays(last, 1);
  }
  return intervals;
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid_request', { message: `${path}: ${message}`, issues: [{ path, message }] });
}
