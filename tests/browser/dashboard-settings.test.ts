import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type OperatorFixture, newConversation, newVisitor } from '../support/people.ts';
import { it } from './fixtures.ts';

async function settings({ api }: OperatorFixture) {
  return (await (await api.widget.$get()).json()).data;
}

const save = (desk: Page) => desk.getByRole('button', { name: 'Save' }).click();

it('shows in the real widget what is being changed, and visitors only what is saved', async ({
  operator,
  desk,
}) => {
  await desk.getByRole('link', { name: 'Widget' }).click();
  const preview = desk.frameLocator('iframe[title="Preview of the widget"]').locator('chatly-widget');
  await preview.getByText('Hello! How can we help?').waitFor();
  await desk.getByRole('textbox', { name: 'Title' }).fill('Tea & Pots');
  await desk.getByRole('textbox', { name: 'Welcome' }).fill('Grüß Gott');
  await desk.getByRole('button', { name: 'Colour #be123c' }).click();
  await preview.getByText('Grüß Gott').waitFor();
  await preview.getByRole('dialog', { name: 'Tea & Pots' }).waitFor();
  // Drawing the preview anew must not take the focus out of the field that is typed in.
  await desk.getByRole('textbox', { name: 'Title' }).press('!');
  await preview.getByRole('dialog', { name: /Tea & Pots/ }).waitFor();
  expect(await desk.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  expect((await settings(operator)).title).toBe('Acme');
  await desk.getByRole('textbox', { name: 'Title' }).fill('Tea & Pots');
  await save(desk);
  await desk.getByText('Saved.').first().waitFor();
  expect(await settings(operator)).toMatchObject({
    title: 'Tea & Pots',
    welcomeText: 'Grüß Gott',
    color: '#be123c',
  });
  await desk.getByRole('textbox', { name: 'Logo' }).fill('https://127.0.0.1/logo.png');
  await save(desk);
  await desk.getByText('Must be a public https address.').waitFor();
  await desk.getByRole('button', { name: 'Discard' }).click();
  expect(await desk.getByRole('textbox', { name: 'Logo' }).inputValue()).toBe('');
});

it('asks before signing out takes what was changed and not saved', async ({ desk }) => {
  await desk.getByRole('link', { name: 'Widget' }).click();
  const title = desk.getByRole('textbox', { name: 'Title' });
  await title.fill('Not saved yet');
  await desk.getByRole('button', { name: /^Acme/ }).click();
  await desk.getByRole('menuitem', { name: 'Sign out' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('What you changed on this page is not saved.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await title.inputValue()).toBe('Not saved yet');
});

it('chooses what visitors find before they write, and how light it is', async ({ operator, desk }) => {
  await desk.getByRole('link', { name: 'Widget' }).click();
  await desk.getByRole('radio', { name: 'Dark' }).first().check();
  const questions = desk.getByRole('textbox', { name: 'Suggested questions' });
  await questions.fill('One?\n\n  Two?\nThree?\nFour?');
  await desk.getByText('At most 3 questions have room.').waitFor();
  await questions.fill(`One?\n${'Too long? '.repeat(30)}`);
  await save(desk);
  await desk.getByText(/at most 200 characters/i).waitFor();
  await questions.fill('One?\n\n  Two?\n');
  await desk.getByRole('radio', { name: 'Both' }).check();
  await desk.getByRole('switch', { name: 'They must say it' }).check();
  await save(desk);
  await desk.getByText('Saved.').first().waitFor();
  expect(await settings(operator)).toMatchObject({
    theme: 'dark',
    suggestedQuestions: ['One?', 'Two?'],
    preChat: { fields: ['name', 'email'], required: true },
  });
  await questions.fill('');
  await desk.getByRole('radio', { name: 'Nothing' }).check();
  await save(desk);
  await expect.poll(() => settings(operator)).toMatchObject({ suggestedQuestions: [], preChat: null });
});

it('keeps the widget to the sites that are named', async ({ operator, desk }) => {
  await desk.goto(`${operator.url}/#/widget/install`);
  await desk.getByText(/<script async src=/).waitFor();
  const sites = desk.getByRole('textbox', { name: 'Allowed sites' });
  await sites.fill('https://example.com/shop\nftp://no');
  await desk.getByText('Not an address: ftp://no').waitFor();
  await save(desk);
  await desk.getByText('Saved.').first().waitFor();
  expect((await settings(operator)).allowedOrigins).toEqual(['https://example.com']);
});

it('shows the identity secret to who asks for it', async ({ operator, desk }) => {
  await desk.goto(`${operator.url}/#/widget/identity`);
  const { identitySecret } = (await (await operator.api.widget.embed.$get()).json()).data;
  const shown = desk.getByLabel('Identity secret');
  await shown.waitFor();
  expect(await shown.textContent()).not.toContain(identitySecret);
  await desk.getByRole('button', { name: 'Show' }).click();
  expect(await shown.textContent()).toBe(identitySecret);
  await desk.getByRole('radio', { name: 'Ruby' }).check();
  await desk.getByText('def chatly_identity').waitFor();
});

it('turns the bot on, and sets how it speaks', async ({ operator, desk }) => {
  await desk.getByRole('link', { name: 'Bot', exact: true }).click();
  await desk.getByRole('switch', { name: 'The bot answers first' }).check();
  await desk.getByRole('textbox', { name: 'Name' }).fill('Polly');
  await desk.getByRole('radio', { name: 'Formal' }).check();
  await desk.getByRole('textbox', { name: 'Languages' }).fill('de, en');
  await desk.getByText('German, English').waitFor();
  await desk.getByRole('switch', { name: /Decide by itself/ }).uncheck();
  await desk.getByRole('slider', { name: /Sure enough/ }).fill('0.7');
  await desk.keyboard.press('Control+s');
  await desk.getByText('Saved.').first().waitFor();
  const { aiSettings } = await settings(operator);
  expect(aiSettings).toMatchObject({
    enabled: true,
    name: 'Polly',
    tone: 'formal',
    languages: ['de', 'en'],
    threshold: 0.7,
    instructions: null,
  });
  const visitor = await newVisitor(operator);
  const { conversationId } = await newConversation(visitor, 'Hello');
  const route = operator.api.conversations[':id'];
  const { data } = await (await route.$get({ param: { id: conversationId }, query: {} })).json();
  expect(data.handler).toBe('bot');
});

it.for(['light', 'dark'] as const)('has nothing for axe to find in %s', async (colorScheme, { desk }) => {
  await desk.emulateMedia({ colorScheme });
  await desk.getByRole('link', { name: 'Widget' }).click();
  await desk.getByRole('textbox', { name: 'Title' }).waitFor();
  expect(await axeProblems(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'Install' }).click();
  await desk.getByText(/<script async src=/).waitFor();
  expect(await axeProblems(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'Known visitors' }).click();
  await desk.getByRole('button', { name: 'Show' }).waitFor();
  expect(await axeProblems(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'Bot', exact: true }).click();
  await desk.getByRole('switch', { name: /Decide by itself/ }).uncheck();
  expect(await axeProblems(desk)).toEqual([]);
});
