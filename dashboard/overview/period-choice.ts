import { type Day, addDays, daysFromTo } from '../../shared/calendar.ts';
import { limits } from '../../shared/limits.ts';

/** The last so many days, today among them, or days by their dates; it stands in the address. */
export type PeriodChoice = { days: PresetDays } | { from: Day; to: Day };

export const presetDays = [7, 28, 90] as const;
export type PresetDays = (typeof presetDays)[number];

const usualDays = 28;
/** Past this many, a plot of days is but noise. */
const mostSingleDays = 45;

/** Reads the parts of the address; whatever it cannot read is the usual period. */
export function choiceIn([first = '', second = '']: readonly string[]): PeriodChoice {
  const days = presetDays.find((preset) => String(preset) === first);
  if (days) return { days };
  return problemOf(first, second) === null ? { from: first, to: second } : { days: usualDays };
}

export function partsOf(choice: PeriodChoice): string[] {
  return 'days' in choice ? [String(choice.days)] : [choice.from, choice.to];
}

/** What is wrong with a period, for whoever writes its dates. */
export function problemOf(from: string, to: string): string | null {
  if (!isDay(from) || !isDay(to)) return 'Give both days.';
  if (to < from) return 'The last day is before the first.';
  return daysFromTo(from, to) > limits.overview.days ? `At most ${limits.overview.days} days.` : null;
}

function isDay(text: string): boolean {
  return /^2[01]\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The days that are meant, and whether they are looked at by day or by week. */
export function daysIn(choice: PeriodChoice, today: Day): { from: Day; to: Day; interval: 'day' | 'week' } {
  const { from, to } = 'days' in choice ? { from: addDays(today, 1 - choice.days), to: today } : choice;
  return { from, to, interval: daysFromTo(from, to) > mostSingleDays ? 'week' : 'day' };
}

/** The day that it is here. */
export function todayHere(now: Date): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
