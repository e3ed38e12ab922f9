import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { operations } from '../../shared/api/index.ts';
import type { Stack } from '../../scripts/stack.ts';
import { request } from '../support/client.ts';
import { type OperatorFixture, type VisitorFixture, newTenant, newVisitor } from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';

const url = inject('stackUrl');
const shop = 'https://shop.example';
const dashboard = 'https://app.example.com';

const allowed = ({ headers }: { headers: Headers }) => ({
  origin: headers.get('access-control-allow-origin'),
  credentials: headers.get('access-control-allow-credentials'),
});
const open = { origin: '*', credentials: null };
const closed = { origin: null, credentials: null };

const preflight = (to: string, path: string, origin: string, method: string) =>
  request(to, 'OPTIONS', `/api${path}`, {
    origin,
    headers: {
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  });

describe('a preflight', () => {
  it.each(operations)(
    'of $method $path is answered by whom the route is for',
    async ({ method, path, access, group }) => {
      const forDashboard = access === 'operator' || access === 'owner' || group === 'Auth';
      const answer = await preflight(url, path.replaceAll(/:\w+/g, 'x'), shop, method.toUpperCase());
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(allowed(answer)).toEqual(forDashboard ? closed : open);
      expect(answer.headers.get('access-control-allow-methods')?.split(', ')).toContain(method.toUpperCase());
      expect(answer.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
      expect(answer.headers.get('vary')).toBe('Origin');
    },
  );

  it('of an address that is none allows no method', async () => {
    const answer = await preflight(url, '/nope', shop, 'GET');
    expect([answer.status, answer.headers.get('access-control-allow-methods')]).toEqual([204, '']);
  });
});

describe('the dashboard', () => {
  let stack: Stack;
  let operator: OperatorFixture;
  let visitor: VisitorFixture;
  beforeAll(async () => {
    stack = await startTestStack({ vars: { DASHBOARD_ORIGINS: `${dashboard}, https://second.example` } });
    operator = await newTenant(stack.url);
    visitor = await newVisitor(operator);
  });
  afterAll(() => stack.close());

  const settings = (call: { token?: string; cookie?: string; origin?: string }, method = 'GET') =>
    request(stack.url, method, '/api/settings', {
      ...call,
      ...(method === 'PUT' ? { body: { name: 'Ada' } } : {}),
    });

  it('reads everything, with cookies, from each of its origins and no other', async () => {
    for (const origin of [dashboard, 'https://second.example', stack.url]) {
      const own = { origin, credentials: 'true' };
      expect(allowed(await preflight(stack.url, '/settings', origin, 'PUT'))).toEqual(own);
      expect(allowed(await preflight(stack.url, '/conversations', origin, 'GET'))).toEqual(own);
      const answer = await settings({ cookie: operator.token, origin }, 'PUT');
      expect([answer.status, allowed(answer)]).toEqual([200, own]);
      expect((await settings({ token: operator.token, origin })).status).toBe(200);
    }
    for (const origin of [
      shop,
      'https://app.example.com.evil.example',
      'http://app.example.com',
      `${dashboard}:8443`,
      'null',
    ]) {
      for (const credential of [{ cookie: operator.token }, { token: operator.token }]) {
        const answer = await settings({ ...credential, origin });
        expect([origin, answer.status, allowed(answer)]).toEqual([origin, 403, closed]);
        expect((await settings({ ...credential, origin }, 'PUT')).status).toBe(403);
      }
    }
  });

  it('is the only page for an operator, also on routes that are for visitors too', async () => {
    const list = (call: { token?: string; cookie?: string; origin?: string }) =>
      request(stack.url, 'GET', '/api/conversations', call);
    expect((await list({ token: operator.token, origin: shop })).status).toBe(403);
    expect((await list({ cookie: operator.token, origin: shop })).status).toBe(403);
    expect((await list({ token: operator.token, origin: dashboard })).status).toBe(200);
    expect((await list({ token: operator.token })).status).toBe(200);
    const shown = await list({ token: visitor.token, origin: shop });
    expect([shown.status, allowed(shown)]).toEqual([200, open]);
  });

  it('can read a refusal, and so can a visitor’s page', async () => {
    const refused = await settings({ origin: dashboard });
    expect([refused.status, allowed(refused)]).toEqual([401, { origin: dashboard, credentials: 'true' }]);
    const call = { token: 'nonsense', origin: shop };
    const answer = await request(stack.url, 'GET', '/api/conversations', call);
    expect([answer.status, allowed(answer)]).toEqual([401, open]);
    expect(answer.headers.get('access-control-expose-headers')).toBe('etag, retry-after, x-request-id');
  });

  it('is where the widget is too: its own origin is always a visitor’s', async () => {
    await operator.api.widget.$put({ json: { allowedOrigins: [shop] } });
    const from = async (origin: string) =>
      (await request(stack.url, 'GET', '/api/conversations', { token: visitor.token, origin })).status;
    expect([await from(shop), await from(stack.url), await from('https://other.example')]).toEqual([
      200, 200, 403,
    ]);
  });
});
