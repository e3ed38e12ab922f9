import { expect, it } from 'vitest';
import { pageAddresses } from './page-addresses.ts';

it('reads addresses by lines and commas, each once, with https where no scheme is typed', () => {
  expect(
    pageAddresses(
      'example.com/a\n https://example.com/b, http://c.example https://d.example\nexample.com/a ',
    ),
  ).toEqual(['https://example.com/a', 'https://example.com/b', 'http://c.example', 'https://d.example']);
  expect(pageAddresses('two words')).toEqual(['https://two words']);
  expect(pageAddresses(' \n')).toEqual([]);
});
