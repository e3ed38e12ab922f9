import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { launchBrowser, newPerson } from '../support/browser.ts';
import {
  type OperatorFixture,
  as,
  newConversation,
  newInvitation,
  newMember,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';
import { connected, openDashboard } from './people.ts';

let browser: Browser;
let owner: OperatorFixture;
let here: BrowserContext;
let elsewhere: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  owner = await newTenant(inject('stackUrl'));
  [here, elsewhere] = [await newPerson(browser), await newPerson(browser)];
});
afterEach(async () => {
  await here.close();
  await elsewhere.close();
});

async function openTeam(context: BrowserContext, who: OperatorFixture): Promise<Page> {
  const page = await openDashboard(context, who);
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('heading', { name: /member/ }).waitFor();
  return page;
}

async function openLink(context: BrowserContext, { invitationToken }: { invitationToken: string }) {
  const page = await context.newPage();
  await page.goto(`${owner.url}/#invitation=${invitationToken}`);
  return page;
}

async function join(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name}-${owner.email}`);
  await page.getByLabel('Password').fill('a new pass phrase');
  await page.getByRole('button', { name: 'Join' }).click();
}

const member = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const dialog = (page: Page) => page.getByRole('dialog');

it('invites by a link that is shown once, lets a person in, and out again within a moment', async () => {
  const desk = await openTeam(here, owner);
  await desk.getByRole('button', { name: 'Invite', exact: true }).click();
  await desk.getByLabel('Whom is it for?').fill('Ada');
  await desk.getByRole('button', { name: 'Make the link' }).click();
  const url = await desk.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(url).toMatch(/#invitation=/);
  await desk.getByRole('button', { name: 'Done' }).click();
  await member(desk, 'works until').getByText('Ada').waitFor();
  expect(await desk.content()).not.toContain(url);

  const joining = await elsewhere.newPage();
  await joining.goto(url);
  await joining.getByRole('heading', { name: 'Join Acme' }).waitFor();
  expect(await joining.getByLabel('Your name').inputValue()).toBe('Ada');
  await join(joining, 'Ada');
  await connected(joining);
  expect(new URL(joining.url()).hash).toBe('#/inbox');
  await member(desk, `Ada-${owner.email}`).waitFor();
  await member(desk, `Ada-${owner.email}`).getByTitle('Here now').waitFor();
  await desk.getByText('None.').waitFor();

  await joining.getByRole('link', { name: 'Team' }).click();
  await member(joining, owner.email).getByText('Owner').waitFor();
  await member(joining, 'You').getByText('Agent', { exact: true }).waitFor();
  expect(await joining.getByRole('button', { name: /Invite|Remove|Take back/ }).count()).toBe(0);
  expect(await joining.getByRole('combobox').count()).toBe(0);

  await desk.getByRole('button', { name: 'Remove Ada' }).click();
  await dialog(desk).getByText('Their sessions end at once').waitFor();
  await dialog(desk).getByRole('button', { name: 'Remove' }).click();
  await joining.getByText('Your session has ended.').waitFor();
  await desk.getByText('Ada is no longer on the team.').waitFor();
  await member(desk, `Ada-${owner.email}`).waitFor({ state: 'detached' });
});

it('changes roles live, with a way back, and keeps an owner', async () => {
  const ada = await newMember(owner);
  const desk = await openTeam(here, owner);
  const other = await openTeam(elsewhere, ada);
  const role = (name: string) => desk.getByRole('combobox', { name: `Role of ${name}` });
  expect(await role('Acme').isDisabled()).toBe(true);
  await desk.getByText('You are the only owner.').waitFor();
  await role('Ada').selectOption('Owner');
  await desk.getByText('Ada is an owner now.').waitFor();
  await other.getByRole('button', { name: 'Invite', exact: true }).waitFor();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await desk.getByText('Ada is an agent now.').waitFor();
  await other.getByRole('button', { name: 'Invite', exact: true }).waitFor({ state: 'detached' });
  await expect.poll(() => role('Ada').inputValue()).toBe('agent');
  await role('Ada').selectOption('Owner');
  await role('Acme').selectOption('Agent');
  await dialog(desk).getByText('Only another owner can take this back.').waitFor();
  await dialog(desk).getByRole('button', { name: 'Be an agent' }).click();
  await desk.getByRole('button', { name: 'Invite', exact: true }).waitFor({ state: 'detached' });
  expect((await as(owner, 'POST', '/team/invitations', {})).status).toBe(403);
});

it('shows owners live whom another one invites, whom no more, and who has come', async () => {
  const desk = await openTeam(here, await newMember(owner, 'owner'));
  await desk.getByText('None.').waitFor();
  const made = await as(owner, 'POST', '/team/invitations', { name: 'Grace' });
  const invited = member(desk, 'works until');
  await invited.getByText('Grace').waitFor();
  await as(owner, 'DELETE', `/team/invitations/${Object(made.json).data.invitation.id}`);
  await desk.getByText('None.').waitFor();
  const { invitationToken } = await newInvitation(owner);
  await invited.getByText('Whoever has the link').waitFor();
  const joining = await openLink(elsewhere, { invitationToken });
  await join(joining, 'Mei');
  await member(desk, `Mei-${owner.email}`).waitFor();
  await desk.getByText('None.').waitFor();
});

it('shows live, where it is looked at, that a removed member’s conversations are nobody’s', async () => {
  const ada = await newMember(owner);
  const { conversationId } = await newConversation(await newVisitor(owner), 'Where is my parcel?');
  await sendMessage(ada, conversationId, 'On its way');
  const desk = await openDashboard(here, owner);
  const row = desk.locator(`[data-conversation="${conversationId}"]`);
  await row.getByText('Ada’s').waitFor();
  await row.click();
  const whose = desk.getByRole('combobox', { name: 'Whose it is' });
  await expect.poll(() => whose.inputValue()).toBe(ada.userId);
  await desk.getByRole('button', { name: 'Shown:' }).click();
  await desk.getByRole('menuitem', { name: 'Nobody’s' }).click();
  await desk.getByText('Every open conversation is somebody’s.').waitFor();
  await as(owner, 'DELETE', `/team/members/${ada.userId}`);
  await row.waitFor();
  await row.getByText('Ada’s').waitFor({ state: 'detached' });
  await desk.goBack();
  await expect.poll(() => whose.inputValue()).toBe('');
});

it('lets agents see what only owners change, and says so before they try', async () => {
  const desk = await openDashboard(here, await newMember(owner));
  await desk.getByText('They appear here the moment a visitor writes.').waitFor();
  expect(await desk.getByRole('link', { name: 'Put the chat on your page' }).count()).toBe(0);
  await desk.getByRole('link', { name: 'Bot' }).click();
  await desk.getByText('Only owners change this.').waitFor();
  expect(await desk.getByRole('switch', { name: 'The bot answers first' }).isDisabled()).toBe(true);
  expect(await desk.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await desk.getByRole('link', { name: 'Widget' }).click();
  await desk.getByRole('link', { name: 'Known visitors' }).click();
  await desk.getByText('Only owners see this.').waitFor();
  await desk.getByRole('link', { name: 'Settings' }).click();
  await desk.getByText('Only owners change it.').waitFor();
  expect(await axeProblems(desk)).toEqual([]);
});

it('says what to do where a link has been used or taken back, and before it is filled in', async () => {
  const [used, revoked] = [await newInvitation(owner), await newInvitation(owner)];
  const desk = await openTeam(here, owner);
  const [first, second] = [await openLink(elsewhere, used), await openLink(elsewhere, revoked)];
  await second.getByRole('heading', { name: 'Join Acme' }).waitFor();
  await join(first, 'Ada');
  await connected(first);
  await desk.getByRole('button', { name: /^Take back/ }).click();
  await dialog(desk).getByRole('button', { name: 'Take back' }).click();
  await desk.getByText('Taken back.').waitFor();
  await join(second, 'Bo');
  await second.getByRole('heading', { name: 'This invitation is over' }).waitFor();
  const late = await openLink(await newPerson(browser), used);
  await late.getByText('Ask whoever invited you for a new one.').waitFor();
  await late.getByRole('button', { name: 'I have joined already: sign in' }).click();
  await late.getByRole('heading', { name: 'Sign in' }).waitFor();
  await late.context().close();
});

it('asks whoever is signed in before it takes them to another team', async () => {
  const stranger = await newTenant(inject('stackUrl'), 'Tea & Pots');
  const invited = await newInvitation(owner);
  await openDashboard(here, stranger);
  const page = await openLink(here, invited);
  await page.getByText(stranger.email).waitFor();
  await page.getByRole('button', { name: 'Stay' }).click();
  await connected(page);
  await page.goto(`${owner.url}/#invitation=${invited.invitationToken}`);
  await page.getByRole('button', { name: 'Sign out and join' }).click();
  await join(page, 'Ada');
  await connected(page);
  await page.getByRole('button', { name: 'Ada, Acme' }).waitFor();
});

it('lets a member leave, after asking', async () => {
  const ada = await newMember(owner);
  const desk = await openTeam(here, owner);
  const other = await openTeam(elsewhere, ada);
  await other.getByRole('button', { name: 'Leave the team' }).click();
  await dialog(other).getByText('This cannot be undone.').waitFor();
  await dialog(other).getByRole('button', { name: 'Leave' }).click();
  await other.getByText('You have left Acme.').waitFor();
  await desk.getByRole('heading', { name: 'One member' }).waitFor();
  expect((await as(ada, 'GET', '/settings')).status).toBe(401);
});

it.each(['light', 'dark'] as const)(
  'has nothing for axe to find in %s, on a phone too',
  async (colorScheme) => {
    await newMember(owner);
    const invited = await newInvitation(owner);
    const desk = await openTeam(here, owner);
    const joining = await openLink(elsewhere, invited);
    await joining.getByLabel('Password').waitFor();
    for (const page of [desk, joining]) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1_280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await axeProblems(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
    await desk.setViewportSize({ width: 1_280, height: 800 });
    await desk.getByRole('button', { name: 'Invite', exact: true }).click();
    await desk.getByRole('button', { name: 'Make the link' }).click();
    await desk.getByRole('textbox', { name: 'Link' }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
  },
);
