import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type OperatorFixture, as } from '../support/people.ts';
import { it } from './fixtures.ts';
import { lastConversation, storedMessages } from './people.ts';

async function setStatus(operator: OperatorFixture, status: 'open' | 'resolved'): Promise<void> {
  await as(operator, 'PATCH', `/conversations/${(await lastConversation(operator)).id}`, { status });
}

const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));

it('asks with the first message for what the tenant wants to know, and stores nothing before', async ({
  operator,
  page,
  visit,
}) => {
  await operator.api.widget.$put({ json: { preChat: { fields: ['name', 'email'], required: true } } });
  const widget = await visit();
  await widget.open();
  const name = widget.dialog.getByRole('textbox', { name: 'Name' });
  const email = widget.dialog.getByRole('textbox', { name: 'E-mail' });
  await widget.write('Where is my parcel?');
  await widget.dialog.getByRole('alert').getByText('Please tell us your name.').waitFor();
  expect(await name.evaluate((input) => input === (input.getRootNode() as ShadowRoot).activeElement)).toBe(
    true,
  );
  await name.fill('Ada');
  await email.fill('ada@nowhere');
  await email.press('Enter');
  await widget.dialog.getByRole('alert').getByText('Please enter a valid e-mail address.').waitFor();
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  expect(await axeProblems(page)).toEqual([]);
  expect(await kept(page)).toEqual([]);
  await email.fill('ada@example.com');
  await email.press('Enter');
  await widget.sent.waitFor();
  await name.waitFor({ state: 'hidden' });
  expect((await lastConversation(operator)).visitor).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
  expect(await storedMessages(operator)).toEqual(['Where is my parcel?']);
  await page.reload();
  await widget.open();
  await widget.bubble('Where is my parcel?').waitFor();
  expect(await name.isVisible()).toBe(false);
});

it('keeps the answers of a visitor who was offline with the message that waits', async ({
  operator,
  shop,
  page,
  visit,
}) => {
  await operator.api.widget.$put({ json: { preChat: { fields: ['name'], required: false } } });
  const widget = await visit();
  await widget.open();
  await page.context().setOffline(true);
  await widget.dialog.getByRole('textbox', { name: 'Name (optional)' }).fill('Ada');
  await widget.write('From the tunnel');
  await page.close();
  await page.context().setOffline(false);
  await (await page.context().newPage()).goto(shop.url);
  await expect.poll(() => storedMessages(operator)).toEqual(['From the tunnel']);
  expect((await lastConversation(operator)).visitor.name).toBe('Ada');
});

it('lets what is not required stay empty, and does not ask whom the page has named', async ({
  operator,
  page,
  visit,
}) => {
  await operator.api.widget.$put({ json: { preChat: { fields: ['name', 'email'], required: false } } });
  const widget = await visit();
  await widget.open();
  await widget.write('No name');
  await widget.sent.waitFor();
  expect((await lastConversation(operator)).visitor).toMatchObject({ name: null, email: null });
  await page.evaluate(() => {
    Reflect.get(window, 'Chatly').shutdown({ forget: true });
    Reflect.get(window, 'Chatly').boot();
    Reflect.get(window, 'Chatly').identify({ name: 'Grace' });
  });
  await widget.open();
  await widget.text.waitFor();
  expect(await widget.dialog.getByRole('textbox', { name: 'Name' }).isVisible()).toBe(false);
});

it('asks once, where nobody is there, how the visitor can be reached; says what it kept, and lets that be corrected', async ({
  operator,
  page,
  widget,
}) => {
  const email = widget.dialog.getByRole('textbox', { name: /Leave your e-mail address/ });
  await widget.write('Anybody?');
  await email.waitFor();
  await email.fill('ada@');
  await email.press('Enter');
  await widget.dialog.getByRole('alert').getByText('Please enter a valid e-mail address.').waitFor();
  await email.fill('ada@example.com');
  await email.press('Enter');
  await widget.dialog.getByRole('status').getByText('✓ ada@example.com').waitFor();
  expect((await lastConversation(operator)).visitor.email).toBe('ada@example.com');
  await email.fill('ada@example.org');
  await email.press('Enter');
  await widget.dialog.getByRole('status').getByText('✓ ada@example.org').waitFor();
  expect((await lastConversation(operator)).visitor.email).toBe('ada@example.org');
  expect(await axeProblems(page)).toEqual([]);
  await page.reload();
  await widget.open();
  await widget.dialog.getByText('Nobody is here right now').waitFor();
  expect(await email.isVisible()).toBe(false);
});

