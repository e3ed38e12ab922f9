import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeProblems } from '../support/axe.ts';
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
import { it as base } from './fixtures.ts';
import { connected, sidewaysOn } from './people.ts';

type Invitation = Awaited<ReturnType<typeof newInvitation>>;

const it = base
  .extend('openTeam', ({ openDesk }) => async (who?: OperatorFixture) => {
    const desk = await openDesk(who);
    await desk.getByRole('link', { name: 'Team' }).click();
    await desk.getByRole('heading', { name: /member/ }).waitFor();
    return desk;
  })
  // An invitation, as somebody follows it who has never been here, or with the browser they are signed in with.
  .extend(
    'openLink',
    ({ newPerson, stackUrl }) =>
      async ({ invitationToken }: Invitation, person?: BrowserContext) => {
        const page = await (person ?? (await newPerson())).newPage();
        await page.goto(`${stackUrl}/#invitation=${invitationToken}`);
        return page;
      },
  );

/** Fills in who comes with an invitation; the e-mail address. */
async function join(page: Page, name: string): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('a new pass phrase');
  await page.getByRole('button', { name: 'Join' }).click();
  return email;
}

const member = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const dialog = (page: Page) => page.getByRole('dialog');

it('invites by a link that is shown once, lets a person in, and out again within a moment', async ({
  newPerson,
  operator,
  openTeam,
}) => {
  const desk = await openTeam();
  await desk.getByRole('button', { name: 'Invite', exact: true }).click();
  await desk.getByLabel('Whom is it for?').fill('Ada');
  await desk.getByRole('button', { name: 'Make the link' }).click();
  const url = await desk.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(url).toMatch(/#invitation=/);
  await desk.getByRole('button', { name: 'Done' }).click();
  await member(desk, 'works until').getByText('Ada').waitFor();
  expect(await desk.content()).not.toContain(url);

  const joining = await (await newPerson()).newPage();
  await joining.goto(url);
  await joining.getByRole('heading', { name: 'Join Acme' }).waitFor();
  expect(await joining.getByLabel('Your name').inputValue()).toBe('Ada');
  const email = await join(joining, 'Ada');
  await connected(joining);
  expect(new URL(joining.url()).hash).toBe('#/inbox');
  await member(desk, email).waitFor();
  await member(desk, email).getByTitle('Here now').waitFor();
  await desk.getByText('None.').waitFor();

  await joining.getByRole('link', { name: 'Team' }).click();
  await member(joining, operator.email).getByText('Owner').waitFor();
  await member(joining, 'You').getByText('Agent', { exact: true }).waitFor();
  expect(await joining.getByRole('button', { name: /Invite|Remove|Take back/ }).count()).toBe(0);
  expect(await joining.getByRole('combobox').count()).toBe(0);

  await desk.getByRole('button', { name: 'Remove Ada' }).click();
  await dialog(desk).getByText('Their sessions end at once').waitFor();
  await dialog(desk).getByRole('button', { name: 'Remove' }).click();
  await joining.getByText('Your session has ended.').waitFor();
  await desk.getByText('Ada is no longer on the team.').waitFor();
  await member(desk, email).waitFor({ state: 'detached' });
});

it('changes roles live, with a way back, and keeps an owner', async ({ operator, openTeam }) => {
  const ada = await newMember(operator);
  const desk = await openTeam();
  const other = await openTeam(ada);
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
  expect((await as(operator, 'POST', '/team/invitations', {})).status).toBe(403);
});

it('shows owners live whom another one invites, whom no more, and who has come', async ({
  operator,
  openLink,
  openTeam,
}) => {
  const desk = await openTeam(await newMember(operator, 'owner'));
  await desk.getByText('None.').waitFor();
  const made = await as(operator, 'POST', '/team/invitations', { name: 'Grace' });
  const invited = member(desk, 'works until');
  await invited.getByText('Grace').waitFor();
  await as(operator, 'DELETE', `/team/invitations/${Object(made.json).data.invitation.id}`);
  await desk.getByText('None.').waitFor();
  const invitation = await newInvitation(operator);
  await invited.getByText('Whoever has the link').waitFor();
  const email = await join(await openLink(invitation), 'Mei');
  await member(desk, email).waitFor();
  await desk.getByText('None.').waitFor();
});

it('shows live, where it is looked at, that a removed member’s conversations are nobody’s', async ({
  operator,
  openDesk,
}) => {
  const ada = await newMember(operator);
  const { conversationId } = await newConversation(await newVisitor(operator), 'Where is my parcel?');
  await sendMessage(ada, conversationId, 'On its way');
  const desk = await openDesk();
  const row = desk.locator(`[data-conversation="${conversationId}"]`);
  await row.getByText('Ada’s').waitFor();
  await row.click();
  const whose = desk.getByRole('combobox', { name: 'Whose it is' });
  await expect.poll(() => whose.inputValue()).toBe(ada.userId);
  await desk.getByRole('button', { name: 'Shown:' }).click();
  await desk.getByRole('menuitem', { name: 'Nobody’s' }).click();
  await desk.getByText('Every open conversation is somebody’s.').waitFor();
  await as(operator, 'DELETE', `/team/members/${ada.userId}`);
  await row.waitFor();
  await row.getByText('Ada’s').waitFor({ state: 'detached' });
  await desk.goBack();
  await expect.poll(() => whose.inputValue()).toBe('');
});

it('lets agents see what only owners change, and says so before they try', async ({ operator, openDesk }) => {
  const desk = await openDesk(await newMember(operator));
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

it('says what to do where a link has been used or taken back, and before it is filled in', async ({
  operator,
  openLink,
  openTeam,
}) => {
  const [used, revoked] = [await newInvitation(operator), await newInvitation(operator)];
  const desk = await openTeam();
  const [first, second] = [await openLink(used), await openLink(revoked)];
  await second.getByRole('heading', { name: 'Join Acme' }).waitFor();
  await join(first, 'Ada');
  await connected(first);
  await desk.getByRole('button', { name: /^Take back/ }).click();
  await dialog(desk).getByRole('button', { name: 'Take back' }).click();
  await desk.getByText('Taken back.').waitFor();
  await join(second, 'Bo');
  await second.getByRole('heading', { name: 'This invitation is over' }).waitFor();
  const late = await openLink(used);
  await late.getByText('Ask whoever invited you for a new one.').waitFor();
  await late.getByRole('button', { name: 'I have joined already: sign in' }).click();
  await late.getByRole('heading', { name: 'Sign in' }).waitFor();
});

it('asks whoever is signed in before it takes them to another team', async ({
  operator,
  openDesk,
  stackUrl,
  openLink,
}) => {
  const stranger = await newTenant(stackUrl, 'Tea & Pots');
  const invited = await newInvitation(operator);
  const desk = await openDesk(stranger);
  const page = await openLink(invited, desk.context());
  await page.getByText(stranger.email).waitFor();
  await page.getByRole('button', { name: 'Stay' }).click();
  await connected(page);
  await page.goto(`${operator.url}/#invitation=${invited.invitationToken}`);
  await page.getByRole('button', { name: 'Sign out and join' }).click();
  await join(page, 'Ada');
  await connected(page);
  await page.getByRole('button', { name: 'Ada, Acme' }).waitFor();
});

it('lets a member leave, after asking', async ({ operator, openTeam }) => {
  const ada = await newMember(operator);
  const desk = await openTeam();
  const other = await openTeam(ada);
  await other.getByRole('button', { name: 'Leave the team' }).click();
  await dialog(other).getByText('This cannot be undone.').waitFor();
  await dialog(other).getByRole('button', { name: 'Leave' }).click();
  await other.getByText('You have left Acme.').waitFor();
  await desk.getByRole('heading', { name: 'One member' }).waitFor();
  expect((await as(ada, 'GET', '/settings')).status).toBe(401);
});

it.for(['light', 'dark'] as const)(
  'has nothing for axe to find in %s, on a phone too',
  async (colorScheme, { operator, openLink, openTeam }) => {
    await newMember(operator);
    const invited = await newInvitation(operator);
    const desk = await openTeam();
    const joining = await openLink(invited);
    await joining.getByLabel('Password').waitFor();
    for (const page of [desk, joining]) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1_280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await axeProblems(page)).toEqual([]);
        expect(await sidewaysOn(page)).toBe(0);
      }
    }
    await desk.setViewportSize({ width: 1_280, height: 800 });
    await desk.getByRole('button', { name: 'Invite', exact: true }).click();
    await desk.getByRole('button', { name: 'Make the link' }).click();
    await desk.getByRole('textbox', { name: 'Link' }).waitFor();
    expect(await axeProblems(desk)).toEqual([]);
  },
);
