import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { type Site, launchBrowser, newPerson } from '../support/browser.ts';
import { type OperatorFixture, newTenant } from '../support/people.ts';
import { type ShopOptions, startShop, storedMessages, widgetOn } from './people.ts';

let browser: Browser;
let operator: OperatorFixture;
let visitor: BrowserContext;
let page: Page;
const shops: Site[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  operator = await newTenant(inject('stackUrl'));
  visitor = await newPerson(browser);
  page = await visitor.newPage();
});
afterEach(async () => {
  await visitor.close();
  await Promise.all(shops.splice(0).map((shop) => shop.close()));
});

async function visit(options: ShopOptions = {}) {
  const shop = await startShop(operator, options);
  shops.push(shop);
  await page.goto(shop.url);
  return widgetOn(page);
}

/** One call of the page’s own code. */
const chatly = (name: string, ...args: unknown[]) =>
  page.evaluate(([called, given]) => void Reflect.get(window, 'Chatly')[called](...given), [
    name,
    args,
  ] as const);
const kept = () => page.evaluate(() => Object.keys(localStorage));
const visitors = async () => {
  const { data } = await (await operator.api.conversations.$get({ query: {} })).json();
  return data.map(({ visitor: { name } }) => name);
};

const early = `<script>
  window.heard = [];
  (window.Chatly ||= []).push(['on', 'open', () => heard.push('open')], ['identify', { name: 'Ada' }]);
  Chatly.push(['open']);
</script>`;

it('takes up what the page called before the script had come, and the same calls afterwards', async () => {
  const widget = await visit({ body: early });
  await widget.dialog.waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['open']);
  await widget.write('Known from the start');
  await widget.sent.waitFor();
  expect(await visitors()).toEqual(['Ada']);
  await chatly('push', ['close']);
  await widget.dialog.waitFor({ state: 'hidden' });
});

it('may be booted twice, taken off while it is still coming, and put on again', async () => {
  const widget = await visit({ body: early, times: 2 });
  await widget.dialog.waitFor();
  await chatly('boot');
  expect(await widget.root.count()).toBe(1);
  await page.evaluate(() => {
    for (let time = 0; time < 3; time += 1) {
      Reflect.get(window, 'Chatly').shutdown();
      Reflect.get(window, 'Chatly').boot();
    }
    Reflect.get(window, 'Chatly').shutdown();
  });
  await page.waitForLoadState('networkidle');
  expect(await widget.root.count()).toBe(0);
  await chatly('boot');
  await widget.launcher.waitFor();
  expect(await widget.root.count()).toBe(1);
});

it('leaves nothing of the one visitor to the next, not even of what was still under way', async () => {
  const widget = await visit();
  await widget.launcher.waitFor();
  await chatly('identify', { name: 'Ada' });
  await widget.open();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = page.waitForRequest('**/sessions');
  await page.route('**/sessions', async (route) => {
    await held;
    await route.continue();
  });
  await widget.write('Of the first');
  await begun;
  await chatly('shutdown', { forget: true });
  const answered = page.waitForResponse('**/sessions');
  release();
  await answered;
  await page.waitForLoadState('networkidle');
  expect(await kept()).toEqual([]);
  await page.unroute('**/sessions');
  await chatly('boot');
  await widget.open();
  expect(await widget.bubbles()).toEqual([]);
  await widget.write('Of the second');
  await widget.sent.waitFor();
  expect(await visitors()).toContain(null);
  expect(await storedMessages(operator)).toContain('Of the second');
});

it('puts the page’s title back as it was, with whatever the page writes there itself', async () => {
  const widget = await visit();
  await widget.open();
  await widget.write('Hello');
  await widget.sent.waitFor();
  await widget.text.press('Escape');
  const { data } = await (await operator.api.conversations.$get({ query: {} })).json();
  const id = data[0]?.id ?? '';
  const answer = (content: string) =>
    operator.api.conversations[':id'].messages.$post({ param: { id }, json: { content } });
  await answer('One');
  await expect.poll(() => page.title()).toBe('(1) Shop');
  // The page goes elsewhere, and has a number of its own in its title.
  await page.evaluate(() => void (document.title = '(7) Orders'));
  await answer('Two');
  await expect.poll(() => page.title()).toBe('(2) (7) Orders');
  await widget.root.getByRole('button', { name: 'Acme, 2 unread' }).waitFor();
  await chatly('shutdown');
  expect(await page.title()).toBe('(7) Orders');
});
