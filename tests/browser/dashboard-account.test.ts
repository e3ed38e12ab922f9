import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { signIn } from '../support/people.ts';
import { it as base } from './fixtures.ts';

const it = base.extend('desk', async ({ desk }) => {
  await desk.getByRole('link', { name: 'Settings' }).click();
  await desk.getByRole('heading', { name: 'Profile' }).waitFor();
  return desk;
});

const saveProfile = (desk: Page) => desk.getByRole('button', { name: 'Save', exact: true }).click();

it('changes the name at once, the e-mail with the password only', async ({ operator, desk }) => {
  await desk.getByRole('textbox', { name: 'Your name' }).fill('Ada Løvås');
  await saveProfile(desk);
  await desk.getByRole('button', { name: 'Ada Løvås, Acme' }).waitFor();
  const email = `new-${operator.email}`;
  await desk.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await desk.getByLabel('Your password').fill('not my password');
  await saveProfile(desk);
  await desk.getByText('The current password is not right.').waitFor();
  await desk.getByLabel('Your password').fill(operator.password);
  await saveProfile(desk);
  const stored = async () => (await (await operator.api.settings.$get()).json()).data;
  await expect.poll(stored).toMatchObject({ name: 'Ada Løvås', email });
});

it('changes the password, and signs out everywhere else but here', async ({ operator, openDesk, desk }) => {
  const other = await openDesk();
  await desk.getByLabel('Current password').fill(operator.password);
  await desk.getByLabel('New password').fill('a new pass phrase');
  await desk.getByRole('button', { name: 'Change the password' }).click();
  await desk.getByText('Your password is changed.').waitFor();
  await other.getByText('Your session has ended.').waitFor();
  await desk.getByRole('link', { name: 'Inbox' }).click();
  await desk.getByText('No conversations yet').waitFor();
  await signIn(operator, 'a new pass phrase');
});

it('looks as it was told, over a reload too', async ({ desk }) => {
  const ground = () => desk.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await desk.getByRole('radio', { name: 'Dark' }).check();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await desk.reload();
  await desk.getByRole('heading', { name: 'Profile' }).waitFor();
  expect(await ground()).toBe(dark);
  await desk.getByRole('radio', { name: 'As the system' }).check();
  expect(await ground()).toBe(light);
});

it.for(['light', 'dark'] as const)('has nothing for axe to find in %s', async (colorScheme, { desk }) => {
  await desk.emulateMedia({ colorScheme });
  await desk.getByRole('textbox', { name: 'E-mail' }).fill('other@example.com');
  await desk.getByLabel('Your password').waitFor();
  expect(await axeProblems(desk)).toEqual([]);
});
