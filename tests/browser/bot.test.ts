import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { axeProblems } from '../support/axe.ts';
import { type BotStack, refunds, tenantWithBot } from '../support/bot.ts';
import { itWithModel } from './fixtures.ts';
import type { Widget } from './people.ts';

const answer = 'Refunds are paid back within fourteen days to the card that was used for the purchase.';
const here = 'A colleague will answer you here.';
const away =
  'Nobody is online at the moment. Leave your e-mail address here, and the team will get back to you.';
const off = 'Do you sell bicycles with carbon frames?';

const it = itWithModel.extend('operator', ({ stackUrl }) => tenantWithBot(stackUrl));

const human = ({ dialog }: Widget) => dialog.getByRole('button', { name: 'Talk to a person' });
/** What stands between the messages, said by nobody. */
const told = ({ root }: Widget, text: string) => root.locator('.messages > .day').filter({ hasText: text });

/** The visitor is with a person: what comes next is answered by one, and by no bot. */
async function expectPerson({ model }: BotStack, widget: Widget, desk: Page): Promise<void> {
  await human(widget).waitFor({ state: 'hidden' });
  const asked = model.requests.length;
  await widget.write(refunds.question);
  await desk.getByRole('link', { name: /How long does a refund take/ }).click();
  await desk.getByRole('textbox', { name: 'Write an answer' }).fill('I will look into it.');
  await desk.keyboard.press('Enter');
  await widget.bubble('I will look into it.').waitFor();
  expect(await widget.bubbles()).not.toContain(answer);
  expect(model.requests).toHaveLength(asked);
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

it.for(['light', 'dark'] as const)(
  'answers word by word, with its source, %s',
  async (colorScheme, { desk, page, widget, stack }) => {
    await page.emulateMedia({ colorScheme });
    stack.model.script({
      kind: 'pieces',
      pieces: [
        'Refunds are paid back ',
        { afterMs: 200, text: 'within fourteen days ' },
        { afterMs: 200, text: 'to the card that was used for the purchase. [1]' },
      ],
    });
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
    expect(await axeProblems(page)).toEqual([]);
    await desk.getByRole('link', { name: /Refunds are paid back/ }).click();
    await desk.locator('.messages .bubble').getByText(answer).waitFor();
    await desk.getByLabel(/^Source 1/).waitFor();
  },
);

it('tells a visitor whose answers are used up, and a person takes over', async ({ desk, widget, stack }) => {
  const answers = widget.root.locator('.row.other .bubble:not(.dots)');
  for (let given = 1; given <= limits.answer.perConversation; given += 1) {
    await widget.write('Hello');
    await expect.poll(() => answers.count()).toBe(given);
  }
  await human(widget).waitFor();
  await widget.write(refunds.question);
  await told(widget, `I have answered as much as I may for now. ${here}`).waitFor();
  await expectPerson(stack, widget, desk);
});

it('tells a visitor that the model is out, and a person takes over', async ({ openDesk, widget, stack }) => {
  stack.model.script(
    ...Array.from({ length: limits.answer.attempts }, () => ({ kind: 'status' as const, status: 503 })),
  );
  await widget.write(refunds.question);
  await told(widget, `I cannot answer just now. ${away}`).waitFor();
  await expectPerson(stack, widget, await openDesk());
});

describe('a question that the knowledge does not answer', () => {
  const unknown = 'I could not find an answer to that in what I know.';

  it('goes to a person, and the visitor reads what to do while nobody is there', async ({
    openDesk,
    widget,
    stack,
  }) => {
    await widget.write(off);
    await told(widget, `${unknown} ${away}`).waitFor();
    await expectPerson(stack, widget, await openDesk());
  });

  it('goes to a person who is there, and the visitor reads so', async ({ desk, widget, stack }) => {
    await widget.write(off);
    await told(widget, `${unknown} ${here}`).waitFor();
    await expectPerson(stack, widget, desk);
  });
});

describe('a visitor who wants a person', () => {
  it('gets one for saying so', async ({ desk, widget, stack }) => {
    await widget.write('Can I talk to a person, please?');
    await told(widget, `You asked for a person. ${here}`).waitFor();
    await expectPerson(stack, widget, desk);
  });

  it('gets one for the button, also in the middle of an answer, of which nothing stays', async ({
    desk,
    widget,
    stack,
  }) => {
    stack.model.script({ kind: 'stall', pieces: ['Refunds are paid ', 'back within '] });
    await widget.write(refunds.question);
    await widget.dialog.getByText('Refunds are paid').waitFor();
    const asked = stack.model.requests.at(-1);
    await human(widget).click();
    await asked?.over;
    expect(asked?.isAborted).toBe(true);
    await widget.dialog.getByText('Refunds are paid').waitFor({ state: 'detached' });
    await expectPerson(stack, widget, desk);
    expect((await widget.bubbles()).filter((text) => text.includes('Refunds'))).toEqual([]);
  });
});
