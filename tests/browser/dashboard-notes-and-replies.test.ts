import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { newConversation, newVisitor } from '../support/people.ts';
import { itWithoutBot } from './fixtures.ts';
import { bubblesOn, lastConversation } from './people.ts';

const it = itWithoutBot
  .extend('vera', async ({ operator }) => {
    const visitor = await newVisitor(operator, { name: 'Vera', email: 'vera@example.com' });
    const question = 'Has my tea pot been sent?';
    await newConversation(visitor, question);
    return { ...visitor, question };
  })
  // Vera's conversation is open on it.
  .extend('desk', async ({ vera, desk }) => {
    await desk.getByRole('link', { name: vera.question }).click();
    await expect.poll(() => bubblesOn(desk)).toEqual([vera.question]);
    return desk;
  });

const notesOn = (page: Page) => page.locator('li.note .note-text').allTextContents();

it('lets operators leave each other notes, live, which no visitor ever gets', async ({
  openDesk,
  desk,
  vera,
}) => {
  const second = await openDesk();
  await second.getByRole('link', { name: /Has my tea pot/ }).click();
  await desk.keyboard.press('n');
  await desk.getByRole('textbox', { name: 'Write a note for your team' }).fill('With the carrier');
  await desk.keyboard.press('Enter');
  for (const page of [desk, second]) await expect.poll(() => notesOn(page)).toEqual(['With the carrier']);
  expect(await axeProblems(desk)).toEqual([]);
  await desk.reload();
  await expect.poll(() => notesOn(desk)).toEqual(['With the carrier']);
  await desk.getByRole('button', { name: 'Delete this note' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  for (const page of [desk, second]) await expect.poll(() => notesOn(page)).toEqual([]);
  const events = await (await vera.api.events.$get({ query: {} })).json();
  expect(JSON.stringify(events)).not.toContain('carrier');
});

it('keeps a note that was written offline, and never sends it as an answer', async ({ desk }) => {
  await desk.context().setOffline(true);
  await desk.getByText('You are offline.').waitFor();
  await desk.getByRole('button', { name: 'Note', exact: true }).click();
  await desk.getByRole('textbox', { name: 'Write a note for your team' }).fill('Offline thought');
  await desk.keyboard.press('Enter');
  await desk.getByText('Waiting to be sent').waitFor();
  await desk.context().setOffline(false);
  await expect.poll(() => notesOn(desk)).toEqual(['Offline thought']);
  expect(await bubblesOn(desk)).toEqual(['Has my tea pot been sent?']);
});

it('puts in canned replies by a slash and a few letters, and manages them', async ({ desk }) => {
  await desk.getByRole('button', { name: 'Canned replies' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Canned replies' });
  await dialog.getByText('No canned replies yet').waitFor();
  for (const [shortcut, content] of [
    ['Thanks', 'Thank you for writing.'],
    ['hours', 'We are here from nine to five.'],
  ] as const) {
    await dialog.getByRole('button', { name: 'New reply' }).click();
    await dialog.getByLabel('Shortcut').fill(shortcut);
    await dialog.getByLabel('Reply').fill(content);
    await dialog.getByRole('button', { name: 'Save' }).click();
  }
  await dialog.getByRole('button', { name: 'New reply' }).click();
  await dialog.getByLabel('Shortcut').fill('hours');
  await dialog.getByLabel('Reply').fill('Again');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await axeProblems(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.keyboard.press('Escape');
  const answer = desk.getByRole('textbox', { name: 'Write an answer' });
  await answer.fill('Hello Vera! ');
  await answer.pressSequentially('/th');
  await desk.getByRole('option', { name: /thanks/ }).waitFor();
  expect(await axeProblems(desk)).toEqual([]);
  await answer.press('Enter');
  expect(await answer.inputValue()).toBe('Hello Vera! Thank you for writing.');
  await answer.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toContain('Hello Vera! Thank you for writing.');
  await answer.pressSequentially('/');
  await desk.getByRole('listbox', { name: 'Canned replies' }).waitFor();
  await answer.press('Escape');
  await desk.getByRole('listbox', { name: 'Canned replies' }).waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Canned replies' }).click();
  await dialog.getByRole('button', { name: 'Delete /thanks' }).click();
  await desk.getByRole('dialog', { name: 'Delete /thanks?' }).getByRole('button', { name: 'Delete' }).click();
  await dialog.getByText('/thanks').waitFor({ state: 'detached' });
});

it('shows who the visitor is and where, live, and what else it wrote', async ({ desk, vera }) => {
  await newConversation(vera, 'About a lamp');
  const about = desk.getByRole('complementary', { name: 'About the visitor' });
  await about.getByRole('link', { name: 'vera@example.com' }).waitFor();
  await vera.api.visitors.me.$patch({
    json: {
      name: 'Vera Berg',
      page: { url: 'https://shop.example/blue', title: 'Blue tea pot', referrer: 'https://search.example/' },
      language: 'de',
      timezone: 'Europe/Berlin',
    },
  });
  await about.getByRole('heading', { name: 'Vera Berg' }).waitFor();
  expect(await about.getByRole('link', { name: 'Blue tea pot' }).getAttribute('href')).toBe(
    'https://shop.example/blue',
  );
  for (const words of ['search.example', 'German', 'Europe/Berlin']) await about.getByText(words).waitFor();
  await desk
    .getByRole('link', { name: /^.*Vera Berg.*tea pot/s })
    .first()
    .waitFor();
  await about.getByRole('link', { name: 'About a lamp' }).click();
  await expect.poll(() => bubblesOn(desk)).toEqual(['About a lamp']);
});

it('shows how a visitor found it', async ({ operator, desk, vera }) => {
  const { id } = await lastConversation(operator);
  await desk.getByRole('button', { name: 'Resolve' }).click();
  await desk.getByRole('button', { name: 'Reopen' }).waitFor();
  await expect
    .poll(async () => {
      const rated = await vera.api.conversations[':id'].rating.$post({
        param: { id },
        json: { score: 4, comment: 'Quick!' },
      });
      return rated.status;
    })
    .toBe(200);
  await desk.getByRole('img', { name: '4 of 5' }).waitFor();
  await desk.getByText('Quick!').waitFor();
});
