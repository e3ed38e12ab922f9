import { expect, it } from 'vitest';
import { readOrigins } from './origins.ts';

it('takes the origin of whatever address is typed, each once', () => {
  const text = 'https://example.com/shop?a=1\nexample.com\nHTTPS://Shop.Example:8443, http://localhost:3000/';
  expect(readOrigins(text)).toEqual({
    origins: ['https://example.com', 'https://shop.example:8443', 'http://localhost:3000'],
    wrong: [],
  });
});

it('names what is no web address', () => {
  const text =
    'ftp://example.com\nhttps://\nhttps://user:secret@example.com\n*.example.com\nhttps://ok.example';
  expect(readOrigins(text)).toEqual({
    origins: ['https://ok.example'],
    wrong: ['ftp://example.com', 'https://', 'https://user:secret@example.com', '*.example.com'],
  });
});
