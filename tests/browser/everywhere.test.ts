import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type Site, launchBrowser, newPerson, startSite } from '../support/browser.ts';
import { type OperatorFixture, newTenant } from '../support/people.ts';
import { startShop, widgetOn } from './people.ts';

let browser: Browser;
let operator: OperatorFixture;
let shop: Site;
let visitor: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  operator = await newTenant(inject('stackUrl'));
  shop = await startShop(operator);
});
afterEach(async () => {
  await visitor.close();
  await shop.close();
});

async function visit(options: Parameters<typeof newPerson>[1] = {}) {
  visitor = await newPerson(browser, options);
  page = await visitor.newPage();
  await page.goto(shop.url);
  const widget = widgetOn(page);
  await widget.launcher.waitFor();
  return widget;
}

it.each(['light', 'dark'] as const)('has nothing for axe to find in any state, %s', async (colorScheme) => {
  await operator.api.widget.$put({ json: { suggestedQuestions: ['Do you deliver to Norway?'] } });
  const widget = await visit({ colorScheme });
  expect(await axeProblems(page)).toEqual([]);
  await widget.open();
  expect(await axeProblems(page)).toEqual([]);
  await widget.write('Hello');
  await widget.sent.waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await widget.dialog.getByRole('button', { name: 'Conversations' }).click();
  await widget.dialog.getByRole('button', { name: 'New conversation' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await widget.dialog.getByRole('button', { name: 'Conversations' }).click();
  await visitor.setOffline(true);
  await widget.dialog.getByText('You are offline.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

it.each([
  ['a small phone', { width: 320, height: 568 }],
  ['a page at 200 %', { width: 640, height: 360 }],
])('fills %s, and nothing runs over its edge', async (_, viewport) => {
  await operator.api.widget.$put({ json: { preChat: { fields: ['name', 'email'], required: false } } });
  const widget = await visit({ viewport });
  await widget.open();
  await expect.poll(() => widget.dialog.boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
  await widget.write('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung');
  await widget.sent.waitFor();
  const overflow = () =>
    widget.dialog.evaluate(
      (panel) =>
        [panel, ...panel.querySelectorAll('*')].filter(
          ({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1,
        ).length,
    );
  expect(await overflow()).toBe(0);
  expect((await widget.text.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

it('keeps still for whoever asked for less motion', async () => {
  const widget = await visit({ reducedMotion: 'reduce' });
  await widget.open();
  expect(await widget.dialog.evaluate((panel) => getComputedStyle(panel).animationName)).toBe('none');
});

it('works in a frame of another site', async () => {
  const around = await startSite({
    '/': {
      html: `<!doctype html><title>Around</title><iframe src="${shop.url}" width="600" height="600"></iframe>`,
    },
  });
  visitor = await newPerson(browser);
  page = await visitor.newPage();
  await page.goto(around.url);
  const root = page.frameLocator('iframe').locator('chatly-widget');
  await root.getByRole('button', { name: 'Acme' }).click();
  const text = root.getByRole('textbox', { name: 'Write a message' });
  await text.fill('From a frame');
  await text.press('Enter');
  await root.locator('.status').getByText('✓ Sent', { exact: true }).waitFor();
  await around.close();
});

it('has a way to try a lost connection at once, and takes it', async () => {
  const widget = await visit();
  await widget.open();
  let isCut = false;
  await visitor.routeWebSocket(/parties/, (socket) => {
    if (isCut) socket.close({ code: 1011 });
    else socket.connectToServer();
  });
  await page.route('**/api/**', (route) => (isCut ? route.abort() : route.fallback()));
  await widget.write('Before');
  await widget.sent.waitFor();
  isCut = true;
  await widget.write('Meanwhile');
  await widget.dialog.getByText('The connection is lost.').waitFor();
  isCut = false;
  await widget.dialog.getByRole('button', { name: 'Try again' }).click();
  await widget.sent.waitFor();
  await widget.dialog.getByText('The connection is lost.').waitFor({ state: 'hidden' });
  expect(await widget.bubbles()).toEqual(['Before', 'Meanwhile']);
});

it('makes a sound only for who has switched it on', async () => {
  const widget = await visit();
  await page.evaluate(() => {
    const sounds: number[] = [];
    Reflect.set(window, 'sounds', sounds);
    const start = AudioScheduledSourceNode.prototype.start;
    AudioScheduledSourceNode.prototype.start = function (when) {
      sounds.push(1);
      start.call(this, when);
    };
  });
  const heard = () => page.evaluate(() => Reflect.get(window, 'sounds').length);
  await widget.open();
  await widget.write('Hello');
  await widget.sent.waitFor();
  const { data } = await (await operator.api.conversations.$get({ query: {} })).json();
  const answer = (content: string) =>
    operator.api.conversations[':id'].messages.$post({ param: { id: data[0]?.id ?? '' }, json: { content } });
  await page.keyboard.press('Escape');
  await answer('Silent');
  await widget.root.getByRole('button', { name: 'Acme, 1 unread' }).waitFor();
  expect(await heard()).toBe(0);
  await widget.open();
  await widget.dialog.getByRole('button', { name: 'Conversations' }).click();
  await widget.dialog.getByRole('button', { name: 'Sound for new messages' }).click();
  expect(await heard()).toBe(1);
  await page.keyboard.press('Escape');
  await answer('Heard');
  await widget.root.getByRole('button', { name: 'Acme, 1 unread' }).waitFor();
  expect(await heard()).toBe(2);
});
