import { expect, it } from 'vitest';
import { entryExcerpt, entryName, entrySource } from './entry-text.ts';

const bare = { title: null, question: null, answer: null, content: null };

it('calls an entry by its title, its question, its first words', () => {
  expect(entryName({ ...bare, title: 'Returns', question: 'How?' })).toBe('Returns');
  expect(entryName({ ...bare, question: 'How?', answer: 'So.' })).toBe('How?');
  expect(entryName({ ...bare, content: `${'wörter '.repeat(40)}` })).toMatch(/^(wörter )+wört…$|…$/);
  expect(Array.from(entryName({ ...bare, content: '😀'.repeat(200) }))).toHaveLength(90);
});

it('begins where the text does, without marks and without the title again', () => {
  expect(
    entryExcerpt({ ...bare, title: 'Returns', content: '# Returns\n\n- Within **thirty**\n- days' }),
  ).toBe('Within thirty days');
  expect(entryExcerpt({ ...bare, question: 'How?', answer: 'Like\nthis.' })).toBe('Like this.');
});

it('names web addresses only as a source', () => {
  expect(entrySource({ metadata: { url: 'https://example.com/a' } })).toBe('https://example.com/a');
  expect(entrySource({ metadata: { url: 'javascript:alert(1)' } })).toBeNull();
  expect(entrySource({ metadata: {} })).toBeNull();
});
