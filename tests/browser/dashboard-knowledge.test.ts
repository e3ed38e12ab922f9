import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import type { OperatorFixture } from '../support/people.ts';
import { it } from './fixtures.ts';

const returns = 'You can return what you do not like within thirty days. Send it by post.';

async function addEntry({ api }: OperatorFixture, title: string, content = returns): Promise<void> {
  await api['knowledge-base'].$post({ json: { type: 'text', title, content } });
}

async function openKnowledge(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: 'Knowledge' }).click();
  await desk.getByRole('heading', { name: 'Knowledge' }).waitFor();
}

async function storedTitles({ api }: OperatorFixture): Promise<(string | null)[]> {
  const { data } = await (await api['knowledge-base'].$get({ query: {} })).json();
  return data.map(({ title, question }) => title ?? question);
}

async function storedAnswers({ api }: OperatorFixture): Promise<(string | null)[]> {
  const { data } = await (await api['knowledge-base'].$get({ query: {} })).json();
  return data.map(({ answer }) => answer);
}

it('writes an entry, changes it, and deletes it once that is confirmed', async ({ operator, desk }) => {
  await openKnowledge(desk);
  await desk.getByText('Nothing known yet').waitFor();
  await desk.getByRole('button', { name: 'Add knowledge' }).click();
  await desk.getByRole('menuitem', { name: 'Question and answer' }).click();
  await desk.getByRole('textbox', { name: 'Question' }).fill('Do you ship to Norway?');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('The answer is missing.').waitFor();
  await desk.getByRole('textbox', { name: 'Answer' }).fill('Yes, in five days.');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('Ready', { exact: true }).waitFor();

  const answer = desk.getByRole('textbox', { name: 'Answer' });
  await answer.fill('Yes, in four days.');
  await desk.getByRole('link', { name: 'Test', exact: true }).click();
  await desk.getByRole('link', { name: /Norway/ }).click();
  expect(await answer.inputValue()).toBe('Yes, in four days.');
  await desk.keyboard.press('Control+s');
  // What says so may still stand there from the first time: a reload must not be quicker than the second.
  await expect.poll(() => storedAnswers(operator)).toEqual(['Yes, in four days.']);
  await desk.getByText('Saved.').first().waitFor();
  await desk.reload();
  await expect.poll(() => answer.inputValue()).toBe('Yes, in four days.');

  await desk.getByRole('button', { name: 'Delete' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await storedTitles(operator)).toEqual(['Do you ship to Norway?']);
  await desk.getByRole('button', { name: 'Delete' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await desk.getByText('Nothing known yet').waitFor();
  expect(await storedTitles(operator)).toEqual([]);
});

it('shows a text as it is read, and nothing in it becomes markup of the page', async ({ operator, desk }) => {
  const hostile = `# Sizes\n\n**S** <img src=x onerror="document.title='harmed'"> [bad](javascript:alert(1))`;
  await addEntry(operator, 'Sizes', hostile);
  await openKnowledge(desk);
  await desk.getByRole('link', { name: /Sizes/ }).click();
  await desk.getByRole('button', { name: 'Preview' }).click();
  const preview = desk.getByRole('group', { name: 'Preview' });
  await preview.getByRole('heading', { name: 'Sizes' }).waitFor();
  expect(await preview.locator('strong').textContent()).toBe('S');
  expect([await preview.locator('img, a').count(), await desk.title()]).toEqual([0, 'Chatly']);
});

it('imports files and pages, and says for each what became of it', async ({ operator, desk }) => {
  await openKnowledge(desk);
  await desk.getByRole('link', { name: 'Import pages or files' }).click();
  await desk.getByRole('textbox', { name: 'Pages' }).fill('http://127.0.0.1/help');
  await desk.getByRole('button', { name: 'Fetch' }).click();
  await desk
    .getByLabel('Files to import')
    .setInputFiles([
      file('faq.csv', 'question,answer\nWhen are you open?,Nine to five.\nWho are you?,\n'),
      file('guide.md', '# Our guide\n\nRead it.'),
      file('page.html', '<title>About</title><main><p>Since 1950.</p></main>'),
      file('notes.txt', 'Some notes.'),
      file('photo.png', 'x'),
    ]);
  await desk.getByRole('heading', { name: '4 imported, 3 not' }).waitFor();
  const item = (name: string) => desk.getByRole('listitem').filter({ hasText: name }).last();
  expect(await item('faq.csv, row 3').textContent()).toContain('The answer is missing.');
  expect(await item('photo.png').textContent()).toContain('Only .md, .txt, .html and .csv');
  expect(await item('127.0.0.1').textContent()).toContain('not on the public internet');
  expect((await storedTitles(operator)).toSorted()).toEqual([
    'About',
    'Our guide',
    'When are you open?',
    'notes',
  ]);
  await item('guide.md').getByRole('link').click();
  expect(await desk.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('# Our guide\n\nRead it.');
});

const file = (name: string, content: string) => ({ name, mimeType: '', buffer: Buffer.from(content) });

it('tries again what did not come through, and doubles nothing', async ({ operator, desk }) => {
  await openKnowledge(desk);
  await desk.getByRole('link', { name: 'Import pages or files' }).click();
  await desk.context().setOffline(true);
  await desk.getByLabel('Files to import').setInputFiles([file('a.txt', 'One'), file('b.txt', 'Two')]);
  await desk.getByRole('heading', { name: '0 imported, 2 not' }).waitFor();
  await desk.context().setOffline(false);
  await desk.getByRole('button', { name: 'Try failed ones again' }).click();
  await desk.getByRole('heading', { name: '2 imported' }).waitFor();
  expect((await storedTitles(operator)).toSorted()).toEqual(['a', 'b']);
});

it('says what is wrong while the network is away, and goes on where it was once it is back', async ({
  operator,
  desk,
}) => {
  await addEntry(operator, 'Returns');
  // All places come by themselves a moment after the first, so that none is missed offline.
  const isHere = () =>
    desk.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('knowledge-place')),
    );
  await expect.poll(isHere).toBe(true);
  await desk.context().setOffline(true);
  await desk.getByRole('link', { name: 'Knowledge' }).click();
  await desk.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await desk.context().setOffline(false);
  await desk.getByRole('button', { name: 'Try again' }).click();
  await desk.getByRole('link', { name: /Returns/ }).click();
  await desk.getByRole('textbox', { name: 'Text' }).fill('Written before the network went.');
  await desk.context().setOffline(true);
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('Not saved, nothing is lost.').waitFor();
  await desk.context().setOffline(false);
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('Saved.').waitFor();
});

it('says so where a part of the dashboard cannot be loaded, and a reload brings it', async ({
  operator,
  desk,
}) => {
  const page = await desk.context().newPage();
  await page.route(/knowledge-place/, (route) => route.abort());
  await page.goto(`${operator.url}/#/knowledge`);
  await page.getByRole('alert').getByText('This part is not here yet').waitFor();
  await page.unroute(/knowledge-place/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByText('Nothing known yet').waitFor();
});

it('tests a question: what would be answered from what, and what would not', async ({ operator, desk }) => {
  await addEntry(operator, 'Returns');
  await openKnowledge(desk);
  await desk.getByRole('link', { name: 'Test', exact: true }).click();
  const question = desk.getByRole('textbox', { name: 'Question' });
  await question.fill('How many days do I have to return something?');
  await question.press('Enter');
  await desk.getByRole('heading', { name: 'The bot answers' }).waitFor();
  await desk.getByRole('list', { name: 'Sources' }).getByRole('link', { name: 'Returns' }).waitFor();
  await question.fill('What is the capital of Peru?');
  await question.press('Enter');
  await desk.getByRole('heading', { name: 'The bot hands over to a person' }).waitFor();
});

it('searches, and reads on as far as one scrolls', async ({ operator, desk }) => {
  await Promise.all(Array.from({ length: 45 }, (_, at) => addEntry(operator, `Article ${at}`)));
  await addEntry(operator, 'Sizes', 'Small, medium and large.');
  await openKnowledge(desk);
  const list = desk.getByRole('list', { name: 'Entries' });
  await list.getByRole('link', { name: /Sizes/ }).waitFor();
  await expect
    .poll(async () => {
      await list.locator('..').evaluate((box) => box.scrollTo(0, box.scrollHeight));
      return Number(await list.getByRole('listitem').last().getAttribute('aria-setsize'));
    })
    .toBe(46);
  await desk.getByRole('searchbox', { name: 'Search knowledge' }).fill('medium');
  const found = desk.getByRole('list', { name: 'Found entries' });
  await found.getByRole('link', { name: /Sizes/ }).waitFor();
  expect(await found.getByRole('listitem').count()).toBe(1);
  await desk.getByRole('searchbox', { name: 'Search knowledge' }).fill('nowhere');
  await desk.getByText('Nothing found').waitFor();
});

it.for(['light', 'dark'] as const)(
  'has nothing for axe to find in %s',
  async (colorScheme, { operator, desk }) => {
    await addEntry(operator, 'Returns');
    await desk.emulateMedia({ colorScheme });
    await openKnowledge(desk);
    expect(await axeProblems(desk)).toEqual([]);
    await desk.getByRole('link', { name: /Returns/ }).click();
    await desk.getByRole('button', { name: 'Preview' }).click();
    expect(await axeProblems(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Delete' }).click();
    await desk.getByRole('dialog').waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    await desk.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await desk.getByRole('link', { name: 'Test', exact: true }).click();
    await desk.getByRole('textbox', { name: 'Question' }).fill('Return in how many days?');
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { name: 'The bot answers' }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Add knowledge' }).click();
    await desk.getByRole('menuitem', { name: 'Import pages or files' }).click();
    await desk.getByLabel('Files to import').setInputFiles([file('a.png', 'x'), file('b.txt', 'Two')]);
    await desk.getByRole('heading', { name: '1 imported, 1 not' }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
  },
);
