import { expect, it } from 'vitest';
import { strings as arabic } from './strings/ar.ts';
import { chooseLanguage, fill } from './language.ts';
import { strings as german } from './strings/de.ts';
import { strings as english } from './strings/en.ts';

it.each([
  [['de-AT'], 'de'],
  [['fr', 'ar-EG'], 'ar'],
  [['en-GB', 'de'], 'en'],
  [['xx'], 'en'],
  [[], 'en'],
])('chooses for %j', (wanted, expected) => {
  expect(chooseLanguage(wanted, ['ar', 'de'])).toBe(expected);
});

it('puts values where a text names them', () => {
  expect(fill('{count} of {most}{none}', { count: 0, most: 8 })).toBe('0 of 8');
});

it.each([
  ['ar', arabic],
  ['de', german],
])('has in %s the same places for values as in English', (_, strings) => {
  const places = (texts: Record<string, string>) =>
    Object.entries(texts).map(([name, text]) => [name, (text.match(/\{\w+\}/g) ?? []).toSorted()]);
  expect(Object.fromEntries(places(strings))).toEqual(Object.fromEntries(places(english)));
});
