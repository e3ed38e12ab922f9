import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type OperatorFixture, as, newConversation, newVisitor, signIn } from '../support/people.ts';
import { it as base } from './fixtures.ts';
import { sidewaysOn } from './people.ts';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** One operator is signed in with two browsers, and looks with the later one where that is. */
const it = base
  .extend('desks', async ({ openDesk, operator }) => {
    const other = await openDesk(operator, { userAgent: firefox });
    const desk = await openDesk(operator, { userAgent: chrome });
    await desk.getByRole('link', { name: 'Settings' }).click();
    await session(desk, 'Firefox on Linux').waitFor();
    return { other, desk };
  })
  .extend('other', ({ desks }) => desks.other)
  .extend('desk', ({ desks }) => desks.desk);

const session = (desk: Page, name: string) => desk.locator('.sessions li').filter({ hasText: name });
const dialog = (desk: Page) => desk.getByRole('dialog');
const ended = (page: Page) => page.getByText('Your session has ended.').waitFor();
const isAlive = async (who: OperatorFixture) => (await as(who, 'GET', '/settings')).status === 200;

it('says where one is signed in, and ends a session there at once', async ({ desk, other }) => {
  await session(desk, 'Chrome on Linux').getByText('This one').waitFor();
  await session(desk, 'Firefox on Linux').getByText('last seen today at').waitFor();
  expect(await session(desk, 'Chrome on Linux').getByRole('button').count()).toBe(0);
  await desk.getByRole('button', { name: 'Sign out: Firefox on Linux' }).click();
  await ended(other);
  await session(desk, 'Firefox on Linux').waitFor({ state: 'detached' });
  await desk.getByText('Signed out: Firefox on Linux.').waitFor();
});

it('signs out everywhere else, and stays here', async ({ operator, desk, other }) => {
  const third = await signIn(operator);
  await desk.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await dialog(desk).getByRole('button', { name: 'Sign out' }).click();
  await ended(other);
  await desk.getByText('Signed out everywhere else.', { exact: true }).waitFor();
  await expect.poll(() => desk.locator('.sessions li').count()).toBe(1);
  expect(await desk.getByRole('button', { name: 'Sign out everywhere else' }).count()).toBe(0);
  expect([await isAlive(operator), await isAlive(third)]).toEqual([false, false]);
});

it('signs out everywhere, here too, and forgets what was written', async ({ operator, desk, other }) => {
  await newConversation(await newVisitor(operator, { name: 'Vera' }), 'Hello');
  await desk.getByRole('link', { name: 'Inbox' }).click();
  await desk.getByRole('link', { name: /Vera/ }).click();
  await desk.getByRole('textbox', { name: 'Write an answer' }).fill('Half an answ');
  await desk.evaluate(() => localStorage.setItem('kept', 'by others'));
  expect(await desk.evaluate(() => localStorage.length)).toBe(2);
  await desk.getByRole('link', { name: 'Settings' }).click();
  await desk.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await dialog(desk).getByText('here too').waitFor();
  await dialog(desk).getByRole('button', { name: 'Sign out' }).click();
  await desk.getByText('You are signed out everywhere.').waitFor();
  await ended(other);
  expect(await isAlive(operator)).toBe(false);
  expect(await desk.evaluate(() => Object.keys(localStorage))).toEqual(['kept']);
});

it('says what went wrong, and that nothing was ended', async ({ desk }) => {
  await desk.route('**/api/settings/sessions/*', (route) => route.abort());
  await desk.getByRole('button', { name: 'Sign out: Firefox on Linux' }).click();
  await desk.getByText('No session was ended. The server cannot be reached.').waitFor();
  await session(desk, 'Firefox on Linux').waitFor();
  await desk.unroute('**/api/settings/sessions/*');
});

it.for(['light', 'dark'] as const)(
  'has nothing for axe to find in %s, on a phone too',
  async (colorScheme, { desk }) => {
    await desk.emulateMedia({ colorScheme });
    for (const width of [1_280, 360]) {
      await desk.setViewportSize({ width, height: 800 });
      expect(await axeProblems(desk)).toEqual([]);
      expect(await sidewaysOn(desk)).toBe(0);
    }
  },
);
