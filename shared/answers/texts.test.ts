import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { handOffText, noOwnTexts, spokenLanguages, textsIn } from './texts.ts';

const own = { fallbackText: 'No idea.', handOffText: 'Ada is coming.', awayText: 'Write to a@example.com.' };

test('a hand-off says why, and what happens next', () => {
  const said = handOffText(noOwnTexts, 'no_answer', { isOnline: true });
  expect(said).toBe('I could not find an answer to that in what I know. A colleague will answer you here.');
  expect(handOffText(noOwnTexts, 'asked', { isOnline: false })).toContain('Leave your e-mail address');
});

test.each([
  ['no_answer', true, 'No idea. Ada is coming.'],
  ['no_answer', false, 'No idea. Write to a@example.com.'],
  ['outage', true, 'I cannot answer just now. Ada is coming.'],
] as const)('in the tenant’s own words: %s, online: %s', (reason, isOnline, said) =>
  expect(handOffText({ language: 'en', settings: own }, reason, { isOnline })).toBe(said),
);

test('it has words in every language that the widget speaks', () => {
  const files = globSync('widget/strings/*.ts', { cwd: root }).map((path) => basename(path, '.ts'));
  expect(spokenLanguages).toEqual(expect.arrayContaining(files));
  for (const language of spokenLanguages) {
    expect(Object.values(textsIn(language)).filter((text) => text.trim() === '')).toEqual([]);
    expect([language, textsIn(language) === textsIn('en')]).toEqual([language, language === 'en']);
  }
  expect(textsIn('xx')).toBe(textsIn('en'));
});
