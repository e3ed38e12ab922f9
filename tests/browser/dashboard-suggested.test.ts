import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type BotStack, addText, refunds, startBotStack } from '../support/bot.ts';
import { launchBrowser, newPerson } from '../support/browser.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  newConversation,
  newTenant,
  newVisitor,
} from '../support/people.ts';
import { bubblesOn, openDashboard, storedMessages } from './people.ts';

let browser: Browser;
let stack: BotStack;
let operator: OperatorFixture;
let visitor: VisitorFixture;
let agent: BrowserContext;
let desk: Page;

beforeAll(async () => {
  [browser, stack] = [await launchBrowser(), await startBotStack()];
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  operator = await newTenant(stack.url);
  await operator.api.widget.$put({ json: { aiSettings: { enabled: false } } });
  await addText(operator, refunds);
  visitor = await newVisitor(operator, { name: 'Vera' });
  agent = await newPerson(browser);
});
afterEach(() => agent.close());

/** The dashboard, with a visitor's question open and the focus on the page. */
async function open(question = refunds.question): Promise<void> {
  await newConversation(visitor, question);
  desk = await openDashboard(agent, operator);
  await desk.getByRole('link', { name: /Vera/ }).click();
  await desk.locator('.messages .bubble').waitFor();
}

const draft = 'Refunds are paid back within fourteen days.';
const field = () => desk.getByRole('textbox', { name: 'Write an answer' });
const ghost = () => desk.locator('.ghost');
const suggested = () => stack.model.requests.length;
const answers = () => stack.model.script({ kind: 'pieces', pieces: [draft.replace('.', ' [1].')] });

async function suggest(): Promise<void> {
  await desk.keyboard.press('ControlOrMeta+j');
}

it('writes a suggestion in grey as it comes, cites it, and lets Tab make it the operator’s own', async () => {
  await open();
  const before = suggested();
  stack.model.script({
    kind: 'pieces',
    pieces: ['Refunds are ', { afterMs: 300, text: 'paid back within ' }, 'fourteen days [1].'],
  });
  await desk.getByRole('button', { name: 'Suggest a reply' }).click();
  await desk.getByRole('button', { name: 'Stop' }).waitFor();
  await ghost().getByText(draft).waitFor();
  expect(await field().inputValue()).toBe('');
  expect(suggested()).toBe(before + 1);
  await desk.getByRole('button', { name: 'Source 1: Refunds' }).click();
  await desk.locator('.suggestion blockquote').getByText('fourteen days').waitFor();
  await field().focus();
  await desk.keyboard.press('Tab');
  await expect.poll(() => field().inputValue()).toBe(draft);
  expect([await ghost().count(), await desk.locator('.suggestion').count()]).toEqual([0, 0]);
  await desk.keyboard.type(' Yours, Ada');
  await desk.keyboard.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toEqual([refunds.question, `${draft} Yours, Ada`]);
  await expect.poll(() => storedMessages(operator)).toEqual([refunds.question, `${draft} Yours, Ada`]);
});

it('stands behind what is typed, sends nothing of it unasked, and goes with Escape', async () => {
  await open();
  await field().fill('Hello Vera,');
  answers();
  await suggest();
  await ghost().getByText(draft).waitFor();
  await desk.keyboard.press('Escape');
  await ghost().waitFor({ state: 'detached' });
  expect(await field().inputValue()).toBe('Hello Vera,');
  expect(await desk.evaluate(() => document.activeElement?.id)).toBe('composer');
  answers();
  await suggest();
  await desk.getByRole('button', { name: 'Use it' }).click();
  expect(await field().inputValue()).toBe(`Hello Vera, ${draft}`);
  await field().fill('Hello again');
  answers();
  await suggest();
  await ghost().getByText(draft).waitFor();
  await desk.keyboard.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toEqual([refunds.question, 'Hello again']);
  await ghost().waitFor({ state: 'detached' });
});

it('asks nothing by itself, and stops the model when the operator goes elsewhere', async () => {
  const before = suggested();
  await open();
  const more = Array.from({ length: 600 }, () => ({ afterMs: 50, text: 'paid ' }));
  stack.model.script({ kind: 'pieces', pieces: ['Refunds are ', ...more] });
  await suggest();
  await ghost().getByText('Refunds are').waitFor();
  expect(suggested()).toBe(before + 1);
  const asked = stack.model.requests.at(-1);
  await desk.getByRole('link', { name: 'Knowledge' }).click();
  await asked?.over;
  expect(asked?.isAborted).toBe(true);
  await desk.goBack();
  await field().waitFor();
  expect(await desk.locator('.suggestion').count()).toBe(0);
});

it('says plainly that the knowledge holds nothing, and where to write it', async () => {
  await open('Do you sell bicycles with carbon frames?');
  await suggest();
  await desk.locator('.suggestion').getByText('Your knowledge holds no answer to this.').waitFor();
  expect(await field().inputValue()).toBe('');
  await desk.locator('.suggestion').getByRole('link', { name: 'Write one' }).click();
  await desk.getByRole('textbox', { name: 'Question' }).waitFor();
});

it('says what went wrong, and tries again when asked', async () => {
  await open();
  const down = { kind: 'status', status: 500 } as const;
  stack.model.script(down, down, down);
  await suggest();
  await desk.locator('.suggestion').getByText('The bot’s model does not answer just now.').waitFor();
  await agent.setOffline(true);
  await desk.locator('.suggestion').getByRole('button', { name: 'Try again' }).click();
  await desk.locator('.suggestion').getByText('The server cannot be reached.').waitFor();
  await agent.setOffline(false);
  answers();
  await desk.locator('.suggestion').getByRole('button', { name: 'Try again' }).click();
  await ghost().getByText(draft).waitFor();
});

it('has nothing for axe to find in light or dark, on a phone too', async () => {
  await open();
  answers();
  await suggest();
  await ghost().getByText(draft).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme });
    for (const width of [1_280, 360]) {
      await desk.setViewportSize({ width, height: 800 });
      expect(await axeProblems(desk)).toEqual([]);
    }
  }
});
