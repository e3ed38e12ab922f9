import type { OverviewSpan } from '../../shared/api/overview.ts';
import { daysFromTo } from '../../shared/calendar.ts';

const numbers = new Intl.NumberFormat();
const shares = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const grades = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

export const number = (value: number): string => numbers.format(value);
export const grade = (value: number): string => grades.format(value);
export const percent = (part: number, whole: number): string => shares.format(whole === 0 ? 0 : part / whole);

/** `1 conversation`, `2 conversations`. */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const units = [
  { name: 's', ms: 1000 },
  { name: 'min', ms: 60_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'days', ms: 24 * 3_600_000 },
] as const;

/** A length of time to two digits in the unit that suits it. */
export function lasting(ms: number): string {
  const unit =
    units.findLast((one) => ms >= one.ms * 0.995 && (one.name !== 'days' || ms >= 2 * one.ms)) ?? units[0];
  const value = ms / unit.ms;
  const shown = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  // What took any time at all took no less than can be shown.
  return `${number(ms > 0 ? Math.max(shown, 0.1) : 0)}\u00a0${unit.name}`;
}

/** A day, or the days from one to another, as short as it can be told. */
export function dayLabel({ from, to }: Pick<OverviewSpan, 'from' | 'to'>): string {
  const first = days.format(atNoon(from));
  return from === to ? first : days.formatRange(atNoon(from), atNoon(to));
}

/** `the 28 days before`. */
export function daysBefore({ from, to }: Pick<OverviewSpan, 'from' | 'to'>): string {
  const count = daysFromTo(from, to);
  return count === 1 ? 'the day before' : `the ${number(count)} days before`;
}

/** How a figure has changed, where it can be compared: `, up from 55%`. */
export function changed(now: number | null, before: number | null, say: (value: number) => string): string {
  if (now === null || before === null) return '';
  if (say(now) === say(before)) return ', as before';
  return `, ${now > before ? 'up' : 'down'} from ${say(before)}`;
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
