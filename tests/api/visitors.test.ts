import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, inject, it } from 'vitest';
import { request } from '../support/client.ts';
import { type OperatorFixture, as, newConversation, newTenant, newVisitor } from '../support/people.ts';

const url = inject('stackUrl');
const page = { url: 'https://shop.example/cart?x=1#top', title: 'Cart', referrer: 'https://search.example/' };

const startSession = (tenantId: string, body: unknown, token?: string) =>
  request(url, 'POST', `/api/widget/public/${tenantId}/sessions`, { token, body });

async function profile({ api }: OperatorFixture, id: string) {
  return (await (await api.visitors[':id'].$get({ param: { id } })).json()).data;
}

async function newsSince({ api }: OperatorFixture, since: number) {
  return (await api.events.$get({ query: { since: String(since) } })).json();
}

describe('where a visitor is', () => {
  it('is told by its session, and shown to operators with the conversation', async () => {
    const operator = await newTenant(url);
    const before = new Date().toISOString();
    const { json } = await startSession(operator.tenantId, {
      page,
      language: 'de-CH',
      timezone: 'Europe/Zurich',
    });
    const { visitorToken, visitor } = Object(json).data;
    expect(visitor).not.toHaveProperty('context');
    const body = { content: 'Hello', clientId: randomUUID() };
    const opened = await request(url, 'POST', '/api/conversations', { token: visitorToken, body });
    const { id } = Object(opened.json).data.conversation;
    const read = async (who: { api: OperatorFixture['api'] }) =>
      (await (await who.api.conversations[':id'].$get({ param: { id }, query: {} })).json()).data;
    const { context } = (await read(operator)).visitor;
    expect(context).toMatchObject({ page, language: 'de-CH', timezone: 'Europe/Zurich' });
    expect(context?.firstSeenAt.localeCompare(before)).toBe(1);
    expect(context).toEqual((await profile(operator, visitor.id)).context);
    const own = await request(url, 'GET', `/api/conversations/${id}`, { token: visitorToken });
    expect(own.text).not.toContain('shop.example');
  });

  it('is told with each message, and is news to operators where it changes', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    const clientId = randomUUID();
    const { data } = await (
      await visitor.api.conversations.$post({ json: { content: 'One', clientId, page } })
    ).json();
    const { id } = data.conversation;
    const send = (content: string, at: typeof page | { url: string }) =>
      as(visitor, 'POST', `/conversations/${id}/messages`, { content, page: at });
    const next = { url: 'https://shop.example/pay' };
    await send('Two', next);
    await send('Three', next);
    const { data: log } = await newsSince(operator, 0);
    expect(log.map(({ type }) => type)).toEqual([
      'message:new',
      'visitor:update',
      'message:new',
      'visitor:update',
      'message:new',
    ]);
    const context = { page: { ...next, title: null, referrer: null } };
    expect(log[3]).toMatchObject({ visitor: { id: visitor.visitorId, context } });
    const seen = (await profile(operator, visitor.visitorId)).context;
    expect(seen.lastSeenAt.localeCompare(seen.firstSeenAt)).toBe(1);
    const mine = await (await visitor.api.events.$get({ query: { since: '0' } })).json();
    expect(mine.data.map(({ type }) => type)).toEqual(Array(3).fill('message:new'));
    // An operator's page is nobody's business.
    await as(operator, 'POST', `/conversations/${id}/messages`, { content: 'Yes', page });
    expect((await profile(operator, visitor.visitorId)).context).toMatchObject(context);
  });

  it('counts as seen when it last wrote', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    await newConversation(visitor);
    const { conversationId } = await newConversation(visitor);
    const { json } = await as(visitor, 'POST', `/conversations/${conversationId}/messages`, {
      content: 'Still here',
    });
    const { context } = await profile(operator, visitor.visitorId);
    expect(context.lastSeenAt).toBe(Object(json).data.createdAt);
  });
});

describe('who a visitor is', () => {
  it('it may say itself, and operators learn it live once they talk', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    await as(visitor, 'PATCH', '/visitors/me', { name: 'Vera' });
    expect((await newsSince(operator, 0)).data).toEqual([]);
    await newConversation(visitor);
    const answer = await as(visitor, 'PATCH', '/visitors/me', { email: 'vera@example.com' });
    const vera = { id: visitor.visitorId, name: 'Vera', email: 'vera@example.com', verified: false };
    expect([answer.status, answer.json]).toEqual([200, { data: vera }]);
    const { data } = await newsSince(operator, 1);
    expect(data).toMatchObject([{ type: 'visitor:update', cursor: 2, visitor: vera }]);
    await as(visitor, 'PATCH', '/visitors/me', { email: 'vera@example.com' });
    expect((await newsSince(operator, 2)).data).toEqual([]);
  });

  it('stays as the tenant’s server vouched for it', async () => {
    const operator = await newTenant(url);
    const { data } = await (await operator.api.widget.embed.$get()).json();
    const secret = new TextEncoder().encode(data.identitySecret);
    const identity = await new SignJWT({ name: 'Vera', email: 'vera@shop.example' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('customer-7')
      .setExpirationTime('10m')
      .sign(secret);
    const visitor = await newVisitor(operator, { identity });
    expect((await as(visitor, 'PATCH', '/visitors/me', { name: 'The Boss' })).status).toBe(403);
    expect((await as(visitor, 'PATCH', '/visitors/me', { email: 'boss@shop.example' })).status).toBe(403);
    expect((await as(visitor, 'PATCH', '/visitors/me', { page })).status).toBe(200);
    expect(await profile(operator, visitor.visitorId)).toMatchObject({
      name: 'Vera',
      email: 'vera@shop.example',
      verified: true,
      context: { page },
    });
  });

  it.each([
    [{}],
    [{ name: ' ' }],
    [{ email: 'nobody' }],
    [{ page: {} }],
    [{ page: { url: 'javascript:alert(1)' } }],
    [{ page: { url: 'https://example.com/', referrer: 'data:text/html,x' } }],
    [{ page: { url: `https://example.com/${'x'.repeat(2_048)}` } }],
    [{ language: '<b>' }],
    [{ timezone: '../../etc' }],
  ])('is refused as %j', async (body) => {
    const visitor = await newVisitor(await newTenant(url));
    expect((await as(visitor, 'PATCH', '/visitors/me', body)).status).toBe(400);
  });
});
