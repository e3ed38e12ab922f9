import { expect, it } from 'vitest';
import { languageNames, readLanguages } from './read-languages.ts';

it('reads tags however they are parted, each once, and names what is none', () => {
  expect(readLanguages('en, de;pt-BR  en')).toEqual({ tags: ['en', 'de', 'pt-BR'], wrong: [] });
  expect(readLanguages('english, d, zh-Hant')).toEqual({ tags: ['zh-Hant'], wrong: ['english', 'd'] });
  expect(readLanguages(' ')).toEqual({ tags: [], wrong: [] });
});

it('says languages by name, and leaves what nobody knows as it is', () => {
  expect(languageNames(['de', 'qqq'])).toBe('German, qqq');
});
