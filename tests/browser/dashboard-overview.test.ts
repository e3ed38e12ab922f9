import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { type OperatorFixture, as, newConversation, newVisitor, sendMessage } from '../support/people.ts';
import { it as base } from './fixtures.ts';
import { sidewaysOn } from './people.ts';

const it = base.extend('desk', ({ openDesk, operator }) =>
  openDesk(operator, { timezoneId: 'Asia/Kathmandu' }),
);

/** Two conversations opened, one of them answered, resolved and rated. */
async function talk(operator: OperatorFixture): Promise<void> {
  const visitor = await newVisitor(operator);
  const { conversationId } = await newConversation(visitor);
  await newConversation(visitor);
  await sendMessage(operator, conversationId, 'Here I am');
  await as(operator, 'PATCH', `/conversations/${conversationId}`, { status: 'resolved' });
  await as(visitor, 'POST', `/conversations/${conversationId}/rating`, { score: 4 });
}

const sentence = (desk: Page, text: RegExp | string) => desk.getByRole('heading', { level: 2, name: text });
const card = (desk: Page, text: RegExp) => desk.getByRole('region', { name: text }).first();

it('says in sentences what happened, with the figures of each one click away', async ({ operator, desk }) => {
  await talk(operator);
  await desk.keyboard.press('g');
  await desk.keyboard.press('o');
  await sentence(desk, '2 conversations were opened and 1 resolved.').waitFor();
  await sentence(desk, 'The bot answered 0% of 2 conversations.').waitFor();
  await sentence(desk, 'Visitors rated 1 conversation 4 of 5 on average.').waitFor();
  await sentence(
    desk,
    '3 messages were written: 67% by visitors, 0% by the bot, 33% by your team.',
  ).waitFor();
  const volume = card(desk, /^2 conversations/);
  expect(await volume.getByRole('table').count()).toBe(0);
  await volume.getByRole('button', { name: 'Table' }).press('Enter');
  const rows = volume.getByRole('table').getByRole('row');
  expect(await rows.first().getByRole('columnheader').allTextContents()).toEqual([
    'Day',
    'Opened',
    'Resolved',
  ]);
  expect(await rows.count()).toBe(1 + 28 + 1);
  expect(await rows.nth(28).getByRole('cell').allTextContents()).toEqual(['2', '1']);
  expect(await rows.last().getByRole('cell').allTextContents()).toEqual(['2', '1']);
});

it('keeps the period in the address, and looks at long ones by week', async ({ operator, desk }) => {
  await talk(operator);
  await desk.goto(`${operator.url}/#/overview/7`);
  await expect.poll(() => desk.getByRole('radio', { name: '7 days' }).isChecked()).toBe(true);
  await desk.getByRole('radio', { name: '90 days' }).check();
  await expect.poll(() => desk.url()).toContain('#/overview/90');
  await card(desk, /^2 conversations/)
    .getByRole('button', { name: 'Table' })
    .click();
  await desk.getByRole('columnheader', { name: 'Days', exact: true }).waitFor();
  await desk.getByRole('radio', { name: 'Custom' }).check();
  await desk.getByLabel('First day').fill('2026-01-10');
  await desk.getByLabel('Last day').fill('2026-01-01');
  await desk.getByText('The last day is before the first.').waitFor();
  await desk.getByLabel('Last day').fill('2026-01-20');
  await expect.poll(() => desk.url()).toContain('#/overview/2026-01-10/2026-01-20');
  await desk.getByRole('heading', { name: /^No conversations/ }).waitFor();
  await desk.reload();
  await desk.getByRole('heading', { name: /^No conversations/ }).waitFor();
  expect(await desk.getByLabel('First day').inputValue()).toBe('2026-01-10');
});

it('follows what happens, without disturbing whoever reads, and says from when it is where it cannot', async ({
  operator,
  desk,
}) => {
  const visitor = await newVisitor(operator);
  await newConversation(visitor);
  await desk.setViewportSize({ width: 700, height: 400 });
  await desk.goto(`${operator.url}/#/overview/7`);
  const table = card(desk, /written/).getByRole('button', { name: 'Table' });
  await table.press('Enter');
  await table.scrollIntoViewIfNeeded();
  const place = () =>
    table.evaluate((button) => ({
      isFocused: button === document.activeElement,
      isOpen: button.ariaPressed,
      top: button.getBoundingClientRect().top,
    }));
  const before = await place();
  expect(before).toMatchObject({ isFocused: true, isOpen: 'true' });
  await desk.context().setOffline(true);
  await desk.getByText(/^As of .* What happens now shows once you are connected again\.$/).waitFor();
  await newConversation(visitor);
  await desk.context().setOffline(false);
  await sentence(desk, /^2 conversations/).waitFor();
  await expect.poll(place).toEqual(before);
  await expect.poll(() => desk.getByText(/^As of/).count()).toBe(0);
});

it('keeps what it shows where it cannot be fetched anew, and says so', async ({ operator, desk }) => {
  const visitor = await newVisitor(operator);
  await newConversation(visitor);
  await desk.goto(`${operator.url}/#/overview/7`);
  await sentence(desk, /^1 conversation was/).waitFor();
  await desk.route(/\/api\/overview/, (route) => route.abort());
  await newConversation(visitor);
  await desk.getByText(/^As of .* It could not be fetched anew, and is tried again\.$/).waitFor();
  await sentence(desk, /^1 conversation was/).waitFor();
});

it('asks for the days of the browser’s own time zone', async ({ operator, desk }) => {
  const [asked] = await Promise.all([
    desk.waitForRequest(/\/api\/overview\?/),
    desk.goto(`${operator.url}/#/overview/7`),
  ]);
  const query = new URL(asked.url()).searchParams;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kathmandu' }).format(new Date());
  expect([query.get('timezone'), query.get('to')]).toEqual([
    expect.stringMatching(/^Asia\/Kat[h]?mandu$/),
    today,
  ]);
});

it('saves what it shows as CSV', async ({ operator, desk }) => {
  await talk(operator);
  await desk.goto(`${operator.url}/#/overview/7`);
  await sentence(desk, /^2 conversations/).waitFor();
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^chatly-overview-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(1 + 7);
  expect(lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,2,0,1,/);
});

it('shows the next step where nothing happened, and a way on where it cannot be fetched', async ({
  desk,
}) => {
  await desk.route(/\/api\/overview/, (route) => route.abort());
  await desk.getByRole('link', { name: 'Overview' }).click();
  await desk.getByText('The server cannot be reached.').waitFor();
  await desk.unroute(/\/api\/overview/);
  await desk.getByRole('button', { name: 'Try again' }).click();
  await desk.getByRole('link', { name: 'Put the widget on your site' }).click();
  await expect.poll(() => desk.url()).toContain('#/widget/install');
});

it.for(['light', 'dark'] as const)(
  'has nothing for axe to find in %s',
  async (colorScheme, { operator, desk }) => {
    await desk.emulateMedia({ colorScheme });
    await desk.goto(`${operator.url}/#/overview`);
    await desk.getByRole('heading', { name: /^No conversations/ }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    await talk(operator);
    await desk.getByRole('radio', { name: 'Custom' }).check();
    await desk.reload();
    await sentence(desk, /^2 conversations/).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
    for (const button of await desk.getByRole('button', { name: 'Table' }).all()) await button.click();
    await desk.setViewportSize({ width: 360, height: 700 });
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysOn(desk)).toBe(0);
  },
);
