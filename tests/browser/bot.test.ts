import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { type BotStack, refunds, startBotStack, tenantWithBot } from '../support/bot.ts';
import { axeProblems } from '../support/axe.ts';
import { type Site, launchBrowser, newPerson } from '../support/browser.ts';
import type { OperatorFixture } from '../support/people.ts';
import { openDashboard, startShop, widgetOn } from './people.ts';

const answer = 'Refunds are paid back within fourteen days to the card that was used for the purchase.';
const here = 'A colleague will answer you here.';
const away =
  'Nobody is online at the moment. Leave your e-mail address here, and the team will get back to you.';
const off = 'Do you sell bicycles with carbon frames?';

let stack: BotStack;
let browser: Browser;
let operator: OperatorFixture;
let shop: Site;
let visitor: BrowserContext;
let agent: BrowserContext;

beforeAll(async () => {
  stack = await startBotStack();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  operator = await tenantWithBot(stack.url);
  shop = await startShop(operator);
  visitor = await newPerson(browser);
  agent = await newPerson(browser);
});
afterEach(async () => {
  await Promise.all([visitor.close(), agent.close()]);
  await shop.close();
});

async function openWidget() {
  const page = await visitor.newPage();
  await page.goto(shop.url);
  const widget = widgetOn(page);
  await widget.open();
  return {
    ...widget,
    page,
    human: widget.dialog.getByRole('button', { name: 'Talk to a person' }),
    /** What stands between the messages, said by nobody. */
    told: (text: string) => widget.root.locator('.messages > .day').filter({ hasText: text }),
  };
}

type Widget = Awaited<ReturnType<typeof openWidget>>;

/** The visitor is with a person: what comes next is answered by one, and by no bot. */
async function expectPerson(widget: Widget, desk: Page): Promise<void> {
  await widget.human.waitFor({ state: 'hidden' });
  const asked = stack.model.requests.length;
  await widget.write(refunds.question);
  await desk.getByRole('link', { name: /How long does a refund take/ }).click();
  await desk.getByRole('textbox', { name: 'Write an answer' }).fill('I will look into it.');
  await desk.keyboard.press('Enter');
  await widget.bubble('I will look into it.').waitFor();
  expect(await widget.bubbles()).not.toContain(answer);
  expect(stack.model.requests).toHaveLength(asked);
}

/** Every text that bubbles of the other side show from now on; what it resolves to reads them. */
async function shownIn({ root }: Widget): Promise<() => Promise<string[]>> {
  const shown = await root.evaluateHandle((host) => {
    const texts: string[] = [];
    const look = () => {
      for (const { textContent } of host.shadowRoot?.querySelectorAll('.row.other .bubble') ?? [])
        if (textContent && texts.at(-1) !== textContent) texts.push(textContent);
    };
    if (host.shadowRoot)
      new MutationObserver(look).observe(host.shadowRoot, { subtree: true, childList: true });
    return texts;
  });
  return () => shown.jsonValue();
}

it.each(['light', 'dark'] as const)('answers word by word, with its source, %s', async (colorScheme) => {
  await visitor.close();
  visitor = await newPerson(browser, { colorScheme });
  stack.model.script({
    kind: 'pieces',
    pieces: [
      'Refunds are paid back ',
      { afterMs: 200, text: 'within fourteen days ' },
      { afterMs: 200, text: 'to the card that was used for the purchase. [1]' },
    ],
  });
  const desk = await openDashboard(agent, operator);
  const widget = await openWidget();
  const shown = await shownIn(widget);
  await widget.write(refunds.question);
  const source = widget.root.getByLabel('Source 1: Refunds');
  await source.waitFor();
  const texts = (await shown()).filter((text) => text.startsWith('Refunds'));
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) expect(answer.startsWith(text.trim())).toBe(true);
  expect(texts.at(-1)).toBe(answer);
  await source.click();
  expect(await widget.root.locator('.sources q').textContent()).toBe(refunds.content);
  expect(await widget.root.getByRole('link', { name: 'Refunds' }).getAttribute('href')).toBe(refunds.url);
  expect(await axeProblems(widget.page)).toEqual([]);
  await desk.getByRole('link', { name: /Refunds are paid back/ }).click();
  await desk.locator('.messages .bubble').getByText(answer).waitFor();
  await desk.getByLabel(/^Source 1/).waitFor();
});

it('tells a visitor whose answers are used up, and a person takes over', async () => {
  const desk = await openDashboard(agent, operator);
  const widget = await openWidget();
  const answers = widget.root.locator('.row.other .bubble:not(.dots)');
  for (let given = 1; given <= limits.answer.perConversation; given += 1) {
    await widget.write('Hello');
    await expect.poll(() => answers.count()).toBe(given);
  }
  await widget.human.waitFor();
  await widget.write(refunds.question);
  await widget.told(`I have answered as much as I may for now. ${here}`).waitFor();
  await expectPerson(widget, desk);
});

it('tells a visitor that the model is out, and a person takes over', async () => {
  stack.model.script(
    ...Array.from({ length: limits.answer.attempts }, () => ({ kind: 'status' as const, status: 503 })),
  );
  const widget = await openWidget();
  await widget.write(refunds.question);
  await widget.told(`I cannot answer just now. ${away}`).waitFor();
  await expectPerson(widget, await openDashboard(agent, operator));
});

describe('a question that the knowledge does not answer', () => {
  const unknown = 'I could not find an answer to that in what I know.';

  it('goes to a person, and the visitor reads what to do while nobody is there', async () => {
    const widget = await openWidget();
    await widget.write(off);
    await widget.told(`${unknown} ${away}`).waitFor();
    await expectPerson(widget, await openDashboard(agent, operator));
  });

  it('goes to a person who is there, and the visitor reads so', async () => {
    const desk = await openDashboard(agent, operator);
    const widget = await openWidget();
    await widget.write(off);
    await widget.told(`${unknown} ${here}`).waitFor();
    await expectPerson(widget, desk);
  });
});

describe('a visitor who wants a person', () => {
  it('gets one for saying so', async () => {
    const desk = await openDashboard(agent, operator);
    const widget = await openWidget();
    await widget.write('Can I talk to a person, please?');
    await widget.told(`You asked for a person. ${here}`).waitFor();
    await expectPerson(widget, desk);
  });

  it('gets one for the button, also in the middle of an answer, of which nothing stays', async () => {
    const desk = await openDashboard(agent, operator);
    const widget = await openWidget();
    stack.model.script({ kind: 'stall', pieces: ['Refunds are paid ', 'back within '] });
    await widget.write(refunds.question);
    await widget.dialog.getByText('Refunds are paid').waitFor();
    const asked = stack.model.requests.at(-1);
    await widget.human.click();
    await asked?.over;
    expect(asked?.isAborted).toBe(true);
    await widget.dialog.getByText('Refunds are paid').waitFor({ state: 'detached' });
    await expectPerson(widget, desk);
    expect((await widget.bubbles()).filter((text) => text.includes('Refunds'))).toEqual([]);
  });
});
