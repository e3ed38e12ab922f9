import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type OperatorFixture, newConversation, newVisitor, sendMessage } from '../support/people.ts';
import { itWithoutBot as it } from './fixtures.ts';
import { bubblesOn, openDashboard, sidewaysOn, storedMessages } from './people.ts';

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

async function converse(operator: OperatorFixture): Promise<void> {
  const long = `${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4)} https://example.com/${'x'.repeat(200)}`;
  for (const [name, content] of [
    ['Wolfeschlegelsteinhausenbergerdorff'.repeat(3), long],
    ['محمد', 'مرحبا، متى يصل طلبي؟'],
    ['🦄🎉', '😀😀😀'],
  ] as const) {
    const visitor = await newVisitor(operator, { name });
    const { conversationId } = await newConversation(visitor, content);
    await sendMessage(operator, conversationId, content);
    await sendMessage(visitor, conversationId, 'Thank you');
  }
}

it('can be worked in with the keyboard alone', async ({ operator, openDesk }) => {
  for (const name of ['Vera', 'Oskar', 'Mei']) {
    await newConversation(await newVisitor(operator, { name }), `Hello from ${name}`);
  }
  const desk = await openDesk();
  await desk.getByText('Hello from Mei').waitFor();
  const { keyboard } = desk;
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toEqual(['Hello from Oskar']);
  await keyboard.press('r');
  await keyboard.type('Hello ');
  await keyboard.press('Shift+Enter');
  await keyboard.type('there, e and j are letters here');
  await keyboard.press('Enter');
  await expect
    .poll(() => bubblesOn(desk))
    .toEqual(['Hello from Oskar', 'Hello \nthere, e and j are letters here']);
  await keyboard.press('Escape');
  await keyboard.press('e');
  await desk.getByRole('button', { name: 'Reopen' }).waitFor();
  await keyboard.press('e');
  await desk.getByRole('button', { name: 'Resolve' }).waitFor();
  await keyboard.press('a');
  await desk.getByRole('button', { name: 'Take over' }).waitFor();
  await keyboard.press('Shift+?');
  await desk.getByRole('dialog', { name: 'Keys' }).getByText('Next conversation').waitFor();
  await keyboard.press('j');
  await keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await keyboard.press('Control+k');
  await keyboard.type('vera');
  await keyboard.press('Enter');
  await expect.poll(() => bubblesOn(desk)).toEqual(['Hello from Vera']);
  await keyboard.press('/');
  await keyboard.type('Mei');
  await expect.poll(() => desk.locator('.conversation-row').count()).toBe(1);
  await expect.poll(() => storedMessages(operator)).toHaveLength(4);
});

it('gives the focus back, and leads it', async ({ operator, openDesk }) => {
  await newConversation(await newVisitor(operator, { name: 'Vera' }), 'Hello');
  const desk = await openDesk();
  const focused = () => desk.evaluate(() => document.activeElement?.textContent);
  await desk.getByRole('link', { name: /Vera/ }).waitFor();
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Enter');
  expect(await desk.evaluate(() => document.activeElement?.id)).toBe('main');
  const menu = desk.getByRole('button', { name: /^Shown:/ });
  await menu.focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Mine');
  await desk.keyboard.press('Escape');
  expect(await focused()).toMatch(/^Shown:/);
});

it('shows one thing at a time on a phone, with targets for thumbs and nothing over the edge', async ({
  operator,
  openDesk,
}) => {
  await converse(operator);
  const desk = await openDesk(operator, phone);
  await desk.getByRole('link', { name: /محمد/ }).waitFor();
  expect(await sidewaysOn(desk)).toBe(0);
  expect(await desk.getByRole('region', { name: 'Conversation', exact: true }).isVisible()).toBe(false);
  await desk.getByRole('link', { name: /Wolfe/ }).tap();
  await desk.getByRole('textbox', { name: 'Write an answer' }).fill('From a phone');
  await desk.getByRole('button', { name: 'Send' }).tap();
  await desk.getByText('✓ Sent').waitFor();
  expect(await sidewaysOn(desk)).toBe(0);
  const messages = desk.getByRole('group', { name: 'Messages' });
  expect(await messages.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  for (const button of await desk.getByRole('button').all()) {
    const box = await button.boundingBox();
    if (box) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  await desk.getByRole('button', { name: 'About the visitor' }).tap();
  await desk.getByRole('complementary', { name: 'About the visitor' }).getByText('Not verified').waitFor();
  await desk.getByRole('button', { name: 'Close' }).tap();
  await desk.getByRole('link', { name: 'Back to the list' }).tap();
  await desk.getByRole('link', { name: /Wolfe.*From a phone/s }).waitFor();
});

it('breaks no rule of its own policy', async ({ newPerson, operator }) => {
  const refused: string[] = [];
  const agent = await newPerson();
  await agent.exposeFunction('refused', (what: string) => refused.push(what));
  await agent.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, 'refused')(`${violatedDirective} ${blockedURI}`);
    });
  });
  const desk = await openDashboard(agent, operator);
  await desk.keyboard.press('Control+k');
  await desk.getByRole('combobox').waitFor();
  expect(refused).toEqual([]);
  const { headers } = await fetch(operator.url);
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self'/,
  );
});

describe.each(['light', 'dark'] as const)('axe finds nothing wrong in %s', (colorScheme) => {
  it('with signing in and registering', async ({ operator, page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(operator.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Register a company' }).click();
    await page.getByRole('heading', { name: 'Register your company' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it.for([1440, 768, 360])('with the inbox, %i px wide', async (width, { operator, openDesk }) => {
    const desk = await openDesk(operator, { colorScheme, viewport: { width, height: 800 } });
    await desk.getByText('No conversations yet').waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    await converse(operator);
    await desk.getByRole('link', { name: /محمد/ }).click();
    await expect.poll(() => bubblesOn(desk)).toHaveLength(3);
    expect(await axeProblems(desk)).toEqual([]);
  });

  it('with menus, windows and toasts', async ({ operator, openDesk }) => {
    await converse(operator);
    const desk = await openDesk(operator, { colorScheme });
    await desk.getByRole('button', { name: /^Shown:/ }).click();
    expect(await axeProblems(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    await desk.getByRole('link', { name: /محمد/ }).click();
    await desk.getByRole('button', { name: 'Resolve' }).click();
    await desk.getByText('Resolved.', { exact: true }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    await desk.keyboard.press('Shift+?');
    expect(await axeProblems(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Control+k');
    expect(await axeProblems(desk)).toEqual([]);
  });
});
