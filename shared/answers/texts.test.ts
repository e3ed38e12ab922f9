import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { widgetDefaults } from '../store/widget-json.ts';
import { handOffText, textsFor } from './texts.ts';

const settings = { ...widgetDefaults.aiSettings, languages: [] as string[] };
const own = { fallbackText: 'No idea.', handOffText: 'Ada is coming.', awayText: 'Write to a@example.com.' };

test('a hand-off says why, and what happens next', () => {
  const said = handOffText(settings, 'no_answer', { isOnline: true });
  expect(said).toBe('I could not find an answer to that in what I know. A colleague will answer you here.');
  expect(handOffText(settings, 'asked', { isOnline: false })).toContain('Leave your e-mail address');
});

test.each([
  ['no_answer', true, 'No idea. Ada is coming.'],
  ['no_answer', false, 'No idea. Write to a@example.com.'],
  ['outage', true, 'I cannot answer just now. Ada is coming.'],
] as const)('in the tenant’s own words: %s, online: %s', (reason, isOnline, said) =>
  expect(handOffText({ ...settings, ...own }, reason, { isOnline })).toBe(said),
);

test('the first of the tenant’s languages that there are words in', () => {
  expect(textsFor({ languages: ['xx', 'de-AT', 'fr'] }).smallTalk).toContain('wissen');
  expect(textsFor({ languages: ['xx'] })).toBe(textsFor({ languages: [] }));
});

test('it has words in every language that the widget speaks', () => {
  const files = globSync('widget/strings/*.ts', { cwd: root }).map((path) => basename(path, '.ts'));
  for (const language of files) {
    const spoken = textsFor({ languages: [language] });
    expect(Object.values(spoken).filter((text) => text.trim() === '')).toEqual([]);
    expect([language, spoken === textsFor({ languages: ['en'] })]).toEqual([language, language === 'en']);
  }
});
