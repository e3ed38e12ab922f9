import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { setBot } from '../support/bot.ts';
import { type OperatorFixture, newConversation, newVisitor, sendMessage } from '../support/people.ts';
import { itWithoutBot as it } from './fixtures.ts';
import { bubblesOn, connected, storedMessages } from './people.ts';

const answer = (desk: Page) => desk.getByRole('textbox', { name: 'Write an answer' });
const row = (desk: Page, name: string | RegExp) => desk.getByRole('link', { name });

async function visitorWith(operator: OperatorFixture, name: string, content: string) {
  const visitor = await newVisitor(operator, { name });
  return { visitor, ...(await newConversation(visitor, content)) };
}

it('keeps two operators and three visitors in step', async ({ operator, openDesk }) => {
  const [desk, second] = [await openDesk(), await openDesk()];
  const people = [];
  for (const name of ['Vera', 'Oskar', 'Mei'])
    people.push(await visitorWith(operator, name, `Hello from ${name}`));
  for (const page of [desk, second]) {
    await expect
      .poll(() => page.locator('.conversation-row .row-name').allTextContents())
      .toEqual(['Mei', 'Oskar', 'Vera']);
    await expect.poll(() => page.title()).toBe('(3) Chatly');
  }
  await row(desk, /Vera/).click();
  await row(second, /Vera/).click();
  await row(second, /Oskar/).click();
  await answer(desk).fill('Hello Vera');
  await desk.keyboard.press('Enter');
  await answer(second).fill('Hello Oskar');
  await second.keyboard.press('Enter');
  await row(second, /You: Hello Vera/).waitFor();
  await row(desk, /You: Hello Oskar/).click();
  await expect.poll(() => bubblesOn(desk)).toEqual(['Hello from Oskar', 'Hello Oskar']);
  const [vera] = people;
  if (vera) await sendMessage(vera.visitor, vera.conversationId, 'Thank you');
  for (const page of [desk, second]) await row(page, /Vera.*Thank you.*1 unread/s).waitFor();
  await desk.getByRole('button', { name: 'Resolve' }).click();
  await row(second, /Oskar/).waitFor({ state: 'detached' });
  await second.getByRole('button', { name: 'Reopen' }).waitFor();
  await expect.poll(() => desk.title()).toBe('(2) Chatly');
});

it('is right again after the network was away, without a reload, and says so meanwhile', async ({
  operator,
  openDesk,
}) => {
  const { visitor, conversationId } = await visitorWith(operator, 'Vera', 'Before');
  const desk = await openDesk();
  await row(desk, /Vera/).click();
  await desk.locator('.bubble').getByText('Before', { exact: true }).waitFor();
  await desk.context().setOffline(true);
  await desk.getByText('You are offline.').waitFor();
  await answer(desk).fill('Written offline');
  await desk.keyboard.press('Enter');
  await desk.getByText('Waiting to be sent').waitFor();
  await sendMessage(visitor, conversationId, 'Meanwhile');
  await visitorWith(operator, 'Oskar', 'A new one');
  await desk.context().setOffline(false);
  await desk.getByText('You are offline.').waitFor({ state: 'hidden' });
  await connected(desk);
  await row(desk, /Oskar.*A new one/s).waitFor();
  await expect.poll(() => bubblesOn(desk)).toEqual(['Before', 'Meanwhile', 'Written offline']);
  await desk.getByText('✓ Sent').waitFor();
  expect(await storedMessages(operator)).toEqual(
    expect.arrayContaining(['Before', 'Meanwhile', 'Written offline']),
  );
});

