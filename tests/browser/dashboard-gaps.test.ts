import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { newUnanswered, setBot } from '../support/bot.ts';
import {
  type OperatorFixture,
  newConversation,
  newSynonyms,
  newVisitor,
  sendMessage,
} from '../support/people.ts';
import { it } from './fixtures.ts';
import { sidewaysOn } from './people.ts';

const norway = 'Do you ship to Norway?';

async function entries(operator: OperatorFixture) {
  return (await (await operator.api['knowledge-base'].$get({ query: {} })).json()).data;
}

async function synonyms(operator: OperatorFixture) {
  const { data } = await (await operator.api['knowledge-base'].synonyms.$get()).json();
  return data.map(({ words }) => words);
}

async function goTo(desk: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await desk.keyboard.press(key);
}

/** Where the bot handed over, and an operator answered since. */
async function answeredByHand(operator: OperatorFixture, question: string, answer: string): Promise<string> {
  await newUnanswered(operator, question);
  const query = { limit: '1' };
  const { data } = await (await operator.api['knowledge-base'].unanswered.$get({ query })).json();
  const conversationId = data[0]?.askings[0]?.conversationId ?? '';
  await sendMessage(operator, conversationId, answer);
  return conversationId;
}

const card = (desk: Page, question: string) => desk.getByRole('listitem').filter({ hasText: question });
const nav = (desk: Page) => desk.getByRole('navigation', { name: 'Knowledge pages' });

