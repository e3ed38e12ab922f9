import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { request } from '../support/client.ts';
import { openDirect } from '../support/database.ts';
import {
  type OperatorFixture,
  as,
  newConversation,
  newInvitation,
  newMember,
  newNote,
  newTenant,
  newVisitor,
  sendMessage,
  signIn,
} from '../support/people.ts';

const url = inject('stackUrl');
const team = async ({ api }: OperatorFixture) => (await (await api.team.$get()).json()).data;

function accept(token: string, email = `${randomUUID()}@example.com`, headers: Record<string, string> = {}) {
  const body = { token, email, password: 'correct horse', name: ' Ada ' };
  return request(url, 'POST', '/api/auth/accept-invitation', { body, headers });
}

describe('an invitation', () => {
  it('lets one person in, once, in the role it names', async () => {
    const owner = await newTenant(url);
    const invited = await as(owner, 'POST', '/team/invitations', { name: 'Ada from sales' });
    const { invitation, token, url: link } = Object(invited.json).data;
    expect(link).toBe(`${url}/#invitation=${token}`);
    const days = (Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)) / 86_400_000;
    expect([days, invitation.role]).toEqual([7, 'agent']);
    expect((await team(owner)).invitations).toEqual([invitation]);
    const email = `${randomUUID()}@example.com`;
    const joined = await accept(token, email);
    expect([joined.status, joined.json]).toMatchObject([
      201,
      { user: { email, name: 'Ada', companyName: 'Acme', tenantId: owner.tenantId, role: 'agent' } },
    ]);
    const { token: credential, user } = Object(joined.json);
    expect((await as({ url, token: credential }, 'GET', '/settings')).json).toEqual({ data: user });
    expect(await team(owner)).toMatchObject({
      members: [
        { id: owner.userId, role: 'owner' },
        { id: user.id, role: 'agent', email, name: 'Ada' },
      ],
      invitations: [],
    });
    expect((await accept(token)).status).toBe(404);
    expect((await signIn({ ...owner, email }, 'correct horse')).token).not.toBe('');
  });

  it('lets one person in, however many try at once', async () => {
    const owner = await newTenant(url);
    const { invitationToken } = await newInvitation(owner);
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept(invitationToken)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404, 404, 404]);
    expect((await team(owner)).members).toHaveLength(2);
  });

  it('ends by itself, can be taken back, and leaves a taken e-mail alone', async () => {
    const owner = await newTenant(url);
    const [old, revoked, open] = await Promise.all([
      newInvitation(owner),
      newInvitation(owner),
      newInvitation(owner),
    ]);
    const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
    const args = [new Date().toISOString(), owner.tenantId, old.invitationId];
    await direct.rows('UPDATE invitations SET expires_at = ? WHERE tenant_id = ? AND id = ?', ...args);
    await as(owner, 'DELETE', `/team/invitations/${revoked.invitationId}`);
    expect((await accept(old.invitationToken)).status).toBe(404);
    expect((await accept(revoked.invitationToken)).status).toBe(404);
    expect((await accept(open.invitationToken, owner.email.toUpperCase())).status).toBe(409);
    expect((await team(owner)).invitations.map(({ id }) => id)).toEqual([open.invitationId]);
    const stored = JSON.stringify(
      await direct.rows('SELECT * FROM invitations WHERE tenant_id = ?', owner.tenantId),
    );
    expect(stored).not.toContain(open.invitationToken.split('.')[1]);
  });

  it('tells the team when it is made, used or taken back, and not when it has ended by itself', async () => {
    const owner = await newTenant(url);
    const events = async () => (await (await owner.api.events.$get({ query: { since: '0' } })).json()).data;
    const changes = async (change: () => Promise<unknown>) => {
      const before = await events();
      await change();
      return (await events()).slice(before.length).map(({ type }) => type);
    };
    let made = await newInvitation(owner);
    expect(await events()).toMatchObject([{ type: 'team:update' }]);
    expect(await changes(() => accept(made.invitationToken))).toEqual(['team:update', 'team:update']);
    made = await newInvitation(owner);
    expect(await changes(() => as(owner, 'DELETE', `/team/invitations/${made.invitationId}`))).toHaveLength(
      1,
    );
    made = await newInvitation(owner);
    const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
    const args = [new Date().toISOString(), owner.tenantId];
    await direct.rows('UPDATE invitations SET expires_at = ? WHERE tenant_id = ?', ...args);
    expect(await changes(() => newInvitation(owner))).toHaveLength(1);
  });

  it('tells from one address no more than registering does who has an account', async () => {
    const owner = await newTenant(url);
    const { invitationToken } = await newInvitation(owner);
    const tries = Array.from({ length: 25 }, () =>
      accept(invitationToken, owner.email, { 'cf-connecting-ip': '203.0.113.44' }),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(59 * 60);
    expect((await accept(invitationToken)).status).toBe(201);
  });

  it('is nothing that agents see', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    await newInvitation(owner);
    const seen = await team(agent);
    expect([seen.members.length, seen.invitations]).toEqual([2, []]);
  });

  it.each(['x', 'ten', `ten${'0'.repeat(24)}.${'x'.repeat(32)}`, `ten${'0'.repeat(24)}`])(
    'is not one by the token %j',
    async (token) => {
      expect((await accept(token)).status).toBe(404);
    },
  );
});

