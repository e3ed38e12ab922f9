import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { request } from '../support/client.ts';
import { openDirect } from '../support/database.ts';
import { type OperatorFixture, as, newTenant, signIn } from '../support/people.ts';

const url = inject('stackUrl');
const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
const put = (who: OperatorFixture, body: unknown) => as(who, 'PUT', '/settings', body);
const get = (who: OperatorFixture) => as(who, 'GET', '/settings');
const logIn = (email: string, password: string) =>
  request(url, 'POST', '/api/auth/login', { body: { email, password } });

describe('the settings', () => {
  let somebody: OperatorFixture;
  beforeAll(async () => {
    somebody = await newTenant(url);
  });

  it('change name and company without a password, and nothing that they do not name', async () => {
    const operator = await newTenant(url);
    const before = Object((await get(operator)).json).data;
    const change = { name: ' Ada ', companyName: 'Analytical', role: 'agent', tenantId: 'x', id: 'y' };
    const after = Object((await put(operator, change)).json).data;
    expect(after).toEqual({ ...before, name: 'Ada', companyName: 'Analytical' });
    expect(Object((await get(operator)).json).data).toEqual(after);
    expect((await put(operator, {})).status).toBe(200);
  });

  it('change the e-mail with the current password only, and to none that is taken', async () => {
    const [operator, other] = await Promise.all([newTenant(url), newTenant(url)]);
    const { password: currentPassword } = operator;
    const email = `New.${randomUUID()}@example.com`;
    expect((await put(operator, { email })).status).toBe(403);
    expect((await put(operator, { email, currentPassword: 'not it' })).status).toBe(403);
    const taken = await put(operator, { email: other.email.toUpperCase(), currentPassword, name: 'Half' });
    expect([taken.status, Object(taken.json).code]).toEqual([409, 'conflict']);
    expect(Object((await get(operator)).json).data).toMatchObject({ email: operator.email, name: 'Acme' });
    expect((await put(operator, { email, currentPassword })).json).toMatchObject({ data: { email } });
    expect((await logIn(email.toLowerCase(), currentPassword)).status).toBe(200);
    expect((await logIn(operator.email, currentPassword)).status).toBe(401);
    // Another way to write the same address is no new one.
    expect((await put(operator, { email: email.toUpperCase() })).status).toBe(200);
  });

  it('end all other sessions with a new password, which needs the current one', async () => {
    const operator = await newTenant(url);
    const others = await Promise.all([signIn(operator), signIn(operator)]);
    const { password: currentPassword } = operator;
    const newPassword = randomUUID();
    expect((await put(operator, { newPassword })).status).toBe(400);
    expect((await put(operator, { newPassword, currentPassword: 'not it' })).status).toBe(403);
    expect((await put(operator, { newPassword: 'short', currentPassword })).status).toBe(400);
    expect((await Promise.all(others.map(get))).map(({ status }) => status)).toEqual([200, 200]);
    expect((await put(operator, { newPassword, currentPassword })).status).toBe(200);
    expect((await Promise.all(others.map(get))).map(({ status }) => status)).toEqual([401, 401]);
    expect((await get(operator)).status).toBe(200);
    expect((await logIn(operator.email, currentPassword)).status).toBe(401);
    expect((await logIn(operator.email, newPassword)).status).toBe(200);
  });

  it('do not let a stolen session guess the password, until the window is over', async () => {
    const operator = await newTenant(url);
    const guess = (currentPassword: string) => put(operator, { name: 'Mallory', currentPassword });
    await guess('a guess');
    const key = `password:${operator.userId}`;
    await direct.rows('UPDATE attempts SET count = 9 WHERE key = ?', key);
    expect((await guess('a guess')).status).toBe(403);
    const refused = await guess(operator.password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    await direct.rows('UPDATE attempts SET resets_at_ms = ? WHERE key = ?', Date.now(), key);
    expect((await guess(operator.password)).status).toBe(200);
  });

  it.each([
    { name: '' },
    { name: 7 },
    { email: 'nobody' },
    { companyName: null },
    { currentPassword: 7 },
    [],
    'x',
  ])('refuse %j', async (body) => {
    expect((await put(somebody, body)).status).toBe(400);
  });
});
