import { describe, expect, it } from 'vitest';
import { addDays, calendarOf, daysFromTo, isTimeZone, weekdayOf } from './calendar.ts';

const startOf = (timeZone: string, day: string) => new Date(calendarOf(timeZone).startOf(day)).toISOString();

describe('a day', () => {
  it.each([
    ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
    ['Europe/Berlin', '2026-11-24', '2026-11-23T23:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-24', '2026-11-23T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-24', '2026-11-23T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-24', '2026-11-24T11:00:00.000Z'],
  ])('begins in %s on %s at %s', (timeZone, day, start) => {
    expect(startOf(timeZone, day)).toBe(start);
    const { dayAt } = calendarOf(timeZone);
    expect([dayAt(Date.parse(start)), dayAt(Date.parse(start) - 1)]).toEqual([day, addDays(day, -1)]);
  });

  it.each([
    // Clocks are put forward and back in the night from Saturday to Sunday.
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    // By half an hour.
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    // At midnight: the day begins at one o'clock, and another has an hour twice before the next begins.
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Africa/Cairo', '2026-04-24', 23],
    // Samoa went from the 29th to the 31st.
    ['Pacific/Apia', '2011-12-29', 24],
    ['Pacific/Apia', '2011-12-30', 0],
    ['Pacific/Apia', '2011-12-31', 24],
  ])('has in %s on %s %d hours', (timeZone, day, hours) => {
    const { startOf } = calendarOf(timeZone);
    expect((startOf(addDays(day, 1)) - startOf(day)) / 3_600_000).toBe(hours);
  });

  it('begins in every zone on every day of a year with its first moment, at a quarter of an hour', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const wrong = zones.flatMap((timeZone) => {
      const { startOf, dayAt } = calendarOf(timeZone);
      const days = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at));
      const isRight = (day: string) => {
        const startMs = startOf(day);
        return dayAt(startMs) === day && dayAt(startMs - 1) < day && startMs % (15 * 60_000) === 0;
      };
      return days.filter((day) => !isRight(day)).map((day) => `${timeZone} ${day}`);
    });
    expect(zones.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('is counted and named over the ends of months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysFromTo('2026-01-01', '2026-12-31')).toBe(365);
    expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([0, 6]);
  });
});

it('knows time zones by their names alone', () => {
  expect(['UTC', 'Europe/Berlin', 'america/new_york', 'Asia/Kathmandu'].every(isTimeZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+0100', '../etc', 'Europe/'].some(isTimeZone)).toBe(false);
});
