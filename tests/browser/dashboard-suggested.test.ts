import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type BotStack, addText, refunds, setBot } from '../support/bot.ts';
import { newConversation, newVisitor } from '../support/people.ts';
import { itWithModel } from './fixtures.ts';
import { bubblesOn, storedMessages } from './people.ts';

const it = itWithModel
  .extend('operator', async ({ operator }) => {
    await setBot(operator, { enabled: false });
    await addText(operator, refunds);
    return operator;
  })
  // The dashboard, with a visitor's question open and the focus on the page.
  .extend('openQuestion', ({ openDesk, operator }) => async (question = refunds.question) => {
    await newConversation(await newVisitor(operator, { name: 'Vera' }), question);
    const desk = await openDesk();
    await desk.getByRole('link', { name: /Vera/ }).click();
    await desk.locator('.messages .bubble').waitFor();
    return desk;
  });

const draft = 'Refunds are paid back within fourteen days.';
const field = (desk: Page) => desk.getByRole('textbox', { name: 'Write an answer' });
const ghost = (desk: Page) => desk.locator('.ghost');
const suggested = ({ model }: BotStack) => model.requests.length;
const answers = ({ model }: BotStack) =>
  model.script({ kind: 'pieces', pieces: [draft.replace('.', ' [1].')] });

async function suggest(desk: Page): Promise<void> {
  await desk.keyboard.press('ControlOrMeta+j');
}

it('writes a suggestion in grey as it comes, cites it, and lets Tab make it the operator’s own', async ({
  operator,
  stack,
  openQuestion,
}) => {
  const desk = await openQuestion();
  const before = suggested(stack);
  stack.model.script({
    kind: 'pieces',
    pieces: ['Refunds are ', { afterMs: 300, text: 'paid back within ' }, 'fourteen days [1].'],
  });
  await desk.getByRole('button', { name: 'Suggest a reply' }).click();
  await desk.getByRole('button', { name: 'Stop' }).waitFor();
  await ghost(desk).getByText(draft).waitFor();
  expect(await field(desk).inputValue()).toBe('');
  expect(suggested(stack)).toBe(before + 1);
  await desk.getByRole('button', { name: 'Source 1: Refunds' }).click();
  await desk.locator('.suggestion blockquote').getByText('fourteen days').waitFor();
  await field(desk).focus();
  await desk.keyboard.press('Tab');
  await expect.poll(() => field(desk).inputValue()).toBe(draft);
  expect([await ghost(desk).count(), await desk.locator('.suggestion').count()]).toEqual([0, 0]);
  await desk.keyboard.type(' Yours, Ada');
  await desk.keyboard.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toEqual([refunds.question, `${draft} Yours, Ada`]);
  await expect.poll(() => storedMessages(operator)).toEqual([refunds.question, `${draft} Yours, Ada`]);
});

it('stands behind what is typed, sends nothing of it unasked, and goes with Escape', async ({
  stack,
  openQuestion,
}) => {
  const desk = await openQuestion();
  await field(desk).fill('Hello Vera,');
  answers(stack);
  await suggest(desk);
  await ghost(desk).getByText(draft).waitFor();
  await desk.keyboard.press('Escape');
  await ghost(desk).waitFor({ state: 'detached' });
  expect(await field(desk).inputValue()).toBe('Hello Vera,');
  expect(await desk.evaluate(() => document.activeElement?.id)).toBe('composer');
  answers(stack);
  await suggest(desk);
  await desk.getByRole('button', { name: 'Use it' }).click();
  expect(await field(desk).inputValue()).toBe(`Hello Vera, ${draft}`);
  await field(desk).fill('Hello again');
  answers(stack);
  await suggest(desk);
  await ghost(desk).getByText(draft).waitFor();
  await desk.keyboard.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toEqual([refunds.question, 'Hello again']);
  await ghost(desk).waitFor({ state: 'detached' });
});

it('asks nothing by itself, and stops the model when the operator goes elsewhere', async ({
  stack,
  openQuestion,
}) => {
  const before = suggested(stack);
  const desk = await openQuestion();
  const more = Array.from({ length: 600 }, () => ({ afterMs: 50, text: 'paid ' }));
  stack.model.script({ kind: 'pieces', pieces: ['Refunds are ', ...more] });
  await suggest(desk);
  await ghost(desk).getByText('Refunds are').waitFor();
  expect(suggested(stack)).toBe(before + 1);
  const asked = stack.model.requests.at(-1);
  await desk.getByRole('link', { name: 'Knowledge' }).click();
  await asked?.over;
  expect(asked?.isAborted).toBe(true);
  await desk.goBack();
  await field(desk).waitFor();
  expect(await desk.locator('.suggestion').count()).toBe(0);
});

it('says plainly that the knowledge holds nothing, and where to write it', async ({ openQuestion }) => {
  const desk = await openQuestion('Do you sell bicycles with carbon frames?');
  await suggest(desk);
  await desk.locator('.suggestion').getByText('Your knowledge holds no answer to this.').waitFor();
  expect(await field(desk).inputValue()).toBe('');
  await desk.locator('.suggestion').getByRole('link', { name: 'Write one' }).click();
  await desk.getByRole('textbox', { name: 'Question' }).waitFor();
});

it('says what went wrong, and tries again when asked', async ({ stack, openQuestion }) => {
  const desk = await openQuestion();
  const down = { kind: 'status', status: 500 } as const;
  stack.model.script(down, down, down);
  await suggest(desk);
  await desk.locator('.suggestion').getByText('The bot’s model does not answer just now.').waitFor();
  await desk.context().setOffline(true);
  await desk.locator('.suggestion').getByRole('button', { name: 'Try again' }).click();
  await desk.locator('.suggestion').getByText('The server cannot be reached.').waitFor();
  await desk.context().setOffline(false);
  answers(stack);
  await desk.locator('.suggestion').getByRole('button', { name: 'Try again' }).click();
  await ghost(desk).getByText(draft).waitFor();
});

it('has nothing for axe to find in light or dark, on a phone too', async ({ stack, openQuestion }) => {
  const desk = await openQuestion();
  answers(stack);
  await suggest(desk);
  await ghost(desk).getByText(draft).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme });
    for (const width of [1_280, 360]) {
      await desk.setViewportSize({ width, height: 800 });
      expect(await axeProblems(desk)).toEqual([]);
    }
  }
});
