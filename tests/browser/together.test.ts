import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { addText, refunds, setBot } from '../support/bot.ts';
import { newMember } from '../support/people.ts';
import { itWithoutBot } from './fixtures.ts';
import { bubblesOn, connected, widgetOn } from './people.ts';

const it = itWithoutBot
  // The dashboard of the owner, called Acme, and that of its colleague Ada.
  .extend('acme', ({ openDesk }) => openDesk())
  .extend('ada', async ({ openDesk, operator }) => openDesk(await newMember(operator)))
  // A visitor on the shop's page, with the widget open; a second one of the same browser is another tab.
  .extend('arrive', ({ newPerson, shop }) => async (name: string, context?: BrowserContext) => {
    const page = await (context ?? (await newPerson())).newPage();
    await page.goto(shop.url);
    await page.waitForFunction(() => 'Chatly' in window);
    await page.evaluate((who) => Reflect.get(window, 'Chatly').identify({ name: who }), name);
    const widget = widgetOn(page);
    await widget.open();
    return { name, context: page.context(), ...widget };
  })
  .extend('visitors', async ({ arrive }) => {
    const [vera, oskar, mei] = [await arrive('Vera'), await arrive('Oskar'), await arrive('Mei')];
    for (const one of [vera, oskar, mei]) {
      await one.write(`Hello from ${one.name}`);
      await one.status.getByText('Delivered').waitFor();
    }
    return { vera, oskar, mei };
  });

const row = (desk: Page, name: string) => desk.locator('.conversation-row').filter({ hasText: name });
const names = (desk: Page) => desk.locator('.conversation-row .row-name').allTextContents();

async function answer(desk: Page, name: string, content: string): Promise<void> {
  await row(desk, name).click();
  await desk.getByRole('heading', { name, level: 2 }).first().waitFor();
  await desk.getByRole('textbox', { name: 'Write an answer' }).fill(content);
  await desk.keyboard.press('Enter');
}

it('shows each of two operators and three visitors exactly what is theirs, live and in order', async ({
  acme,
  ada,
  visitors: { vera, oskar, mei },
}) => {
  for (const desk of [acme, ada]) await expect.poll(() => names(desk)).toEqual(['Mei', 'Oskar', 'Vera']);
  await Promise.all([
    answer(acme, 'Vera', 'Hello Vera, Acme here'),
    answer(ada, 'Oskar', 'Hello Oskar, Ada here'),
  ]);
  await expect.poll(vera.bubbles).toEqual(['Hello from Vera', 'Hello Vera, Acme here']);
  await expect.poll(oskar.bubbles).toEqual(['Hello from Oskar', 'Hello Oskar, Ada here']);
  await row(ada, 'Vera').getByText('Acme: Hello Vera, Acme here').waitFor();
  await row(ada, 'Vera').getByTitle('Acme’s').waitFor();
  await row(acme, 'Oskar').getByText('Ada: Hello Oskar, Ada here').waitFor();
  await row(acme, 'Vera').getByText('You: Hello Vera, Acme here').waitFor();

  await row(ada, 'Vera').click();
  for (const n of [1, 2, 3]) {
    await vera.write(`Vera ${n}`);
    await acme.locator('.messages .bubble').getByText(`Vera ${n}`, { exact: true }).waitFor();
    await answer(acme, 'Vera', `Acme ${n}`);
    await vera.bubble(`Acme ${n}`).waitFor();
  }
  const talk = ['Hello from Vera', 'Hello Vera, Acme here'].concat(
    [1, 2, 3].flatMap((n) => [`Vera ${n}`, `Acme ${n}`]),
  );
  for (const read of [vera.bubbles, () => bubblesOn(acme), () => bubblesOn(ada)])
    await expect.poll(read).toEqual(talk);
  expect(await oskar.bubbles()).toEqual(['Hello from Oskar', 'Hello Oskar, Ada here']);
  expect(await mei.bubbles()).toEqual(['Hello from Mei']);

  await acme.getByRole('button', { name: 'Resolve' }).click();
  await ada.getByRole('button', { name: 'Reopen' }).waitFor();
  await row(ada, 'Vera').waitFor({ state: 'detached' });
  await acme.getByRole('button', { name: 'Undo' }).click();
  await row(ada, 'Vera').waitFor();
});

