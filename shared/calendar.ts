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
  const offsetAt = offsetsOf(timeZone);
  const dayAt = (ms: number): Day => new Date(ms + offsetAt(ms)).toISOString().slice(0, 10);
  return {
    dayAt,
    /** The first moment of a day: its midnight, unless clocks are changed around it. */
    startOf(day: Day): number {
      const midnightMs = Date.parse(day);
      // In every zone it begins between these two moments; the days after it ask for the same ones again.
      const offsetMs = offsetAt(midnightMs - 36 * hourMs);
      return offsetMs === offsetAt(midnightMs + 12 * hourMs)
        ? midnightMs - offsetMs
        : firstMoment(day, dayAt);
    },
  };
}

const offsetPattern = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** How far a zone's clocks are ahead of UTC at a moment, in ms. What was asked for before is known. */
function offsetsOf(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (ms) => {
    const offsetMs = known.get(ms) ?? parseOffset(format.format(ms));
    known.set(ms, offsetMs);
    return offsetMs;
  };
}

/** Reads the end of `11/24/2026, GMT+05:45`. */
function parseOffset(text: string): number {
  const [, sign = '+', hours = 0, minutes = 0, seconds = 0] = offsetPattern.exec(text) ?? [];
  const offsetMs = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offsetMs : offsetMs;
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
