import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type Site, launchBrowser, newPerson, startSite } from '../support/browser.ts';
import { newTenant } from '../support/people.ts';
import { openDashboard, widgetOn } from './people.ts';

let browser: Browser;
let agent: BrowserContext;
let desk: Page;
const shops: Site[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  agent = await newPerson(browser);
  desk = await agent.newPage();
});
afterEach(async () => {
  await agent.close();
  await Promise.all(shops.splice(0).map((shop) => shop.close()));
});

/** Registers a company as its first operator does. */
async function register(company: string): Promise<void> {
  await desk.goto(inject('stackUrl'));
  await desk.getByRole('button', { name: 'Register a company' }).click();
  await desk.getByLabel('Company').fill(company);
  await desk.getByLabel('Your name').fill('Anna');
  await desk.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.com`);
  await desk.getByLabel('Password').fill('correct horse battery');
  await desk.getByRole('button', { name: 'Register' }).click();
}

async function openTestPage(link: string, title: string) {
  const [page] = await Promise.all([
    agent.waitForEvent('page'),
    desk.getByRole('link', { name: link }).click(),
  ]);
  const widget = widgetOn(page, title);
  await widget.open();
  return widget;
}

it('takes a new company to its first message, answered by the bot from sample knowledge', async () => {
  await register('Blue Door');
  await desk.getByRole('heading', { name: 'Get started' }).waitFor();
  await desk.getByRole('button', { name: 'Use a sample' }).click();
  await desk.getByRole('switch', { name: 'The bot answers first' }).check();
  await desk.getByRole('button', { name: 'Go on' }).click();

  await desk.getByRole('textbox', { name: 'Title' }).fill('Blue & Door');
  await desk.frameLocator('iframe').locator('chatly-widget').getByText('Blue & Door').waitFor();
  await desk.getByRole('button', { name: 'Save and go on' }).click();

  const line = await desk.getByText(/<script async src=/).textContent();
  await desk.getByText('Waiting for a page of yours to load it').waitFor();
  const shop = await startSite({ '/': { html: `<!doctype html><title>Shop</title>${line ?? ''}` } });
  shops.push(shop);
  const visitorsPage = await agent.newPage();
  await visitorsPage.goto(shop.url);
  await desk.getByText(`${shop.url} has loaded it.`).waitFor();
  await desk.getByRole('button', { name: 'Go on' }).click();

  const widget = await openTestPage('Open the test page', 'Blue & Door');
  await widget.write('Can I return something within thirty days?');
  await widget.root.locator('.bubble').getByText('thirty days after it has arrived').waitFor();
  await desk.getByRole('heading', { name: 'Your first message is answered' }).waitFor();
  await desk.getByRole('link', { name: 'Go to the inbox' }).click();
  await desk.getByRole('link', { name: /thirty days/ }).waitFor();
});

it('takes a new company to its first message, answered by a person', async () => {
  await register('Green Door');
  await desk.getByRole('button', { name: 'Skip this' }).click();
  await desk.getByRole('button', { name: 'Keep it and go on' }).click();
  await desk.getByRole('button', { name: 'Do it later' }).click();
  const widget = await openTestPage('Open the test page', 'Green Door');
  await widget.write('First!');
  await desk.getByText('A visitor wrote: First!').waitFor();
  await desk.getByRole('link', { name: 'Answer it' }).click();
  await desk.getByRole('textbox', { name: 'Write an answer' }).fill('Welcome.');
  await desk.keyboard.press('Enter');
  await widget.bubble('Welcome.').waitFor();
  await desk.goto(`${inject('stackUrl')}/#/start`);
  await desk.getByRole('heading', { name: 'Your first message is answered' }).waitFor();
});

it('refuses an e-mail that is taken, and keeps what was filled in', async () => {
  const { email } = await newTenant(inject('stackUrl'));
  await desk.goto(inject('stackUrl'));
  await desk.getByRole('button', { name: 'Register a company' }).click();
  await desk.getByLabel('Company').fill('Blue Door');
  await desk.getByLabel('Your name').fill('Anna');
  await desk.getByLabel('E-mail').fill(email);
  await desk.getByLabel('Password').fill('correct horse battery');
  await desk.getByRole('button', { name: 'Register' }).click();
  await desk
    .getByRole('alert')
    .getByText(/e-mail/i)
    .waitFor();
  expect(await desk.getByLabel('Company').inputValue()).toBe('Blue Door');
});

it.each([
  ['light', 1440],
  ['dark', 360],
] as const)(
  'has nothing for axe to find in %s at %i pixels, and runs over no edge',
  async (colorScheme, width) => {
    const operator = await newTenant(inject('stackUrl'));
    desk = await openDashboard(agent, operator);
    await desk.emulateMedia({ colorScheme });
    await desk.setViewportSize({ width, height: 800 });
    await desk.goto(`${operator.url}/#/start`);
    const overflow = () => desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await desk.getByRole('button', { name: 'Use a sample' }).click();
    await desk.getByRole('switch').waitFor();
    expect([await axeProblems(desk), await overflow()]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Go on' }).click();
    await desk.getByRole('textbox', { name: 'Title' }).waitFor();
    expect([await axeProblems(desk), await overflow()]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Keep it and go on' }).click();
    await desk.getByText(/<script async src=/).waitFor();
    expect([await axeProblems(desk), await overflow()]).toEqual([[], 0]);
    await desk.getByRole('button', { name: 'Do it later' }).click();
    await desk.getByText('Waiting for your first message').waitFor();
    expect([await axeProblems(desk), await overflow()]).toEqual([[], 0]);
  },
);
