import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { setBot } from '../support/bot.ts';
import { it } from './fixtures.ts';
import { widgetOn } from './people.ts';

async function kept(page: Page): Promise<unknown> {
  const here = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { ...here, cookies: await page.context().cookies() };
}

it('keeps nothing and asks for nothing it does not need before the visitor writes', async ({
  operator,
  page,
  visit,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const widget = await visit();
  await widget.launcher.waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.toSorted()).toEqual(
    ['GET /', 'GET /widget.js', `GET /api/widget/public/${operator.tenantId}`].toSorted(),
  );
  await widget.open();
  await widget.text.fill('Not sent');
  await widget.text.press('Escape');
  await page.waitForLoadState('networkidle');
  expect(asked.slice(3)).toEqual(['GET /widget/app.en.js']);
  const nothing = { local: [], session: [], databases: [], caches: [], workers: 0, cookies: [] };
  expect(await kept(page)).toEqual(nothing);
  await widget.open();
  await widget.write('Sent');
  await widget.sent.waitFor();
  expect(await kept(page)).toEqual({ ...nothing, local: [`chatly:${operator.tenantId}`] });
});

it('stands twice on a page without harm, and takes one global name', async ({ newShop, page, visit }) => {
  await visit();
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(window));
  await widgetOn(page).launcher.waitFor();
  const withWidget = await names();
  await page.route('**/widget.js', (route) => route.abort());
  await visit();
  const without = new Set(await names());
  expect(withWidget.filter((name) => !without.has(name))).toEqual(['Chatly']);
  await page.unroute('**/widget.js');
  await visit(await newShop({ times: 2 }));
  await widgetOn(page).launcher.waitFor();
  await page.waitForLoadState('networkidle');
  expect(await widgetOn(page).root.count()).toBe(1);
});

it('works under a strict Content-Security-Policy, with its looks', async ({
  operator,
  newShop,
  page,
  visit,
}) => {
  const origin = operator.url;
  const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin} ${origin.replace('http', 'ws')}; img-src data:`;
  const refused: string[] = [];
  await page.exposeFunction('refused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, 'refused')(`${violatedDirective} ${blockedURI}`);
    });
  });
  const widget = await visit(await newShop({ headers: { 'content-security-policy': policy } }));
  await widget.open();
  await widget.write('Under a policy');
  await widget.sent.waitFor();
  expect(await widget.dialog.evaluate((panel) => getComputedStyle(panel).position)).toBe('fixed');
  expect(await widget.dialog.evaluate((panel) => getComputedStyle(panel).width)).toBe('380px');
  expect(refused).toEqual([]);
});

it('is not spoiled by the styles of the page, nor does it spoil the page', async ({ newShop, visit }) => {
  const hostile = `<style>body, body *, chatly-widget { display: block !important; font-size: 40px !important; color: red !important; opacity: 0.1 !important;
    transform: rotate(3deg) !important; width: 10px !important } chatly-widget { display: none !important }
    * { all: unset !important; display: none !important; font-size: 40px !important }
    html, body { display: block !important } html { font-size: 40px }
    .cover { display: block !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important }</style>
    <div class="cover"></div>`;
  const widget = await visit(await newShop({ body: hostile }));
  await widget.launcher.waitFor();
  const look = () =>
    widget.root.evaluate((host) => {
      const { display, opacity, transform } = getComputedStyle(host);
      return { display, opacity, transform };
    });
  expect(await look()).toEqual({ display: 'block', opacity: '1', transform: 'none' });
  await widget.open();
  expect(await widget.text.evaluate((text) => getComputedStyle(text).fontSize)).toBe('15px');
});

it('moves nothing on the page', async ({ newShop, page, visit }) => {
  await page.addInitScript(() => {
    Reflect.set(window, 'shifts', []);
    new PerformanceObserver((list) => Reflect.get(window, 'shifts').push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  await visit(await newShop({ body: '<p>Some text.</p>'.repeat(80) }));
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await widgetOn(page).open();
  expect(await page.evaluate(() => Reflect.get(window, 'shifts').length)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
});

it('can be used with the keyboard alone: the focus goes in, and comes back', async ({ page, visit }) => {
  const widget = await visit();
  await widget.launcher.waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Acme');
  await page.keyboard.press('Enter');
  await widget.dialog.waitFor();
  await expect.poll(focused).toBe('Write a message…');
  await page.keyboard.type('Typed');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('in two lines');
  await page.keyboard.press('Enter');
  await expect.poll(widget.bubbles).toEqual(['Typed\nin two lines']);
  await page.keyboard.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  await expect.poll(focused).toBe('Acme');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Write a message…');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Send');
});

it('fills a phone, with targets for thumbs, and nothing runs over its edge', async ({ newPerson, shop }) => {
  const phone = await newPerson({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  await page.goto(shop.url);
  const widget = widgetOn(page);
  await widget.root.getByRole('button', { name: 'Acme' }).tap();
  await widget.dialog.waitFor();
  await expect.poll(() => widget.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  await widget.write(
    `${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4)} https://example.com/${'x'.repeat(200)}`,
  );
  await widget.sent.waitFor();
  for (const button of await widget.dialog.getByRole('button').all()) {
    const box = await button.boundingBox();
    if (box) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  const body = widget.dialog.getByRole('group');
  expect(await body.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  await widget.dialog.getByRole('button', { name: 'Close' }).tap();
  await widget.dialog.waitFor({ state: 'hidden' });
});

