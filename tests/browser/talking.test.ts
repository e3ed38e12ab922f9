import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from '../support/browser.ts';
import { it } from './fixtures.ts';
import { storedMessages, widgetOn } from './people.ts';

/** The open widget in the visitor's tab, and in a second one of the same browser. */
async function openTabs(page: Page, { url }: Site) {
  const tabs = [page, await page.context().newPage()] as const;
  await Promise.all(tabs.map((tab) => tab.goto(url)));
  const [one, two] = [widgetOn(tabs[0]), widgetOn(tabs[1])];
  await one.open();
  await two.open();
  return [one, two] as const;
}

it('lets a visitor and an operator talk both ways, with typing, delivered and seen', async ({
  operator,
  desk,
  widget,
}) => {
  await widget.dialog.getByText('Hello! How can we help?').waitFor();
  await widget.write('Where is my parcel?');
  await widget.status.getByText('Delivered').waitFor();
  await widget.dialog.getByText('Online', { exact: true }).waitFor();

  await desk.getByRole('link', { name: /Where is my parcel/ }).click();
  await widget.status.getByText('Seen').waitFor();
  const answer = desk.getByRole('textbox', { name: 'Write an answer' });
  await answer.pressSequentially('It is on its way.');
  await widget.dialog.getByRole('img', { name: 'Acme is writing' }).waitFor();
  await answer.press('Enter');
  await widget.bubble('It is on its way.').waitFor();
  await desk.getByText('✓✓ Seen').waitFor();

  await widget.text.pressSequentially('Thank you');
  await desk.getByText('The visitor is writing…').waitFor();
  await widget.text.press('Enter');
  await desk.locator('.bubble').getByText('Thank you', { exact: true }).waitFor();
  expect(await storedMessages(operator)).toEqual(['Where is my parcel?', 'It is on its way.', 'Thank you']);
});

it('counts what came while the widget was closed, and says delivered, not seen', async ({ desk, widget }) => {
  await widget.write('Hello');
  await widget.text.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  await desk.getByRole('link', { name: /Hello/ }).click();
  for (const text of ['One', 'Two']) {
    await desk.getByRole('textbox', { name: 'Write an answer' }).fill(text);
    await desk.keyboard.press('Enter');
  }
  await widget.root.getByRole('button', { name: 'Acme, 2 unread' }).waitFor();
  await desk.getByText('✓✓ Delivered').waitFor();
  await widget.open();
  await desk.getByText('✓✓ Seen').waitFor();
  await widget.text.press('Escape');
  await widget.launcher.waitFor();
  expect(await widget.root.getByRole('button').allTextContents()).toEqual(['']);
});

it('keeps the conversation over a reload, and shows it as text whatever it holds', async ({
  page,
  widget,
}) => {
  const hostile = `<img src=x onerror="document.title='harmed'">\n<b>bold</b> https://example.com/a_(b). مرحبا 😀`;
  await widget.write(hostile);
  await widget.sent.waitFor();
  await page.reload();
  await widget.open();
  await expect.poll(widget.bubbles).toEqual([hostile]);
  expect(await page.title()).toBe('Shop');
  const link = widget.dialog.getByRole('link', { name: 'https://example.com/a_(b)' });
  expect(await link.getAttribute('href')).toBe('https://example.com/a_(b)');
  expect(await link.getAttribute('rel')).toContain('noopener');
  expect(await link.getAttribute('target')).toBe('_blank');
});

it('keeps two tabs of one browser in step, in one conversation', async ({ operator, shop, page }) => {
  const [one, two] = await openTabs(page, shop);
  await one.write('From the first');
  await two.bubble('From the first').waitFor();
  await two.write('From the second');
  await one.bubble('From the second').waitFor();
  await one.write('And again');
  const talk = ['From the first', 'From the second', 'And again'];
  await expect.poll(two.bubbles).toEqual(talk);
  // Tabs show each other's messages before these are stored.
  await expect.poll(() => storedMessages(operator)).toEqual(talk);
  const { data } = await (await operator.api.conversations.$get({ query: {} })).json();
  expect(data).toHaveLength(1);
});

it('opens one conversation where two tabs write their first message at the same time', async ({
  operator,
  shop,
  page,
}) => {
  const [one, two] = await openTabs(page, shop);
  await Promise.all([one.write('Left'), two.write('Right')]);
  await expect.poll(async () => (await one.bubbles()).toSorted()).toEqual(['Left', 'Right']);
  await expect.poll(async () => (await two.bubbles()).toSorted()).toEqual(['Left', 'Right']);
  await expect
    .poll(async () => {
      const { data } = await (await operator.api.conversations.$get({ query: {} })).json();
      return data.map(({ unreadCount }) => unreadCount);
    })
    .toEqual([2]);
});

it('lets operators resolve and reopen, and keeps them signed in over a reload until they sign out', async ({
  openDesk,
  widget,
}) => {
  await widget.write('A question');
  const desk = await openDesk();
  await desk.getByRole('link', { name: /A question/ }).click();
  await desk.getByRole('button', { name: 'Resolve' }).click();
  await desk.getByRole('button', { name: 'Reopen' }).waitFor();
  await desk.reload();
  await desk.getByRole('button', { name: 'Reopen' }).click();
  await desk.getByRole('button', { name: 'Resolve' }).waitFor();
  expect(await desk.evaluate(() => JSON.stringify([Object.entries(localStorage), document.cookie]))).toBe(
    '[[],""]',
  );
  await desk.getByRole('button', { name: 'Acme' }).click();
  await desk.getByRole('menuitem', { name: 'Sign out' }).click();
  await desk.getByRole('heading', { name: 'Sign in' }).waitFor();
  await desk.reload();
  await desk.getByRole('heading', { name: 'Sign in' }).waitFor();
});
