import { describe, expect, it, vi } from 'vitest';
import { limits } from '../shared/limits.ts';
import type { Principal } from '../shared/principal.ts';
import { type TicketOrigins, signTicket } from '../shared/tickets.ts';
import { signToken, tokenKey } from '../shared/tokens.ts';
import { operatorOf, tenantId, visitorOf } from '../tests/support/memory-room.ts';
import { admit, provedPrincipal, refusal } from './handshake.ts';

const key = tokenKey('a secret that is long enough for HMAC-SHA-256');
const [own, dashboard, shop, evil] = [
  'https://chat.example',
  'https://app.example',
  'https://shop.example',
  'https://evil.example',
];
const address = `${own}/parties/main/${tenantId}`;

const ticketOf = async (who: Principal, origins: Partial<TicketOrigins> = {}) =>
  (await signTicket(key, who, { own, allowed: [], ...origins })).ticket;

async function knock(
  ticket: string,
  { headers = {}, query = '', claim = 204, tenant = tenantId as string } = {},
) {
  const url = `${address}?${query}ticket=${encodeURIComponent(ticket)}`;
  return admit(new Request(url, { headers }), {
    key,
    tenantId: tenant,
    claim: async () => ({ status: claim }),
  });
}

const statusOf = (answer: Request | Response) => (answer instanceof Response ? answer.status : 101);

describe('a good ticket', () => {
  it('lets in the principal that it was signed for, from its page’s origin', async () => {
    const operator = await knock(await ticketOf(operatorOf('o1')));
    expect(provedPrincipal(operator as Request)).toEqual(operatorOf('o1'));
    const visitor = await knock(await ticketOf(visitorOf('v1')), { headers: { origin: shop } });
    expect(provedPrincipal(visitor as Request)).toEqual({ ...visitorOf('v1'), origin: shop });
  });

  it('is stripped, with all else that the client put into the URL and the headers', async () => {
    const ticket = await ticketOf(visitorOf('v1'));
    const headers = {
      'x-chatly-principal': JSON.stringify(operatorOf('o1')),
      'x-chatly-call': 'tell',
      authorization: 'Bearer x',
      cookie: 'token=x',
      'sec-websocket-key': 'kept',
    };
    const request = (await knock(ticket, { headers, query: '_pk=operators&room=x&' })) as Request;
    expect(request.url).toMatch(new RegExp(`^${address}\\?_pk=con[0-9a-z]{24}$`));
    expect(provedPrincipal(request)).toMatchObject({ kind: 'visitor', visitorId: 'v1' });
    expect([...request.headers.keys()]).toEqual(['sec-websocket-key', 'x-chatly-principal']);
    expect(JSON.stringify([...request.headers])).not.toContain(ticket);
  });

  it('keeps the socket’s state within 2,048 bytes, whatever the origin', async () => {
    const ticket = await ticketOf(visitorOf('v'.repeat(64)));
    const longest = `https://${'a'.repeat(limits.room.originChars - 8)}`;
    const request = (await knock(ticket, { headers: { origin: longest } })) as Request;
    const state = {
      principal: provedPrincipal(request),
      cursor: 2 ** 53,
      roomCursor: 2 ** 53,
      left: 'dismissed',
    };
    const kept = {
      __pk: { id: 'c'.repeat(27), tags: Array(4).fill('t'.repeat(75)), uri: request.url },
      __user: state,
    };
    expect(JSON.stringify(kept).length).toBeLessThan(2_048);
    expect(statusOf(await knock(ticket, { headers: { origin: `${longest}a` } }))).toBe(401);
  });
});

