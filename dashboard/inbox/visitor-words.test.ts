import { expect, it } from 'vitest';
import { clockIn, languageName, shortAddress } from './visitor-words.ts';

it('calls languages by their names, and what is none as it is', () => {
  expect(languageName('de')).toBe('German');
  expect(languageName('x')).toBe('x');
});

it('knows what time it is elsewhere', () => {
  const noon = Date.UTC(2026, 0, 2, 12);
  expect(clockIn('Asia/Tokyo', noon)).toMatch(/9:00/);
  expect(clockIn('Nowhere/Never', noon)).toBeNull();
});

it('leaves out of an address what goes without saying', () => {
  expect(shortAddress('https://www.example.com/')).toBe('example.com');
  expect(shortAddress('http://shop.example/a/b?c=1')).toBe('shop.example/a/b?c=1');
});
