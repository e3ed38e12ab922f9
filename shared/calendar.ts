/** A day of a calendar, such as `2026-11-24`; text order is the order of time. */
export type Day = string;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whether the machine knows a time zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** How many days lie between two days, counted with both of them. */
export function daysFromTo(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

/** From 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** The days of a time zone: which one a moment falls on, and at which moment each begins. */
export function calendarOf(timeZone: string) {
  const wallClock = wallClockOf(timeZone);
  const dayAt = (ms: number): Day => wallClock(ms).slice(0, 10);
  let offsetMs = 0;
  return {
    dayAt,
    /** The first moment of a day. Nearly always its midnight, as far from UTC as the day before's. */
    startOf(day: Day): number {
      const midnightMs = Date.parse(day);
      if (!begins(day, midnightMs - offsetMs, dayAt)) {
        offsetMs = Date.parse(`${wallClock(midnightMs - offsetMs)}Z`) - (midnightMs - offsetMs);
      }
      const guessMs = midnightMs - offsetMs;
      return begins(day, guessMs, dayAt) ? guessMs : firstMoment(day, dayAt);
    },
  };
}

/** The time that a clock on the wall shows, as `2026-11-24T13:45:00`. */
function wallClockOf(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (ms) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
  };
}

function begins(day: Day, ms: number, dayAt: (ms: number) => Day): boolean {
  return dayAt(ms) === day && dayAt(ms - 1) < day;
}

/** Looks for the first minute: a day may begin at one o'clock, where clocks are put forward at midnight, or never. */
function firstMoment(day: Day, dayAt: (ms: number) => Day): number {
  let beforeMs = Date.parse(day) - 2 * dayMs;
  let withinMs = Date.parse(day) + 2 * dayMs;
  while (withinMs - beforeMs > minuteMs) {
    const middleMs = beforeMs + Math.floor((withinMs - beforeMs) / (2 * minuteMs)) * minuteMs;
    if (dayAt(middleMs) < day) beforeMs = middleMs;
    else withinMs = middleMs;
  }
  return withinMs;
}