it('speaks the language of the page, from right to left where that is so, and so does the bot', async ({
  operator,
  newShop,
  page,
  visit,
}) => {
  await setBot(operator, {});
  await visit(await newShop({ lang: 'ar' }));
  await page.locator('chatly-widget').getByRole('button', { name: 'Acme' }).click();
  const dialog = page.locator('chatly-widget').getByRole('dialog', { name: 'Acme' });
  const text = dialog.getByRole('textbox', { name: 'اكتب رسالة…' });
  await text.waitFor();
  expect(await dialog.evaluate((panel) => getComputedStyle(panel).direction)).toBe('rtl');
  await text.fill('مرحبا');
  await text.press('Enter');
  await dialog.getByRole('button', { name: 'التحدث مع شخص' }).click();
  await dialog.locator('.messages > .day').getByText('طلبت التحدث مع شخص.').waitFor();
});

it.for(['#ffff00', '#2563eb', '#888888'])(
  'can be read in the tenant’s colour %s',
  async (color, { operator, visit }) => {
    await operator.api.widget.$put({ json: { color, position: 'left' } });
    const widget = await visit();
    await widget.open();
    await widget.write('Readable');
    await widget.sent.waitFor();
    const [text, ground] = await widget
      .bubble('Readable')
      .evaluate((bubble) => [getComputedStyle(bubble).color, getComputedStyle(bubble).backgroundColor]);
    expect(contrastOf(text ?? '', ground ?? '')).toBeGreaterThanOrEqual(4.5);
    expect((await widget.dialog.boundingBox())?.x).toBe(20);
  },
);

function contrastOf(one: string, other: string): number {
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const level = Number(part) / 255;
      return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it('obeys the page: Chatly.open, close, on, shutdown, boot', async ({ page, visit }) => {
  const widget = await visit();
  await widget.launcher.waitFor();
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    for (const name of ['open', 'close']) Reflect.get(window, 'Chatly').on(name, () => heard.push(name));
    Reflect.get(window, 'Chatly').open();
  });
  await widget.dialog.waitFor();
  await page.evaluate(() => Reflect.get(window, 'Chatly').close());
  await widget.dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['open', 'close']);
  await widget.open();
  await widget.write('Still here afterwards');
  await widget.sent.waitFor();
  await page.evaluate(() => Reflect.get(window, 'Chatly').shutdown());
  expect(await widget.root.count()).toBe(0);
  await page.evaluate(() => Reflect.get(window, 'Chatly').boot());
  await widget.open();
  await expect.poll(widget.bubbles).toEqual(['Still here afterwards']);
  await page.evaluate(() => Reflect.get(window, 'Chatly').shutdown({ forget: true }));
  await expect.poll(() => kept(page)).toMatchObject({ local: [] });
});

it('says what is wrong where its second part cannot be fetched, and comes with the next click', async ({
  page,
  visit,
}) => {
  await page.route('**/widget/app.*.js*', (route) => route.abort());
  const widget = await visit();
  await widget.launcher.click();
  await widget.root.getByRole('alert').getByText('The chat could not be loaded.').waitFor();
  await page.unroute('**/widget/app.*.js*');
  await widget.open();
  await widget.root.getByText('The chat could not be loaded.').waitFor({ state: 'hidden' });
});

it('draws nothing for a tenant that does not exist', async ({ page, visit }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.route(`**/api/widget/public/**`, (route) =>
    route.fulfill({ status: 404, json: { code: 'not_found' } }),
  );
  const widget = await visit();
  await page.waitForLoadState('networkidle');
  expect([await widget.root.count(), errors]).toEqual([0, []]);
});
