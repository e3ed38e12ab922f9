import { expect, it } from 'vitest';
import { dayName, shortTime, span } from './times.ts';

const now = new Date(2026, 10, 25, 12).getTime();
const ago = (days: number) => new Date(2026, 10, 25 - days, 9, 5).toISOString();

it('tells a moment as shortly as it can be told', () => {
  expect(shortTime(ago(0), now)).toMatch(/9:05/);
  expect(shortTime(ago(2), now)).toMatch(/^\p{L}+\.?$/u);
  expect(shortTime(ago(40), now)).toMatch(/16/);
  expect(shortTime(ago(400), now)).toMatch(/2025/);
});

it('calls days by their names', () => {
  expect([dayName(ago(0), now), dayName(ago(1), now)]).toEqual(['Today', 'Yesterday']);
  expect(dayName(ago(3), now)).toMatch(/22/);
});

it('says a length of time in the unit that fits', () => {
  const minute = 60_000;
  const said = [900, 59_000, 5 * minute, 90 * minute, 30 * 60 * minute, 72 * 60 * minute].map(span);
  expect(said).toEqual(['1 s', '59 s', '5 min', '1 h', '30 h', '3 days']);
});
