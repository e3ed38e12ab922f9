import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { it } from './fixtures.ts';
import { sidewaysOn, widgetOn } from './people.ts';

/** Registers a company as its first operator does. */
async function register(page: Page, url: string, company: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Register a company' }).click();
  await page.getByLabel('Company').fill(company);
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.com`);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Register' }).click();
}

async function openTestPage(desk: Page, title: string) {
  const [page] = await Promise.all([
    desk.context().waitForEvent('page'),
    desk.getByRole('link', { name: 'Open the test page' }).click(),
  ]);
  const widget = widgetOn(page, title);
  await widget.open();
  return widget;
}

it('takes a new company to its first message, answered by the bot from sample knowledge', async ({
  newSite,
  page,
  stackUrl,
}) => {
  await register(page, stackUrl, 'Blue Door');
  await page.getByRole('heading', { name: 'Get started' }).waitFor();
  await page.getByRole('button', { name: 'Use a sample' }).click();
  await page.getByRole('switch', { name: 'The bot answers first' }).check();
  await page.getByRole('button', { name: 'Go on' }).click();

  await page.getByRole('textbox', { name: 'Title' }).fill('Blue & Door');
  await page.frameLocator('iframe').locator('chatly-widget').getByText('Blue & Door').waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();

  const line = await page.getByText(/<script async src=/).textContent();
  await page.getByText('Waiting for a page of yours to load it').waitFor();
  const shop = await newSite({ '/': { html: `<!doctype html><title>Shop</title>${line ?? ''}` } });
  const visitorsPage = await page.context().newPage();
  await visitorsPage.goto(shop.url);
  await page.getByText(`${shop.url} has loaded it.`).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();

  const widget = await openTestPage(page, 'Blue & Door');
  await widget.write('Can I return something within thirty days?');
  await widget.root.locator('.bubble').getByText('thirty days after it has arrived').waitFor();
  await page.getByRole('heading', { name: 'Your first message is answered' }).waitFor();
  await page.getByRole('link', { name: 'Go to the inbox' }).click();
  await page.getByRole('link', { name: /thirty days/ }).waitFor();
});

it('takes a new company to its first message, answered by a person', async ({ page, stackUrl }) => {
  await register(page, stackUrl, 'Green Door');
  await page.getByRole('button', { name: 'Skip this' }).click();
  await page.getByRole('button', { name: 'Keep it and go on' }).click();
  await page.getByRole('button', { name: 'Do it later' }).click();
  const widget = await openTestPage(page, 'Green Door');
  await widget.write('First!');
  await page.getByText('A visitor wrote: First!').waitFor();
  await page.getByRole('link', { name: 'Answer it' }).click();
  await page.getByRole('textbox', { name: 'Write an answer' }).fill('Welcome.');
  await page.keyboard.press('Enter');
  await widget.bubble('Welcome.').waitFor();
  await page.goto(`${stackUrl}/#/start`);
  await page.getByRole('heading', { name: 'Your first message is answered' }).waitFor();
});

it('refuses an e-mail that is taken, and keeps what was filled in', async ({ operator, page }) => {
  await page.goto(operator.url);
  await page.getByRole('button', { name: 'Register a company' }).click();
  await page.getByLabel('Company').fill('Blue Door');
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('E-mail').fill(operator.email);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Register' }).click();
  await page
    .getByRole('alert')
    .getByText(/e-mail/i)
    .waitFor();
  expect(await page.getByLabel('Company').inputValue()).toBe('Blue Door');
});

it.for([
  ['light', 1440],
  ['dark', 360],
] as const)(
  'has nothing for axe to find in %s at %i pixels, and runs over no edge',
  async ([colorScheme, width], { operator, desk }) => {
    await desk.emulateMedia({ colorScheme });
    await desk.setViewportSize({ width, height: 800 });
    await desk.goto(`${operator.url}/#/start`);
    await desk.getByRole('button', { name: 'Use a sample' }).click();
    await desk.getByRole('switch').waitFor();
    expect([await axeProblems(desk), await sidewaysOn(desk)]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Go on' }).click();
    await desk.getByRole('textbox', { name: 'Title' }).waitFor();
    expect([await axeProblems(desk), await sidewaysOn(desk)]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Keep it and go on' }).click();
    await desk.getByText(/<script async src=/).waitFor();
    expect([await axeProblems(desk), await sidewaysOn(desk)]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Do it later' }).click();
    await desk.getByText('Waiting for your first message').waitFor();
    expect([await axeProblems(desk), await sidewaysOn(desk)]).toEqual([[], 0]);
  },
);