describe('unanswered questions', () => {
  it('come live, with a count, and become an entry with what a person answered', async ({
    operator,
    desk,
  }) => {
    await goTo(desk, 'g u');
    await desk.getByText('Nothing unanswered').waitFor();
    await answeredByHand(operator, norway, 'Yes, within five days.');
    await card(desk, norway).getByText('Asked once').waitFor();
    expect(await nav(desk).getByRole('link', { name: 'Unanswered 1' }).getAttribute('aria-current')).toBe(
      'page',
    );
    await desk.reload();
    await card(desk, norway).getByText('Yes, within five days.').waitFor();

    await card(desk, norway).getByRole('button', { name: 'Answer' }).click();
    expect(await desk.getByRole('textbox', { name: 'Question' }).inputValue()).toBe(norway);
    const answer = desk.getByRole('textbox', { name: 'Answer' });
    expect(await answer.inputValue()).toBe('Yes, within five days.');
    await answer.fill('');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('The answer is missing.').waitFor();
    await answer.fill('Yes, in four days.');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Nothing unanswered').waitFor();
    expect(await entries(operator)).toMatchObject([{ question: norway, answer: 'Yes, in four days.' }]);
    expect(await nav(desk).getByRole('link', { name: 'Unanswered', exact: true }).count()).toBe(1);
    await desk.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => answer.inputValue()).toBe('Yes, in four days.');
  });

  it('are dismissed, with a way back, and lead to where they were asked', async ({ operator, openDesk }) => {
    const conversationId = await answeredByHand(operator, norway, 'Yes.');
    const desk = await openDesk();
    await desk.getByRole('link', { name: 'Knowledge' }).click();
    await nav(desk).getByRole('link', { name: 'Unanswered 1' }).click();
    await card(desk, norway).getByRole('button', { name: 'Dismiss' }).click();
    await desk.getByText('Nothing unanswered').waitFor();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await card(desk, norway).getByRole('link', { name: 'Conversation' }).click();
    await desk.locator('.messages').getByText(norway).waitFor();
    expect(new URL(desk.url()).hash).toContain(conversationId);
  });

  it('stay while they are being answered, whatever a colleague does with them', async ({
    operator,
    openDesk,
  }) => {
    const id = await newUnanswered(operator, norway);
    const desk = await openDesk();
    await goTo(desk, 'g u');
    await card(desk, norway).getByRole('button', { name: 'Answer' }).click();
    await desk.getByRole('textbox', { name: 'Answer' }).fill('Yes.');
    const route = operator.api['knowledge-base'].unanswered[':id'];
    await route.$patch({ param: { id }, json: { status: 'dismissed' } });
    await nav(desk).getByRole('link', { name: 'Unanswered', exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Nothing unanswered').waitFor();
    expect(await entries(operator)).toMatchObject([{ question: norway, answer: 'Yes.' }]);
  });

  it('keep what was begun over a change of page, a reload and a colleague’s answer, and ask before it is lost', async ({
    operator,
    openDesk,
  }) => {
    await newUnanswered(operator, norway);
    const desk = await openDesk();
    await goTo(desk, 'g u');
    await card(desk, norway).getByRole('button', { name: 'Answer' }).click();
    const answer = desk.getByRole('textbox', { name: 'Answer' });
    await answer.fill('Yes, in four');
    await nav(desk).getByRole('link', { name: 'Synonyms' }).click();
    await desk.getByText('No synonyms yet').waitFor();
    await nav(desk).getByRole('link', { name: 'Unanswered 1' }).click();
    await expect.poll(() => answer.inputValue()).toBe('Yes, in four');
    await answer.fill('Yes, in four days.');
    const { data } = await (await operator.api['knowledge-base'].unanswered.$get({ query: {} })).json();
    const param = { id: data[0]?.id ?? '' };
    await operator.api['knowledge-base'].unanswered[':id'].$patch({ param, json: { status: 'dismissed' } });
    await nav(desk).getByRole('link', { name: 'Unanswered', exact: true }).waitFor();
    await desk.reload();
    await expect.poll(() => answer.inputValue()).toBe('Yes, in four days.');
    await desk.getByRole('button', { name: /^Acme/ }).click();
    await desk.getByRole('menuitem', { name: 'Sign out' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('One draft is not finished.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Cancel' }).click();
    await desk.getByText('Nothing unanswered').waitFor();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Nothing unanswered').waitFor();
    expect(await entries(operator)).toMatchObject([{ question: norway, answer: 'Yes, in four days.' }]);
  });

  it('say what went wrong while the network is away, and lose nothing', async ({ operator, openDesk }) => {
    await newUnanswered(operator, norway);
    const desk = await openDesk();
    await goTo(desk, 'g u');
    await card(desk, norway).getByRole('button', { name: 'Answer' }).click();
    await desk.getByRole('textbox', { name: 'Answer' }).fill('Yes.');
    await desk.context().setOffline(true);
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Not saved, nothing is lost.').waitFor();
    await desk.context().setOffline(false);
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Nothing unanswered').waitFor();
  });
});

describe('an operator’s reply', () => {
  it('becomes an entry from the thread, and its question is unanswered no longer', async ({
    operator,
    openDesk,
  }) => {
    const conversationId = await answeredByHand(operator, norway, 'Yes, within five days.');
    const desk = await openDesk();
    await desk.goto(`${operator.url}/#/inbox/all/${conversationId}`);
    const message = desk.locator('.messages li').filter({ hasText: 'Yes, within five days.' });
    await message.hover();
    await message.getByRole('button', { name: 'Add to knowledge' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Add to knowledge' });
    const question = dialog.getByRole('textbox', { name: 'Question' });
    expect(await question.inputValue()).toBe(norway);
    await question.fill('To which countries do you deliver?');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Added to the knowledge.').waitFor();
    expect(await entries(operator)).toMatchObject([
      { question: 'To which countries do you deliver?', answer: 'Yes, within five days.' },
    ]);
    await desk.getByRole('button', { name: 'Open', exact: true }).click();
    await desk.getByRole('heading', { name: 'To which countries do you deliver?' }).waitFor();
    await nav(desk).getByRole('link', { name: 'Unanswered', exact: true }).click();
    await desk.getByText('Nothing unanswered').waitFor();
  });

  it('is found by the palette, and the form is left by Escape', async ({ operator, openDesk }) => {
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'When do you open?');
    await sendMessage(operator, conversationId, 'At nine.');
    const desk = await openDesk();
    await desk.goto(`${operator.url}/#/inbox/all/${conversationId}`);
    await desk.locator('.messages').getByText('At nine.').waitFor();
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('last reply');
    await desk.keyboard.press('Enter');
    const dialog = desk.getByRole('dialog', { name: 'Add to knowledge' });
    expect(await dialog.getByRole('textbox', { name: 'Question' }).inputValue()).toBe('When do you open?');
    await desk.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await entries(operator)).toEqual([]);
  });
});

describe('synonyms', () => {
  it('are added, refused with a reason, removed and put back', async ({ operator, desk }) => {
    await goTo(desk, 'g y');
    await desk.getByText('No synonyms yet').waitFor();
    const words = desk.getByRole('textbox', { name: 'Words that mean the same' });
    await words.fill('couch');
    await words.press('Enter');
    await desk.getByText('Name at least two words').waitFor();
    await words.fill('couch, and the');
    await words.press('Enter');
    await desk.getByText('“and the” is too common a word to search by.').waitFor();
    await words.fill('couch, sofa = settee');
    await words.press('Enter');
    const row = desk.getByRole('list', { name: 'Synonyms' }).getByRole('listitem');
    await row.waitFor();
    expect([await words.inputValue(), await synonyms(operator)]).toEqual(['', [['couch', 'sofa', 'settee']]]);
    await row.getByRole('button', { name: 'Remove couch, sofa, settee' }).click();
    await desk.getByText('No synonyms yet').waitFor();
    expect(await synonyms(operator)).toEqual([]);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    expect(await synonyms(operator)).toEqual([['couch', 'sofa', 'settee']]);
  });

  it('are changed where they stand, with the keyboard alone, and changed back', async ({
    operator,
    openDesk,
  }) => {
    await newSynonyms(operator, 'eta', 'delivery time');
    await newSynonyms(operator, 'couch', 'sofa');
    const desk = await openDesk();
    await goTo(desk, 'g y');
    const change = desk.getByRole('button', { name: 'Change couch, sofa', exact: true });
    await change.press('Enter');
    const field = desk.getByRole('textbox', { name: 'Change to' });
    expect(await field.inputValue()).toBe('couch, sofa');
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('ETA, delivery time');
    await desk.keyboard.press('Enter');
    await desk.getByText('These words mean the same already.').waitFor();
    await desk.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await expect.poll(() => change.evaluate((button) => button === document.activeElement)).toBe(true);
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('End');
    await desk.keyboard.type(', settee');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Change couch, sofa, settee' }).waitFor();
    expect(await synonyms(operator)).toEqual([
      ['couch', 'sofa', 'settee'],
      ['eta', 'delivery time'],
    ]);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await change.waitFor();
    expect((await synonyms(operator))[0]).toEqual(['couch', 'sofa']);
  });
});

it.for([
  ['light', 1440],
  ['dark', 1440],
  ['light', 360],
] as const)(
  'has nothing that axe objects to, %s, %i px wide',
  async ([colorScheme, width], { operator, openDesk }) => {
    await answeredByHand(operator, norway, 'Yes, within five days.');
    await newUnanswered(operator, 'هل تشحنون إلى النرويج؟');
    await newSynonyms(operator, 'couch', 'sofa', 'Donaudampfschifffahrtsgesellschaft');
    await setBot(operator, { enabled: false });
    const desk = await openDesk();
    await desk.emulateMedia({ colorScheme });
    await desk.setViewportSize({ width, height: 800 });
    await goTo(desk, 'g u');
    await card(desk, norway).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    await card(desk, norway).getByRole('button', { name: 'Answer' }).click();
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysOn(desk)).toBe(0);
    await desk.goto(`${operator.url}/#/knowledge/synonyms`);
    await desk.getByRole('list', { name: 'Synonyms' }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysOn(desk)).toBe(0);
  },
);
