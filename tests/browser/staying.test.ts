import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { newTenant, sendMessage } from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';
import { it } from './fixtures.ts';
import { connected, lastConversation, shopPages, storedMessages } from './people.ts';

it('sends what was written offline once the network is back: each once, in order', async ({
  operator,
  page,
  widget,
}) => {
  await widget.write('Before');
  await widget.sent.waitFor();
  await page.context().setOffline(true);
  await widget.dialog.getByText('You are offline.').waitFor();
  for (const text of ['One', 'Two', 'Three']) await widget.write(text);
  await widget.status.getByText('Waiting to be sent').waitFor();
  expect(await widget.bubbles()).toEqual(['Before', 'One', 'Two', 'Three']);
  await page.context().setOffline(false);
  await widget.sent.waitFor();
  await widget.dialog.getByText('You are offline.').waitFor({ state: 'hidden' });
  await expect.poll(() => storedMessages(operator)).toEqual(['Before', 'One', 'Two', 'Three']);
  expect(await widget.bubbles()).toEqual(['Before', 'One', 'Two', 'Three']);
});

it('keeps what was written offline over the end of the page, the very first message too', async ({
  operator,
  shop,
  page,
  widget,
}) => {
  await page.context().setOffline(true);
  await widget.write('First, offline');
  await widget.write('Second, offline');
  await page.close();
  await page.context().setOffline(false);
  const again = await page.context().newPage();
  await again.goto(shop.url);
  // Nobody opens the widget: a stored conversation is reason enough to send.
  await expect.poll(() => storedMessages(operator)).toEqual(['First, offline', 'Second, offline']);
});

it('brings what the operator wrote while the visitor was offline', async ({ operator, page, widget }) => {
  await widget.write('Hello');
  await widget.sent.waitFor();
  const { id } = await lastConversation(operator);
  await page.context().setOffline(true);
  await widget.dialog.getByText('You are offline.').waitFor();
  for (const content of ['Missed one', 'Missed two']) {
    await sendMessage(operator, id, content);
  }
  await page.context().setOffline(false);
  await widget.bubble('Missed two').waitFor();
  expect(await widget.bubbles()).toEqual(['Hello', 'Missed one', 'Missed two']);
});

it('does not double a message whose answer was lost after it was stored', async ({
  operator,
  page,
  widget,
}) => {
  let lost = 0;
  await page.route('**/api/conversations', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await widget.write('Only once');
  await widget.sent.waitFor();
  expect(lost).toBe(1);
  expect(await storedMessages(operator)).toEqual(['Only once']);
  expect(await widget.bubbles()).toEqual(['Only once']);
});

it('goes on over HTTP where sockets do not come through', async ({ operator, page, widget }) => {
  await page.context().routeWebSocket(/parties/, (socket) => socket.close({ code: 1011 }));
  await widget.write('By post');
  await widget.sent.waitFor();
  const { id } = await lastConversation(operator);
  await sendMessage(operator, id, 'By post too');
  await widget.bubble('By post too').waitFor();
});

it('begins a new session where the old one is no longer good, and loses nothing of what was written', async ({
  operator,
  page,
  widget,
}) => {
  await widget.write('Old');
  await widget.sent.waitFor();
  await page.evaluate((key) => {
    const session = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...session, token: `${session.token}x` }));
  }, `chatly:${operator.tenantId}`);
  await page.reload();
  await widget.open();
  await widget.dialog.getByText('Your earlier conversation has ended here.').waitFor();
  await widget.write('New');
  await widget.sent.waitFor();
  await expect.poll(async () => (await storedMessages(operator)).toSorted()).toEqual(['New', 'Old']);
  expect(await widget.bubbles()).toEqual(['New']);
});

it('says so where the page may not use the widget, and keeps what was written', async ({
  operator,
  shop,
  widget,
}) => {
  await operator.api.widget.$put({ json: { allowedOrigins: ['https://elsewhere.example'] } });
  await widget.write('Let me in');
  await widget.dialog.getByText('The chat is not available here just now.').waitFor();
  await widget.status.getByText('Not sent.').waitFor();
  expect(await widget.bubbles()).toEqual(['Let me in']);
  await operator.api.widget.$put({ json: { allowedOrigins: [shop.url] } });
  await widget.dialog.getByRole('button', { name: 'Try again' }).click();
  await widget.sent.waitFor();
  expect(await storedMessages(operator)).toEqual(['Let me in']);
});

it('recovers from a restart of the server, on both sides', async ({ newSite, openDesk, visit }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-restart-'));
  let stack = await startTestStack({ dataDir });
  const port = Number(new URL(stack.url).port);
  const owner = await newTenant(stack.url);
  try {
    const desk = await openDesk(owner);
    const widget = await visit(await newSite(await shopPages(owner)));
    await widget.open();
    await widget.write('Before the restart');
    await desk.getByRole('link', { name: /Before the restart/ }).click();
    await stack.close();
    await widget.dialog.getByText('The connection is lost.').waitFor();
    await desk.getByText('Connection lost.').waitFor();
    await widget.write('While it was down');
    await desk.getByRole('textbox', { name: 'Write an answer' }).fill('Answered while down');
    await desk.keyboard.press('Enter');
    stack = await startTestStack({ dataDir, port });
    await widget.bubble('Answered while down').waitFor();
    await desk.locator('.bubble').getByText('While it was down', { exact: true }).waitFor();
    await connected(desk);
    const stored = await storedMessages(owner);
    expect(stored.toSorted()).toEqual(['Answered while down', 'Before the restart', 'While it was down']);
    await expect.poll(widget.bubbles).toEqual(stored);
  } finally {
    await stack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