it('shows a colleague who takes over from the bot, and gives the conversation on', async ({
  operator,
  acme,
  ada,
  arrive,
}) => {
  await setBot(operator, {});
  await addText(operator, refunds);
  const vera = await arrive('Vera');
  await vera.write(refunds.question);
  for (const desk of [acme, ada]) {
    await row(desk, 'Vera').getByTitle('The bot answers here').waitFor();
    await row(desk, 'Vera').click();
    await desk.locator('.message.bot .bubble').getByText('fourteen days').waitFor();
  }
  await acme.getByRole('button', { name: 'Take over' }).click();
  await ada.getByRole('button', { name: 'Hand to bot' }).waitFor();
  await row(ada, 'Vera').getByTitle('Acme’s').waitFor();
  const whose = (desk: Page) => desk.getByLabel('Whose it is');
  const shown = (desk: Page) => whose(desk).locator('option:checked').textContent();
  await expect.poll(() => shown(ada)).toBe('Acme');
  await whose(acme).selectOption('Ada');
  await acme.getByText('It is Ada’s now.').waitFor();
  await expect.poll(() => shown(ada)).toBe('Ada (you)');
  await ada.goto(`${operator.url}/#/inbox/mine`);
  await row(ada, 'Vera').getByTitle('Yours').waitFor();
  const toast = acme.locator('.toast').filter({ hasText: 'Ada’s' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await row(ada, 'Vera').waitFor({ state: 'detached' });
  await expect.poll(() => shown(acme)).toBe('Acme (you)');
  await row(acme, 'Vera').click();
  await acme.keyboard.press('Escape');
  await acme.keyboard.press('m');
  await acme.getByText('It is nobody’s now.').waitFor();
});

it('is right again for an operator and a visitor who were offline, without a reload', async ({
  acme,
  ada,
  visitors: { vera, oskar },
}) => {
  await answer(acme, 'Vera', 'Before');
  await vera.bubble('Before').waitFor();
  await answer(ada, 'Vera', 'Before too');
  const before = ['Hello from Vera', 'Before', 'Before too'];
  for (const read of [vera.bubbles, () => bubblesOn(acme), () => bubblesOn(ada)])
    await expect.poll(read).toEqual(before);

  await acme.context().setOffline(true);
  await vera.context.setOffline(true);
  await acme.getByText('You are offline.').waitFor();
  await vera.dialog.getByText('You are offline.').waitFor();
  await acme.getByRole('textbox', { name: 'Write an answer' }).fill('Written by Acme meanwhile');
  await acme.keyboard.press('Enter');
  await acme.getByText('Waiting to be sent').waitFor();
  await vera.write('Written by Vera meanwhile');
  await answer(ada, 'Vera', 'Said by Ada meanwhile');
  await oskar.write('Oskar goes on');
  await row(ada, 'Oskar').getByText('Oskar goes on').waitFor();
  expect(await row(acme, 'Oskar').textContent()).not.toContain('Oskar goes on');

  await vera.context.setOffline(false);
  await ada.locator('.bubble').getByText('Written by Vera meanwhile').waitFor();
  await acme.context().setOffline(false);
  await connected(acme);
  await acme.getByText('You are offline.').waitFor({ state: 'hidden' });
  const talk = [...before, 'Said by Ada meanwhile', 'Written by Vera meanwhile', 'Written by Acme meanwhile'];
  for (const read of [vera.bubbles, () => bubblesOn(acme), () => bubblesOn(ada)])
    await expect.poll(read).toEqual(talk);
  await row(acme, 'Oskar').getByText('Oskar goes on').waitFor();
  expect(await oskar.bubbles()).toEqual(['Hello from Oskar', 'Oskar goes on']);
});

it('keeps two tabs of one visitor in step with two operators', async ({ acme, ada, arrive }) => {
  const one = await arrive('Vera');
  await one.write('From the first tab');
  await one.status.getByText('Delivered').waitFor();
  const two = await arrive('Vera', one.context);
  await expect.poll(two.bubbles).toEqual(['From the first tab']);
  await answer(acme, 'Vera', 'From Acme');
  await two.bubble('From Acme').waitFor();
  await two.write('From the second tab');
  await one.bubble('From the second tab').waitFor();
  await row(ada, 'Vera').getByText('From the second tab').waitFor();
  await answer(ada, 'Vera', 'From Ada');
  const talk = ['From the first tab', 'From Acme', 'From the second tab', 'From Ada'];
  for (const read of [one.bubbles, two.bubbles, () => bubblesOn(acme), () => bubblesOn(ada)])
    await expect.poll(read).toEqual(talk);
  expect(await names(acme)).toEqual(['Vera']);
});
