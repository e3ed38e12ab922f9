import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newConversation, newVisitor, sendMessage } from '../support/people.ts';
import { itWithoutBot as it } from './fixtures.ts';
import { bubblesOn, connected, storedMessages } from './people.ts';

/** Holds the answers to what is sent to an address, once it is stored, until they are let go. */
async function holdAnswers(page: Page, url: RegExp) {
  const [stored, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(url, async (route) => {
    if (route.request().method() === 'GET') return route.fallback();
    const response = await route.fetch();
    stored.resolve();
    await letGo.promise;
    return route.fulfill({ response });
  });
  return { stored: stored.promise, letGo: letGo.resolve };
}

/** Types while the browser is so busy that a timer is due before anything is drawn. */
async function typeLate(field: Locator, text: string, pauseMs: number): Promise<void> {
  await field.evaluate(
    (input: HTMLInputElement, [next, ms]) => {
      const from = performance.now();
      while (performance.now() - from < ms);
      input.value = next;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    [text, pauseMs] as const,
  );
}

it.for([
  ['the inbox', '', 'Search messages'],
  ['the knowledge', '#/knowledge', 'Search knowledge'],
] as const)(
  'keeps a letter that is typed as the search for those before it begins, in %s',
  async ([, place, name], { desk, operator }) => {
    await desk.goto(`${operator.url}/${place}`);
    const field = desk.getByRole('searchbox', { name });
    await field.fill('kettl');
    await typeLate(field, 'kettle', 400);
    await desk.getByText('Nothing found').waitFor();
    expect(await field.inputValue()).toBe('kettle');
  },
);

it('keeps what is typed into settings and entries while they are being saved', async ({ desk, operator }) => {
  await operator.api['knowledge-base'].$post({ json: { type: 'text', title: 'Sizes', content: 'Small.' } });
  for (const [place, field, address] of [
    ['#/widget', desk.getByRole('textbox', { name: 'Title' }), /\/api\/widget$/],
    ['#/settings', desk.getByRole('textbox', { name: 'Your name' }), /\/api\/settings$/],
    ['#/knowledge', desk.getByRole('textbox', { name: 'Text' }), /\/api\/knowledge-base\//],
  ] as const) {
    await desk.goto(`${operator.url}/${place}`);
    if (place === '#/knowledge') await desk.getByRole('link', { name: /Sizes/ }).click();
    const answers = await holdAnswers(desk, address);
    await field.fill('Saved');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await answers.stored;
    await field.fill('Saved, and more');
    answers.letGo();
    await desk
      .getByText(/^Saved\./)
      .first()
      .waitFor();
    expect(await field.inputValue()).toBe('Saved, and more');
    await desk.unroute(address);
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => desk.getByRole('button', { name: 'Discard' }).count()).toBe(0);
  }
});

it('keeps what is typed into an entry by whoever is gone at once', async ({ desk, operator }) => {
  await desk.goto(`${operator.url}/#/knowledge/new-text`);
  const field = desk.getByRole('textbox', { name: 'Text' });
  await field.evaluate((input: HTMLTextAreaElement) => {
    input.value = 'Half a tho';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    location.hash = '#/knowledge/ask';
  });
  await desk.getByRole('textbox', { name: 'Question' }).waitFor();
  await desk.goBack();
  await expect.poll(() => field.inputValue()).toBe('Half a tho');
});

it('keeps what came live where an older answer comes after it', async ({ desk, operator }) => {
  const vera = await newVisitor(operator, { name: 'Vera' });
  const { conversationId } = await newConversation(vera, 'Hello');
  await desk.goto(`${operator.url}/#/inbox/open/${conversationId}`);
  await expect.poll(() => bubblesOn(desk)).toEqual(['Hello']);
  const [asked, shown] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // The page asks for the conversation as it is opened, and once more before it follows the log.
  await desk.route('**/api/events?*', async (route) => {
    await asked.promise;
    await route.fallback();
  });
  await desk.route(
    `**/api/conversations/${conversationId}`,
    async (route) => {
      const response = await route.fetch();
      const { data } = await response.json();
      asked.resolve();
      await shown.promise;
      const [page, seenAt] = [{ url: 'https://late.example', title: 'Late' }, new Date().toISOString()];
      const context = { page, firstSeenAt: seenAt, lastSeenAt: seenAt };
      await route.fulfill({ json: { data: { ...data, visitor: { ...data.visitor, context } } } });
    },
    { times: 1 },
  );
  await desk.reload();
  await connected(desk);
  await sendMessage(vera, conversationId, 'And this');
  await expect.poll(() => bubblesOn(desk)).toEqual(['Hello', 'And this']);
  shown.resolve();
  await desk.getByRole('link', { name: 'Late' }).waitFor();
  expect(await bubblesOn(desk)).toEqual(['Hello', 'And this']);
});

it('opens the field for a note of the conversation that the keyboard is on, and an answer’s for the next one', async ({
  desk,
  operator,
}) => {
  for (const name of ['Vera', 'Oskar']) await newConversation(await newVisitor(operator, { name }), 'Hello');
  await desk.getByRole('link', { name: /Vera/ }).waitFor();
  await desk.keyboard.press('j');
  await desk.keyboard.press('n');
  await desk.keyboard.type('Ask the carrier');
  await desk.keyboard.press('Enter');
  await desk.locator('li.note').getByText('Ask the carrier').waitFor();
  expect(await storedMessages(operator)).toEqual(['Hello', 'Hello']);
  await desk.getByRole('link', { name: /Vera/ }).click();
  await desk.getByRole('textbox', { name: 'Write an answer' }).waitFor();
  await desk.getByRole('link', { name: /Oskar/ }).click();
  await desk.getByRole('textbox', { name: 'Write an answer' }).waitFor();
});
