import { describe, expect, test } from 'vitest';
import { extract } from './extract.ts';
import type { Found } from './findings.ts';
import { readQuestion } from './read-question.ts';

const padding = 'We are proud of that. Many say so. It has been like this for years. Nobody knows why.';

function answered(body: string, asked: string, type: Found['type'] = 'text') {
  const question = readQuestion(asked);
  const place = { entryId: 'e', type, title: 'Help', heading: '', url: null, before: null, after: null };
  const best = { ...place, body, score: 10, covered: [] };
  const idf = question.terms.map(() => 5);
  return extract(question, { passages: 9, idf, standIns: [], threshold: null, found: [best] }, best);
}

describe('an answer', () => {
  test('has numbered steps whole, in lines of their own', () => {
    const steps = '1. Open the menu.\n2. Press **Export**.\n3. Choose a format. PDF is one.';
    const { answer, citations } = answered(`To export:\n${steps}\n\n${padding}`, 'How do I choose a format?');
    expect(answer).toBe(`To export:\n${steps.replaceAll('**', '')}\n\nWe are proud of that.`);
    expect(citations[0]?.quote).toContain('Press **Export**');
  });

  test('has a table with the row that says what its columns are', () => {
    const table = '| Plan | Price |\n| --- | --- |\n| Free | 0 |\n| Team | 12 |';
    const { answer } = answered(`${padding}\n\n${table}\n\n${padding} And so on.`, 'What does Team cost?');
    expect(answer).toContain('Plan · Price\nFree · 0\nTeam · 12');
  });

  test('has code whole, and untouched', () => {
    const code = 'with db.transaction() as tx:\n    tx.run("a. b")  # *all* or nothing';
    const { answer } = answered(
      `Like this:\n\`\`\`python\n${code}\n\`\`\`\n${padding}`,
      'How to run a transaction',
    );
    expect(answer).toContain(`Like this:\n${code}`);
  });

  test('says nothing twice', () => {
    const { answer } = answered(
      `Parcels leave at noon. Parcels leave at noon.\n${padding}`,
      'When do parcels leave?',
    );
    expect(answer.match(/noon/g)).toHaveLength(1);
  });

  test('that somebody wrote to a question is given whole, if it is not long', () => {
    expect(answered(`Yes. ${padding} Ask at the desk.`, 'Is it years old?', 'qa').answer).toBe(
      `Yes. ${padding} Ask at the desk.`,
    );
    expect(
      answered(`Yes. ${padding.repeat(9)} Ask.`, 'Where is the desk, why?', 'qa').answer.length,
    ).toBeLessThan(600);
  });

  test('keeps apart what stood apart, and cites each run as it stands there', () => {
    const body = `Bikes are lent on Monday.\n\n${padding}\n\nBikes are lent to members.`;
    const { answer, citations } = answered(body, 'When are bikes lent?');
    expect(answer).toBe('Bikes are lent on Monday.\n\nWe are proud of that.\nBikes are lent to members.');
    for (const { quote } of citations) expect(body).toContain(quote);
    expect(citations).toHaveLength(2);
  });

  test('does not begin in the middle of a name that begins with dots', () => {
    const { answer } = answered(`Look under **… → Feed**. ${padding}`, 'Where is the feed?');
    expect(answer).toContain('Look under … → Feed.');
  });

  test('does not end in the middle of a way through menus', () => {
    const { answer } = answered(`Go to **Members → … → Reset**. ${padding}`, 'Where are the members?');
    expect(answer).toContain('Go to Members → … → Reset.');
  });
});