describe('the page behind a link', () => {
  const look = (token: string) => request(url, 'POST', '/api/auth/invitation', { body: { token } });

  it('knows what it is for until it is used, and changes nothing by asking', async () => {
    const owner = await newTenant(url, 'Tea & Pots');
    const invited = await as(owner, 'POST', '/team/invitations', { name: 'Ada', role: 'owner' });
    const { invitation, token } = Object(invited.json).data;
    for (let times = 0; times < 2; times += 1) {
      expect((await look(token)).json).toEqual({
        data: { companyName: 'Tea & Pots', role: 'owner', name: 'Ada', expiresAt: invitation.expiresAt },
      });
    }
    expect((await accept(token)).status).toBe(201);
    const used = await look(token);
    expect([used.status, used.json]).toMatchObject([
      404,
      { message: expect.stringMatching(/used up, taken back or over/) },
    ]);
    expect((await look('x')).status).toBe(404);
  });
});

describe('a member', () => {
  it('leaves, unless nobody would own the team', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const refused = await as(owner, 'POST', '/team/leave');
    expect([refused.status, refused.json]).toMatchObject([
      409,
      { message: expect.stringMatching(/needs an owner/) },
    ]);
    expect((await as(agent, 'POST', '/team/leave')).status).toBe(200);
    expect((await as(agent, 'GET', '/settings')).status).toBe(401);
    expect((await team(owner)).members.map(({ id }) => id)).toEqual([owner.userId]);
    await newMember(owner, 'owner');
    expect((await as(owner, 'POST', '/team/leave')).status).toBe(200);
    expect((await as(owner, 'GET', '/settings')).status).toBe(401);
  });

  it('changes role, which counts from the next request on', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const rename = () => as(agent, 'PUT', '/settings', { companyName: 'New name' });
    const refused = await rename();
    expect([refused.status, refused.json]).toMatchObject([
      403,
      { message: 'Only owners rename the company.' },
    ]);
    expect((await as(agent, 'PUT', '/settings', { name: 'Myself' })).status).toBe(200);
    await as(owner, 'PATCH', `/team/members/${agent.userId}`, { role: 'owner' });
    expect((await rename()).status).toBe(200);
    expect((await as(agent, 'PATCH', `/team/members/${owner.userId}`, { role: 'agent' })).status).toBe(200);
    expect((await as(owner, 'POST', '/team/invitations', {})).status).toBe(403);
  });

  it('who is removed is signed out, and what was assigned to it is nobody’s', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const visitor = await newVisitor(owner);
    const { conversationId } = await newConversation(visitor);
    await sendMessage(agent, conversationId, 'Mine');
    await newNote(agent, conversationId, 'Stays');
    expect((await as(owner, 'DELETE', `/team/members/${agent.userId}`)).status).toBe(200);
    expect((await as(agent, 'GET', '/conversations')).status).toBe(401);
    const param = { id: conversationId };
    const { data } = await (await owner.api.conversations[':id'].$get({ param, query: {} })).json();
    expect(data).toMatchObject({
      assigneeId: null,
      notes: [{ authorName: 'Ada' }],
      messages: [{}, { senderName: 'Ada' }],
    });
    const { data: log } = await (await owner.api.events.$get({ query: { since: '0' } })).json();
    expect(log.map(({ type }) => type)).toEqual([
      'team:update',
      'team:update',
      'team:update',
      'message:new',
      'message:new',
      'note:new',
      'conversation:update',
      'team:update',
    ]);
    expect(log.at(-2)).toMatchObject({ seq: 3, conversation: { assigneeId: null, handler: 'human' } });
    expect((await as(owner, 'DELETE', `/team/members/${agent.userId}`)).status).toBe(404);
    expect((await request(url, 'POST', '/api/auth/login', { body: agent })).status).toBe(401);
  });

  it('who is removed leaves the lists as they were', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    for (const content of ['First', 'Second', 'Third']) {
      const { conversationId } = await newConversation(await newVisitor(owner), content);
      if (content !== 'Third') await sendMessage(agent, conversationId, `Mine: ${content}`);
    }
    const listed = async () => {
      const { data } = await (await owner.api.conversations.$get({ query: {} })).json();
      return data.map(({ title, updatedAt }) => ({ title, updatedAt }));
    };
    const before = await listed();
    expect(before.map(({ title }) => title)).toEqual(['Third', 'Second', 'First']);
    await as(agent, 'POST', '/team/leave');
    expect(await listed()).toEqual(before);
    const { data: log } = await (await owner.api.events.$get({ query: { since: '0' } })).json();
    const handed = log.flatMap((event) => (event.type === 'conversation:update' ? event.conversation : []));
    expect(handed).toMatchObject(before.slice(1).toReversed());
    expect(handed.map(({ assigneeId }) => assigneeId)).toEqual([null, null]);
  });

  it('who is the last owner stays one', async () => {
    const owner = await newTenant(url);
    await newMember(owner);
    const self = `/team/members/${owner.userId}`;
    expect((await as(owner, 'DELETE', self)).status).toBe(409);
    expect((await as(owner, 'PATCH', self, { role: 'agent' })).status).toBe(409);
    const second = await newMember(owner, 'owner');
    const both = await Promise.all([
      as(owner, 'PATCH', self, { role: 'agent' }),
      as(second, 'PATCH', `/team/members/${second.userId}`, { role: 'agent' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('deletes its own notes and nobody else’s', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const { conversationId } = await newConversation(await newVisitor(owner));
    const id = await newNote(agent, conversationId, 'Mine');
    expect((await as(owner, 'DELETE', `/conversations/notes/${id}`)).status).toBe(403);
    expect((await as(agent, 'DELETE', `/conversations/notes/${id}`)).status).toBe(200);
  });

  it('may be given a conversation', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const { conversationId } = await newConversation(await newVisitor(owner));
    await as(owner, 'PATCH', `/conversations/${conversationId}`, { assigneeId: agent.userId });
    const { data } = await (await agent.api.conversations.$get({ query: { assignee: 'me' } })).json();
    expect(data.map(({ id, assigneeId }) => [id, assigneeId])).toEqual([[conversationId, agent.userId]]);
  });
});

describe('the sessions', () => {
  it('say when each last connected', async () => {
    const owner = await newTenant(url);
    const second = await signIn(owner);
    const sessions = async () => (await (await owner.api.settings.sessions.$get()).json()).data;
    const before = await sessions();
    expect(before.map(({ createdAt, seenAt }) => createdAt === seenAt)).toEqual([true, true]);
    await second.api.realtime.ticket.$post();
    const [newest, own] = await sessions();
    expect(own).toEqual(before[1]);
    expect(Date.parse(newest?.seenAt ?? '')).toBeGreaterThan(Date.parse(newest?.createdAt ?? ''));
  });

  it('say where one is signed in, and end one by one or all at once', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const login = await request(url, 'POST', '/api/auth/login', {
      body: { email: owner.email, password: owner.password },
      headers: { 'user-agent': firefox },
    });
    const second = { ...owner, token: String(Object(login.json).token) };
    const { data } = await (await owner.api.settings.sessions.$get()).json();
    expect(data).toMatchObject([{ current: false, client: 'Firefox on Linux' }, { current: true }]);
    expect((await as(agent, 'DELETE', `/settings/sessions/${data[0]?.id}`)).status).toBe(404);
    expect((await as(owner, 'DELETE', `/settings/sessions/${data[0]?.id}`)).status).toBe(200);
    expect((await as(second, 'GET', '/settings')).status).toBe(401);
    const third = await signIn(owner);
    expect((await as(owner, 'DELETE', '/settings/sessions?keep=current')).status).toBe(200);
    expect((await as(third, 'GET', '/settings')).status).toBe(401);
    expect((await as(owner, 'GET', '/settings')).status).toBe(200);
    expect((await as(owner, 'DELETE', '/settings/sessions')).status).toBe(200);
    expect((await as(owner, 'GET', '/settings')).status).toBe(401);
    expect((await as(agent, 'GET', '/settings')).status).toBe(200);
  });
});