it('keeps what was written and not sent over the end of the page, and sends it once', async ({
  operator,
  openDesk,
}) => {
  await visitorWith(operator, 'Vera', 'Before');
  const desk = await openDesk();
  await row(desk, /Vera/).click();
  await desk.locator('.bubble').getByText('Before', { exact: true }).waitFor();
  await desk.context().setOffline(true);
  await answer(desk).fill('Sent later');
  await desk.keyboard.press('Enter');
  await answer(desk).fill('Only a draft');
  await desk.close();
  await desk.context().setOffline(false);
  const again = await desk.context().newPage();
  await again.goto(operator.url);
  await expect.poll(() => storedMessages(operator)).toEqual(['Before', 'Sent later']);
  await row(again, /Vera/).click();
  await expect.poll(() => answer(again).inputValue()).toBe('Only a draft');
});

it('marks where an answer was begun, until it is sent', async ({ operator, openDesk }) => {
  await visitorWith(operator, 'Vera', 'Hello');
  await visitorWith(operator, 'Oskar', 'Hello');
  const desk = await openDesk();
  await row(desk, /Vera/).click();
  await answer(desk).fill('Half an answ');
  await row(desk, /Oskar/).click();
  await row(desk, /Vera.*Draft/s).waitFor();
  expect(await row(desk, /Oskar.*Draft/s).count()).toBe(0);
  await row(desk, /Vera/).click();
  await expect.poll(() => answer(desk).inputValue()).toBe('Half an answ');
  await desk.keyboard.press('r');
  await desk.keyboard.press('Enter');
  await row(desk, /Oskar/).click();
  await row(desk, /Vera.*You: Half an answ/s).waitFor();
  expect(await row(desk, /Vera.*Draft/s).count()).toBe(0);
});

it('says why a message was refused, and sends it when asked again', async ({ operator, openDesk }) => {
  await visitorWith(operator, 'Vera', 'Before');
  const desk = await openDesk();
  await row(desk, /Vera/).click();
  await desk.route('**/messages', (route) =>
    route.fulfill({ status: 403, json: { code: 'forbidden', message: 'No.', requestId: '1' } }),
  );
  await answer(desk).fill('Once more');
  await desk.keyboard.press('Enter');
  await desk.getByText('Not sent.').waitFor();
  await desk.unroute('**/messages');
  await desk.getByRole('button', { name: 'Try again' }).click();
  await desk.getByText('✓ Sent').waitFor();
  expect(await storedMessages(operator)).toEqual(['Before', 'Once more']);
});

it('shows the bot’s answer with its source, and lets a person take over, hand back and think again', async ({
  operator,
  openDesk,
}) => {
  await setBot(operator, { name: 'Robin' });
  await operator.api['knowledge-base'].$post({
    json: {
      type: 'qa',
      title: 'Shipping',
      question: 'Do you ship to Norway?',
      answer: 'Yes, we ship to Norway within five days.',
    },
  });
  const desk = await openDesk();
  const { visitor, conversationId } = await visitorWith(operator, 'Vera', 'Do you ship to Norway?');
  await row(desk, /Vera/).click();
  await desk
    .locator('.message.bot .bubble')
    .getByText(/we ship to Norway/)
    .waitFor();
  await desk.getByRole('button', { name: 'Source 1: Shipping' }).click();
  await desk
    .locator('blockquote')
    .getByText(/five days/)
    .waitFor();
  await desk.getByRole('button', { name: 'Take over' }).click();
  await desk.getByText('You have taken over.').waitFor();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await desk.getByRole('button', { name: 'Take over' }).waitFor();
  await sendMessage(visitor, conversationId, 'I want to talk to a person, please');
  await desk.locator('.system').waitFor();
  await desk.getByRole('button', { name: 'Hand to bot' }).waitFor();
  await desk.goto(`${operator.url}/#/inbox/unanswered`);
  await row(desk, /Vera/).waitFor();
});

