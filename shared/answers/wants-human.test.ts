import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wantsHuman } from './wants-human.ts';

const table = new URL('../../tests/fixtures/asking-for-a-person.txt', import.meta.url);
const languages = readFileSync(table, 'utf8')
  .split(/^\[(?=\w+\]$)/m)
  .slice(1)
  .map((block) => {
    const [name = '', ...lines] = block.split('\n');
    const beginningWith = (sign: string) =>
      lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(2));
    return { name: name.replace(']', ''), askers: beginningWith('+ '), others: beginningWith('- ') };
  });

test('the table holds enough of each language', () => {
  expect(languages.map(({ name }) => name)).toHaveLength(15);
  expect(languages.filter(({ askers, others }) => askers.length < 15 || others.length < 8)).toEqual([]);
});

describe.each(languages)('$name', ({ askers, others }) => {
  test.each(askers)('asks: %s', (text) => expect(wantsHuman(text)).toBe(true));
  test.each(others)('does not ask: %s', (text) => expect(wantsHuman(text)).toBe(false));
});

test.each([
  'AGENT!!!',
  'i  want   to\ntalk to a HUMAN',
  'Ｉ want to talk to a ｐｅｒｓｏｎ',
  'chce rozmawiac z czlowiekiem',
  'canli destege baglanmak istiyorum',
])('case, accents, width and blanks do not matter: %s', (text) => expect(wantsHuman(text)).toBe(true));

test.each(['', ' ', '?', '👋', '\u200B', 'a', '.;.;', '12345'])('%j says nothing of a person', (text) =>
  expect(wantsHuman(text)).toBe(false),
);

test('who asks only at the end of a long story is not heard', () => {
  expect(wantsHuman(`${'la '.repeat(400)} Can I talk to a human?`)).toBe(false);
  expect(wantsHuman(`${'la '.repeat(200)} Can I talk to a human?`)).toBe(true);
});
