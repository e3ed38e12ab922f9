import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { sendMessage } from '../support/people.ts';
import { it } from './fixtures.ts';
import { lastConversation } from './people.ts';

it.for(['light', 'dark'] as const)(
  'has nothing for axe to find in any state, %s',
  async (colorScheme, { operator, page, visit }) => {
    await operator.api.widget.$put({ json: { suggestedQuestions: ['Do you deliver to Norway?'] } });
    await page.emulateMedia({ colorScheme });
    const widget = await visit();
    await widget.launcher.waitFor();
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
    await page.context().setOffline(true);
    await widget.dialog.getByText('You are offline.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  },
);

it.for([
  ['a small phone', { width: 320, height: 568 }],
  ['a page at 200 %', { width: 640, height: 360 }],
] as const)('fills %s, and nothing runs over its edge', async ([, viewport], { operator, page, visit }) => {
  await operator.api.widget.$put({ json: { preChat: { fields: ['name', 'email'], required: false } } });
  await page.setViewportSize(viewport);
  const widget = await visit();
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

it('keeps still for whoever asked for less motion', async ({ page, visit }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const widget = await visit();
  await widget.open();
  expect(await widget.dialog.evaluate((panel) => getComputedStyle(panel).animationName)).toBe('none');
});

it('works in a frame of another site', async ({ newSite, shop, page }) => {
  const around = await newSite({
    '/': {
      html: `<!doctype html><title>Around</title><iframe src="${shop.url}" width="600" height="600"></iframe>`,
    },
  });
  await page.goto(around.url);
  const root = page.frameLocator('iframe').locator('chatly-widget');
  await root.getByRole('button', { name: 'Acme' }).click();
  const text = root.getByRole('textbox', { name: 'Write a message' });
  await text.fill('From a frame');
  await text.press('Enter');
  await root.locator('.status').getByText('✓ Sent', { exact: true }).waitFor();
});

it('has a way to try a lost connection at once, and takes it', async ({ page, widget }) => {
  let isCut = false;
  await page.context().routeWebSocket(/parties/, (socket) => {
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

it('makes a sound only for who has switched it on', async ({ operator, page, visit }) => {
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
  const { id } = await lastConversation(operator);
  await page.keyboard.press('Escape');
  await sendMessage(operator, id, 'Silent');
  await widget.root.getByRole('button', { name: 'Acme, 1 unread' }).waitFor();
  expect(await heard()).toBe(0);
  await widget.open();
  await widget.dialog.getByRole('button', { name: 'Conversations' }).click();
  await widget.dialog.getByRole('button', { name: 'Sound for new messages' }).click();
  expect(await heard()).toBe(1);
  await page.keyboard.press('Escape');
  await sendMessage(operator, id, 'Heard');
  await widget.root.getByRole('button', { name: 'Acme, 1 unread' }).waitFor();
  expect(await heard()).toBe(2);
});