it('goes through long lists and long conversations in both directions', async ({ operator, openDesk }) => {
  const { visitor, conversationId } = await visitorWith(operator, 'Vera', 'Line 1');
  for (let n = 2; n <= 120; n += 1) await sendMessage(visitor, conversationId, `Line ${n}`);
  const others = Array.from({ length: 70 }, (_, n) => `Visitor number ${n}`);
  for (const name of others) await visitorWith(operator, name, 'Hello');
  const desk = await openDesk();
  await row(desk, /Visitor number 69/).waitFor();
  expect(await desk.locator('.conversation-row').count()).toBeLessThan(40);
  const list = desk.locator('.virtual');
  await expect
    .poll(async () => {
      await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
      return row(desk, /Vera/).isVisible();
    })
    .toBe(true);
  await row(desk, /Vera/).click();
  const messages = desk.getByRole('group', { name: 'Messages' });
  await messages.getByText('Line 120', { exact: true }).waitFor();
  await expect
    .poll(() => messages.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight))
    .toBeLessThan(2);
  await expect
    .poll(async () => {
      await messages.evaluate((box) => box.scrollTo(0, 0));
      return messages.getByText('Line 1', { exact: true }).isVisible();
    })
    .toBe(true);
  expect(await bubblesOn(desk)).toEqual(Array.from({ length: 120 }, (_, n) => `Line ${n + 1}`));
  await messages.evaluate((box) => box.scrollTo(0, 200));
  const top = () => messages.evaluate((box) => box.scrollTop);
  const before = await top();
  await sendMessage(visitor, conversationId, 'Line 121');
  await desk.getByRole('button', { name: 'New message' }).waitFor();
  expect(await top()).toBe(before);
  await desk.getByRole('button', { name: 'New message' }).click();
  await messages.getByText('Line 121', { exact: true }).waitFor();
});

it('finds conversations by words in their messages', async ({ operator, openDesk }) => {
  await visitorWith(operator, 'Vera', 'The kettle leaks');
  await visitorWith(operator, 'Oskar', 'The lamp flickers');
  const desk = await openDesk();
  await desk.getByRole('searchbox', { name: 'Search messages' }).fill('kettle');
  await row(desk, /Oskar/).waitFor({ state: 'detached' });
  await row(desk, /Vera/).waitFor();
  await desk.getByRole('searchbox', { name: 'Search messages' }).fill('toaster');
  await desk.getByText('Nothing found').waitFor();
  await desk.getByRole('button', { name: 'Clear the search' }).click();
  await row(desk, /Oskar/).waitFor();
});

it('goes to the sign-in when the session has ended elsewhere, and keeps the draft', async ({
  operator,
  openDesk,
}) => {
  await visitorWith(operator, 'Vera', 'Hello');
  const desk = await openDesk();
  await row(desk, /Vera/).click();
  await answer(desk).fill('Half an answ');
  await desk.evaluate(() => fetch('/api/auth/logout', { method: 'POST' }));
  await desk.getByText('Your session has ended.').waitFor();
  await desk.getByLabel('E-mail').fill(operator.email);
  await desk.getByLabel('Password').fill(operator.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => answer(desk).inputValue()).toBe('Half an answ');
});

it('says what is wrong where a conversation or the list cannot be fetched, and gets it when asked again', async ({
  operator,
  openDesk,
}) => {
  const { conversationId } = await visitorWith(operator, 'Vera', 'Hello');
  const desk = await openDesk();
  await desk.goto(`${operator.url}/#/inbox/open/nothing-here`);
  await desk.getByRole('heading', { name: 'There is no such conversation' }).waitFor();
  await desk.route(`**/api/conversations/${conversationId}*`, (route) => route.abort());
  await desk.goto(`${operator.url}/#/inbox/open/${conversationId}`);
  await desk.getByText('This conversation could not be fetched.').waitFor();
  await desk.unroute(`**/api/conversations/${conversationId}*`);
  await desk.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => bubblesOn(desk)).toEqual(['Hello']);
  await desk.route('**/api/conversations?*', (route) => route.abort());
  await desk.goto(`${operator.url}/#/inbox/resolved`);
  await desk.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  await desk.unroute('**/api/conversations?*');
  await desk.getByRole('button', { name: 'Try again' }).click();
  await desk.getByText('No conversation is resolved yet.').waitFor();
});
