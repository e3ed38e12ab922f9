import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OperatorFixture, newConversation, newVisitor } from '../support/people.ts';
import { itWithoutBot as it } from './fixtures.ts';

/** Eight pages of fifty are held at once; this is three more. */
const count = 550;
const held = 400;
const atOnce = 10;

const newest = 'The newest of many.';

async function writeMany(operator: OperatorFixture): Promise<void> {
  const visitors = await Promise.all(
    Array.from({ length: atOnce }, (_, n) => newVisitor(operator, { name: `Visitor ${n}` })),
  );
  for (let n = 0; n < count; n += atOnce) {
    await Promise.all(visitors.map((visitor, at) => newConversation(visitor, `Number ${n + at}.`)));
  }
  // Of those that came in one millisecond any may be the newest: this one came by itself.
  await newConversation(await newVisitor(operator, { name: 'Last' }), newest);
}

const rowWords = (desk: Page) => desk.locator('.conversation-row .row-words').allTextContents();

/** What is drawn, once it is drawn for good: twice the same. */
async function settledWords(desk: Page): Promise<string[]> {
  let words: string[] = [];
  await expect
    .poll(async () => {
      const before = words;
      words = await rowWords(desk);
      return words.length > 0 && isDeepStrictEqual(before, words);
    })
    .toBe(true);
  return words;
}

const list = (desk: Page) => desk.locator('.virtual');
const rowsHeld = (desk: Page) =>
  list(desk).evaluate((box) => Math.round((box.querySelector('ul')?.offsetHeight ?? 0) / 88));

async function scrollUntil(desk: Page, text: string, to: 'start' | 'end'): Promise<void> {
  await expect
    .poll(
      async () => {
        await list(desk).evaluate((box, end) => box.scrollTo(0, end === 'end' ? box.scrollHeight : 0), to);
        const drawn = await desk.locator('.conversation-row').count();
        expect(drawn).toBeLessThan(40);
        return (await rowWords(desk)).includes(text);
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

it('goes to the end of a long list and back, holding a part of it, and is live at the top again', async ({
  operator,
  openDesk,
}) => {
  await writeMany(operator);
  const desk = await openDesk();
  await desk.locator('.row-words').getByText(newest, { exact: true }).waitFor();
  await scrollUntil(desk, 'Number 0.', 'end');
  expect(await rowsHeld(desk)).toBeLessThanOrEqual(held);
  await desk.locator('.row-words').getByText('Number 0.', { exact: true }).click();
  await desk.locator('.bubble').getByText('Number 0.', { exact: true }).waitFor();

  // What comes in far above moves nothing that is being read.
  const before = await settledWords(desk);
  await newConversation(await newVisitor(operator, { name: 'Vera' }), 'Just now.');
  await expect.poll(() => desk.title()).toMatch(/\d/);
  expect(await settledWords(desk)).toEqual(before);

  await scrollUntil(desk, 'Just now.', 'start');
  expect(await rowsHeld(desk)).toBeLessThanOrEqual(held);
  await newConversation(await newVisitor(operator, { name: 'Oskar' }), 'And now.');
  await desk.locator('.row-words').getByText('And now.', { exact: true }).waitFor();
  const shown = await settledWords(desk);
  expect(shown.slice(0, 3)).toEqual(['And now.', 'Just now.', newest]);
}, 180_000);

it('goes on with j from where a resolved conversation was', async ({ operator, openDesk }) => {
  for (const name of ['Vera', 'Oskar', 'Mei', 'Bo']) {
    await newConversation(await newVisitor(operator, { name }), `Hello from ${name}`);
  }
  const desk = await openDesk();
  const heading = () => desk.locator('.thread-who h2').textContent();
  await desk.getByRole('link', { name: /Mei/ }).click();
  await desk.getByRole('button', { name: 'Resolve' }).waitFor();
  await desk.locator('.messages .bubble').waitFor();
  await desk.keyboard.press('e');
  await desk.getByRole('link', { name: /Mei/ }).waitFor({ state: 'detached' });
  await desk.keyboard.press('j');
  await expect.poll(heading).toBe('Oskar');
  await desk.keyboard.press('k');
  await expect.poll(heading).toBe('Bo');
});
