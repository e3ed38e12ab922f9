import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fill } from './fill.ts';
import { chooseLanguage } from './language.ts';
import * as english from './strings/en.ts';

it.each([
  [['de-AT'], 'de'],
  [['fr', 'ar-EG'], 'ar'],
  [['en-GB', 'de'], 'en'],
  [['xx'], 'en'],
  [[], 'en'],
])('chooses for %j', (wanted, expected) => {
  expect(chooseLanguage(wanted, ['ar', 'de', 'en'])).toBe(expected);
});

it('puts values where a text names them', () => {
  expect(fill('{count} of {most}{none}', { count: 0, most: 8 })).toBe('0 of 8');
});

const files = globSync('strings/*.ts', { cwd: import.meta.dirname });

/** What each text must have in common with the English one: its name and the places for values in it. */
const shape = (texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, (text.match(/\{\w+\}/g) ?? []).toSorted()]),
  );

it.each(files)('has in %s the same texts, with the same places for values, as in English', async (file) => {
  const texts: Record<string, string> = {
    ...(await import(pathToFileURL(join(import.meta.dirname, file)).href)),
  };
  expect(shape(texts)).toEqual(shape(english));
  expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
});