describe('the origin', () => {
  it.each([
    ['an operator from no page', operatorOf('o1'), [dashboard], null, 101],
    ['an operator from the dashboard', operatorOf('o1'), [dashboard], dashboard, 101],
    ['an operator from Chatly’s own page', operatorOf('o1'), [], own, 101],
    ['an operator from another page', operatorOf('o1'), [dashboard], evil, 401],
    ['an operator from a page without origin', operatorOf('o1'), [dashboard], 'null', 401],
    ['a visitor from anywhere, where all are allowed', visitorOf('v1'), [], evil, 101],
    ['a visitor from no page, where all are allowed', visitorOf('v1'), [], null, 101],
    ['a visitor from an allowed page', visitorOf('v1'), [shop], shop, 101],
    ['a visitor from Chatly’s own page', visitorOf('v1'), [shop], own, 101],
    ['a visitor from another page', visitorOf('v1'), [shop], evil, 401],
    ['a visitor from an almost allowed page', visitorOf('v1'), [shop], `${shop}.evil.example`, 401],
    ['a visitor from no page, where only some are allowed', visitorOf('v1'), [shop], null, 401],
  ])('%s', async (_, who, allowed, origin, status) => {
    const ticket = await ticketOf(who, { allowed });
    expect(statusOf(await knock(ticket, { headers: origin === null ? {} : { origin } }))).toBe(status);
  });
});

describe('a bad ticket', () => {
  it('is answered with 401 and nothing that helps', async () => {
    const good = await ticketOf(operatorOf('o1'));
    const [head = '', body = '', signature = ''] = good.split('.');
    const none = Buffer.from('{"alg":"none","typ":"chatly-ticket+jwt"}').toString('base64url');
    const soon = new Date(Date.now() + 60_000);
    const signed = { subject: 'o1', tenantId, sessionId: 's', expiresAt: soon };
    const ticket = { jti: 'j', kind: 'operator', own, allowed: [] };
    const bad = [
      '',
      'x',
      '..',
      good.slice(0, -1),
      `${good}x`,
      `${head}.${body}.`,
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${head}.${Buffer.from(`${body}x`).toString('base64url')}.${signature}`,
      await signToken(tokenKey('another secret that is long enough, too'), 'ticket', signed, ticket),
      await signToken(key, 'operator', signed, ticket),
      await signToken(key, 'visitor', signed, ticket),
      await signToken(key, 'room-call', signed, ticket),
      await signToken(key, 'ticket', signed, { ...ticket, kind: 'admin' }),
      await signToken(key, 'ticket', signed, { ...ticket, jti: 7 }),
      await signToken(key, 'ticket', signed, {}),
      await signToken(key, 'ticket', { ...signed, tenantId: `ten${'1'.repeat(24)}` }, ticket),
      await signToken(key, 'ticket', { ...signed, expiresAt: new Date(Date.now() - 1_000) }, ticket),
    ];
    for (const value of bad) {
      const answer = (await knock(value)) as Response;
      expect(answer.status, value).toBe(401);
      expect(Object.keys(await answer.json()).toSorted()).toEqual(['code', 'message', 'requestId']);
    }
  });

  it('is one for another room, whatever that room is called', async () => {
    const ticket = await ticketOf(operatorOf('o1'));
    for (const tenant of [`ten${'1'.repeat(24)}`, 'health', '', '__proto__', `${tenantId}/`]) {
      expect(statusOf(await knock(ticket, { tenant }))).toBe(401);
    }
  });

  it('is one that was used, while a room that cannot say so is a 503', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const ticket = await ticketOf(operatorOf('o1'));
    expect(statusOf(await knock(ticket, { claim: 409 }))).toBe(401);
    expect(statusOf(await knock(ticket, { claim: 500 }))).toBe(503);
    const door = { key, tenantId, claim: async () => Promise.reject(new Error('secret')) };
    const answer = (await admit(new Request(`${address}?ticket=${ticket}`), door)) as Response;
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('secret');
  });
});

it('proves nobody on a request that never went through the door, and shows nothing of an exception', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => provedPrincipal(new Request(address))).toThrow();
  expect(() =>
    provedPrincipal(new Request(address, { headers: { 'x-chatly-principal': '{"kind":"operator"}' } })),
  ).toThrow();
  expect(await refusal(new Error('SELECT')).text()).not.toContain('SELECT');
});
