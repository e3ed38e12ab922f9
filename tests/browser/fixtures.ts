import type { Browser, BrowserContextOptions } from 'playwright-core';
import { inject, test } from 'vitest';
import { setBot, startBotStack } from '../support/bot.ts';
import { type Site, type SitePages, launchBrowser, newPerson, startSite } from '../support/browser.ts';
import { newTenant } from '../support/people.ts';
import { type ShopOptions, openDashboard, shopPages, widgetOn } from './people.ts';

/**
 * What a test names is made for it, and gone after it; what it does not name is not made. Where it names both, the
 * operator's dashboard is open before the visitor comes.
 */
export const it = test
  .extend('stackUrl', { scope: 'file' }, () => inject('stackUrl'))
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // Somebody with a browser of their own: nothing in it is shared with others.
  .extend('newPerson', ({ browser }, { onCleanup }) => {
    const people = new AsyncDisposableStack();
    onCleanup(() => people.disposeAsync());
    return async (options: BrowserContextOptions = {}) => people.use(await newPerson(browser, options));
  })
  .extend('newSite', ({}, { onCleanup }) => {
    const sites = new AsyncDisposableStack();
    onCleanup(() => sites.disposeAsync());
    return async (pages: SitePages) => sites.adopt(await startSite(pages), (site) => site.close());
  })
  .extend('operator', ({ stackUrl }) => newTenant(stackUrl))
  .extend('newShop', ({ newSite, operator }) => async (options: ShopOptions = {}) => {
    return newSite(await shopPages(operator, options));
  })
  .extend('shop', ({ newShop }) => newShop())
  // A dashboard that somebody has signed in to, in a browser of their own.
  .extend(
    'openDesk',
    ({ newPerson, operator }) =>
      async (who = operator, options: BrowserContextOptions = {}) =>
        openDashboard(await newPerson(options), who),
  )
  .extend('desk', ({ openDesk }) => openDesk())
  // The one tab of a visitor, who sees the shop with the first `visit`.
  .extend('page', async ({ newPerson }) => (await newPerson()).newPage())
  .extend('visit', ({ page, shop }) => async (site: Site = shop) => {
    await page.goto(site.url);
    return widgetOn(page);
  })
  // The visitor's open widget.
  .extend('widget', async ({ visit }) => {
    const widget = await visit();
    await widget.open();
    return widget;
  });

/** For tests of a tenant whose visitors are answered by people alone. */
export const itWithoutBot = it.extend('operator', async ({ operator }) => {
  await setBot(operator, { enabled: false });
  return operator;
});

/** For tests on a stack of their own, whose model says what they script. */
export const itWithModel = it
  .extend('stack', { scope: 'file' }, async ({}, { onCleanup }) => {
    const stack = await startBotStack();
    onCleanup(() => stack.close());
    return stack;
  })
  .extend('stackUrl', { scope: 'file' }, ({ stack }) => stack.url);
