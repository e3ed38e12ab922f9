import { expect, it } from 'vitest';
import { findLinks } from './links.ts';

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);

it.each([
  ['see https://example.com/a.', ['https://example.com/a']],
  ['(https://example.com/a)', ['https://example.com/a']],
  ['https://en.wikipedia.org/wiki/A_(b)', ['https://en.wikipedia.org/wiki/A_(b)']],
  ['**https://example.com**!', ['https://example.com']],
  [
    'HTTP://Example.com/x and https://b.example?q=1&r=2#z',
    ['HTTP://Example.com/x', 'https://b.example?q=1&r=2#z'],
  ],
  ['https://例え.jp/道', ['https://例え.jp/道']],
  ['"https://example.com/a"', ['https://example.com/a']],
])('finds the links of %s', (text, expected) => {
  expect(hrefs(text)).toEqual(expected);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,<b>x</b>',
  'nohttps://example.com',
  'https://',
  'https://)',
  '<a href="x">y</a>',
  'ftp://example.com',
])('finds none in %s', (text) => {
  expect(hrefs(text)).toEqual([]);
});

it.each(['a https://x.example b', '', 'https://x.example/((((', 'plain\n\ntext https://x.example.'])(
  'gives the whole of %j back in its pieces',
  (text) => {
    expect(
      findLinks(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  },
);

it('takes a run of closing brackets off a link', () => {
  expect(hrefs(`https://x.example/(a)${')'.repeat(8_000)}`)).toEqual(['https://x.example/(a)']);
});