it('does not ask again whoever would rather not say', async ({ page, widget }) => {
  const email = widget.dialog.getByRole('textbox', { name: /Leave your e-mail address/ });
  await widget.write('Anybody?');
  await email.waitFor();
  await widget.dialog.getByRole('button', { name: 'No, thanks' }).click();
  await email.waitFor({ state: 'hidden' });
  await page.reload();
  await widget.open();
  await widget.dialog.getByText('Nobody is here right now').waitFor();
  await widget.write('Still nobody?');
  await widget.sent.waitFor();
  expect(await email.isVisible()).toBe(false);
});

it('does not ask for an address while somebody is there', async ({ desk, widget }) => {
  await desk.getByText('No conversations yet').waitFor();
  await widget.write('Hello');
  await widget.dialog.getByText('Online', { exact: true }).waitFor();
  await widget.sent.or(widget.status.getByText('Delivered')).waitFor();
  expect(await widget.dialog.getByRole('textbox', { name: /Leave your e-mail/ }).isVisible()).toBe(false);
});

it('asks once how a resolved conversation was, by keyboard alone; writing again goes on with it', async ({
  operator,
  page,
  widget,
}) => {
  await widget.write('Thanks for everything');
  await widget.sent.waitFor();
  await setStatus(operator, 'resolved');
  const stars = widget.dialog.getByRole('group', { name: 'How was this conversation?' });
  await stars.waitFor();
  expect(await axeProblems(page)).toEqual([]);
  const send = widget.dialog.locator('.card').getByRole('button', { name: 'Send' });
  expect(await send.isVisible()).toBe(false);
  await stars.getByRole('radio', { name: '1 / 5' }).focus();
  for (let step = 1; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  expect(await stars.getByRole('radio', { name: '4 / 5' }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quick help');
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await widget.dialog.getByText('Thank you for your rating.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect((await lastConversation(operator)).rating).toMatchObject({ score: 4, comment: 'Quick help' });
  expect(await stars.isVisible()).toBe(false);
  await widget.write('One more thing');
  await expect.poll(async () => (await lastConversation(operator)).status).toBe('open');
  await setStatus(operator, 'resolved');
  await widget.dialog.getByText('Thank you for your rating.').waitFor();
  expect(await stars.isVisible()).toBe(false);
});

it('says so where a rating could not be sent, and keeps it', async ({ operator, page, widget }) => {
  await widget.write('Thanks');
  await widget.sent.waitFor();
  await setStatus(operator, 'resolved');
  const stars = widget.dialog.getByRole('group', { name: 'How was this conversation?' });
  await stars.getByRole('radio', { name: '5 / 5' }).check();
  await page.route('**/rating', (route) => route.abort());
  const send = widget.dialog.locator('.card').getByRole('button', { name: 'Send' });
  await send.click();
  await widget.dialog.getByRole('alert').getByText('Not sent.').waitFor();
  await page.unroute('**/rating');
  await send.click();
  await widget.dialog.getByText('Thank you for your rating.').waitFor();
  expect((await lastConversation(operator)).rating).toMatchObject({ score: 5, comment: null });
});

it('offers the tenant’s questions to whoever has not written yet, and tells operators where they ask from', async ({
  operator,
  shop,
  visit,
}) => {
  await operator.api.widget.$put({
    json: { suggestedQuestions: ['Do you deliver to Norway?', 'How do returns work?'], theme: 'dark' },
  });
  const widget = await visit();
  await widget.open();
  expect(await widget.dialog.evaluate((panel) => getComputedStyle(panel).colorScheme)).toBe('dark');
  await widget.dialog.getByRole('button', { name: 'How do returns work?' }).click();
  await widget.sent.waitFor();
  expect(await storedMessages(operator)).toEqual(['How do returns work?']);
  expect(await widget.dialog.getByRole('button', { name: 'Do you deliver' }).isVisible()).toBe(false);
  const { visitor: who } = await lastConversation(operator);
  await expect
    .poll(async () => (await as(operator, 'GET', `/visitors/${who.id}`)).json)
    .toMatchObject({
      data: { context: { page: { url: `${shop.url}/`, title: 'Shop' }, language: 'en-US' } },
    });
});
