import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OperatorFixture, sendMessage } from '../support/people.ts';
import { it } from './fixtures.ts';
import { lastConversation, storedMessages } from './people.ts';

/** One call of the page’s own code. */
const chatly = (page: Page, name: string, ...args: unknown[]) =>
  page.evaluate(([called, given]) => void Reflect.get(window, 'Chatly')[called](...given), [
    name,
    args,
  ] as const);
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const visitors = async ({ api }: OperatorFixture) => {
  const { data } = await (await api.conversations.$get({ query: {} })).json();
  return data.map(({ visitor: { name } }) => name);
};

const early = `<script>
  window.heard = [];
  (window.Chatly ||= []).push(['on', 'open', () => heard.push('open')], ['identify', { name: 'Ada' }]);
  Chatly.push(['open']);
</script>`;

it('takes up what the page called before the script had come, and the same calls afterwards', async ({
  operator,
  newShop,
  page,
  visit,
}) => {
  const widget = await visit(await newShop({ body: early }));
  await widget.dialog.waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['open']);
  await widget.write('Known from the start');
  await widget.sent.waitFor();
  expect(await visitors(operator)).toEqual(['Ada']);
  await chatly(page, 'push', ['close']);
  await widget.dialog.waitFor({ state: 'hidden' });
});

it('may be booted twice, taken off while it is still coming, and put on again', async ({
  newShop,
  page,
  visit,
}) => {
  const widget = await visit(await newShop({ body: early, times: 2 }));
  await widget.dialog.waitFor();
  await chatly(page, 'boot');
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
  await chatly(page, 'boot');
  await widget.launcher.waitFor();
  expect(await widget.root.count()).toBe(1);
});

it('leaves nothing of the one visitor to the next, not even of what was still under way', async ({
  operator,
  page,
  visit,
}) => {
  const widget = await visit();
  await widget.launcher.waitFor();
  await chatly(page, 'identify', { name: 'Ada' });
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
  await chatly(page, 'shutdown', { forget: true });
  const answered = page.waitForResponse('**/sessions');
  release();
  await answered;
  await page.waitForLoadState('networkidle');
  expect(await kept(page)).toEqual([]);
  await page.unroute('**/sessions');
  await chatly(page, 'boot');
  await widget.open();
  expect(await widget.bubbles()).toEqual([]);
  await widget.write('Of the second');
  await widget.sent.waitFor();
  expect(await visitors(operator)).toContain(null);
  expect(await storedMessages(operator)).toContain('Of the second');
});

it('puts the page’s title back as it was, with whatever the page writes there itself', async ({
  operator,
  page,
  widget,
}) => {
  await widget.write('Hello');
  await widget.sent.waitFor();
  await widget.text.press('Escape');
  const { id } = await lastConversation(operator);
  await sendMessage(operator, id, 'One');
  await expect.poll(() => page.title()).toBe('(1) Shop');
  // The page goes elsewhere, and has a number of its own in its title.
  await page.evaluate(() => void (document.title = '(7) Orders'));
  await sendMessage(operator, id, 'Two');
  await expect.poll(() => page.title()).toBe('(2) (7) Orders');
  await widget.root.getByRole('button', { name: 'Acme, 2 unread' }).waitFor();
  await chatly(page, 'shutdown');
  expect(await page.title()).toBe('(7) Orders');
});
