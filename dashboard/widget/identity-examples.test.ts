import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { identityExamples, serverLanguages } from './identity-examples.ts';

const docs = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8');

it.each(serverLanguages)('shows for $title what the documentation shows', ({ value, title }) => {
  const [, shown = ''] = docs.split(`**${title}**\n\n`);
  expect(shown.replace(/^```\w+\n/, '').startsWith(`${identityExamples[value]}\n\`\`\`\n`)).toBe(true);
});
