import { randomBytes, randomUUID, scryptSync } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../shared/store/database.ts';
import { type Account, platformStore } from '../../shared/store/platform-store.ts';
import { request } from '../support/client.ts';
import { openDirect } from '../support/database.ts';
import { type OperatorFixture, as, newMember, newTenant, signIn } from '../support/people.ts';

const url = inject('stackUrl');
const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  request(url, 'POST', `/api${path}`, { body, headers });
const isAlive = async ({ token }: OperatorFixture) =>
  (await request(url, 'GET', '/api/settings', { token })).status === 200;
const withoutRequestId = (json: unknown) => ({ ...Object(json), requestId: '' });

describe('registering', () => {
  it('makes tenant, operator and widget, and signs in', async () => {
    const email = `Ada.${randomUUID()}@Example.com`;
    const answer = await post('/auth/register', {
      email: ` ${email} `,
      password: '12345678',
      companyName: ' Acme ',
    });
    expect(answer.status).toBe(201);
    const { token, user } = Object(answer.json);
    expect(user).toMatchObject({ email, companyName: 'Acme', name: 'Acme', role: 'owner' });
    const widget = await request(url, 'GET', '/api/widget', { token });
    expect(widget.status).toBe(200);
    const [stored] = await direct.rows('SELECT password_hash FROM users WHERE id = ?', user.id);
    expect(stored?.['password_hash']).toMatch(/^scrypt\$16384\$8\$5\$[\w+/]{22}==\$[\w+/]{43}=$/);
  });

  it('lets one of many parallel registrations of an e-mail through, and leaves nothing of the others', async () => {
    const id = randomUUID();
    const spellings = [`${id}@example.com`, `${id.toUpperCase()}@EXAMPLE.com`];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        post('/auth/register', { email: spellings[n % 2], password: '12345678', companyName: `Race ${id}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    expect(await direct.rows('SELECT 1 FROM tenants WHERE company_name = ?', `Race ${id}`)).toHaveLength(1);
  });

  it.each([
    ['a short password', { password: '1234567' }, 'password'],
    ['a long password', { password: 'x'.repeat(129) }, 'password'],
    ['half a surrogate pair in the password', { password: '1234567\ud83d' }, 'password'],
    ['no e-mail', { email: 'nobody' }, 'email'],
    ['a long e-mail', { email: `${'x'.repeat(250)}@example.com` }, 'email'],
    ['an empty company', { companyName: ' \n ' }, 'companyName'],
    ['a company of another type', { companyName: ['Acme'] }, 'companyName'],
  ])('refuses %s and says where', async (_, wrong, path) => {
    const right = { email: `${randomUUID()}@example.com`, password: '12345678', companyName: 'Acme' };
    const answer = await post('/auth/register', { ...right, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: 'invalid_request', issues: [{ path }] });
  });

  it('limits registrations per address', async () => {
    const headers = { 'cf-connecting-ip': '203.0.113.7' };
    const taken = await newTenant(url);
    const body = { email: taken.email, password: '12345678', companyName: 'Acme' };
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => post('/auth/register', body, headers)),
    );
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(3000);
  });
});

describe('signing in', () => {
  let operator: OperatorFixture;
  beforeAll(async () => {
    operator = await newTenant(url);
  });

  it('takes the e-mail in any case and sets the dashboard’s cookie', async () => {
    const { email, password } = operator;
    const answer = await post('/auth/login', { email: email.toUpperCase(), password });
    expect(answer.status).toBe(200);
    const { token } = Object(answer.json);
    const [cookie = '', ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie.split('; ').map((part) => part.replace(/^Expires=.*/, 'Expires'))).toEqual([
      `token=${token}`,
      'Path=/',
      'Expires',
      'HttpOnly',
      'Secure',
      'SameSite=Lax',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await request(url, 'GET', '/api/settings', { cookie: token })).status).toBe(200);
  });

  it('cannot be told apart for an unknown e-mail and a wrong password', async () => {
    const wrong = await post('/auth/login', { email: operator.email, password: 'not it, surely' });
    const unknown = await post('/auth/login', {
      email: `${randomUUID()}@example.com`,
      password: 'not it, surely',
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(withoutRequestId(unknown.json)).toEqual(withoutRequestId(wrong.json));
    expect([wrong, unknown].flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  it('lets nobody in whose password was changed, or account removed, while it was being checked', async () => {
    const owner = await newTenant(url);
    const agent = await newMember(owner);
    const store = platformStore(
      openDatabase({ url: inject('databaseUrl'), authToken: inject('databaseToken') }),
    );
    const finish = (account: Account | null) =>
      account && store.startSession(account, { address: null, client: null, limited: null, newHash: null });
    const checked = await Promise.all([owner, agent].map(({ email }) => store.admitLogin(email, null)));
    await as(owner, 'PUT', '/settings', { currentPassword: owner.password, newPassword: 'another one' });
    await as(owner, 'DELETE', `/team/members/${agent.userId}`);
    for (const account of checked)
      await expect(finish(account)).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(finish(await store.admitLogin(owner.email, null))).resolves.toHaveProperty('sessionId');
  });

  it('takes one way to write a character for another', async () => {
    const composed = await newTenant(url);
    const settings = { currentPassword: composed.password, newPassword: 'Zoë Ångström' };
    expect((await as(composed, 'PUT', '/settings', settings)).status).toBe(200);
    const answer = await post('/auth/login', {
      email: composed.email,
      password: settings.newPassword.normalize('NFD'),
    });
    expect(answer.status).toBe(200);
  });

  it('hashes anew, with today’s parameters, where the stored ones are others', async () => {
    const salt = randomBytes(16);
    const key = scryptSync(operator.password, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
    const old = `scrypt$1024$8$1$${salt.toString('base64')}$${key.toString('base64')}`;
    await direct.rows('UPDATE users SET password_hash = ? WHERE id = ?', old, operator.userId);
    expect(await isAlive(await signIn(operator))).toBe(true);
    const stored = async () =>
      (await direct.rows('SELECT password_hash FROM users WHERE id = ?', operator.userId))[0]?.[
        'password_hash'
      ];
    const renewed = await stored();
    expect(renewed).toMatch(/^scrypt\$16384\$8\$5\$/);
    expect(await isAlive(await signIn(operator))).toBe(true);
    expect(await stored()).toBe(renewed);
  });
});

describe('the limits of guessing', () => {
  it('end guessing at one account, known or not, and end with their window', async () => {
    const operator = await newTenant(url);
    const { email, password } = operator;
    const guess = (password: string) => post('/auth/login', { email, password });
    for (let n = 0; n < 10; n += 1) expect((await guess('a guess')).status).toBe(401);
    const refused = await guess(password);
    expect(refused.status).toBe(429);
    const waitSeconds = Number(refused.headers.get('retry-after'));
    expect(waitSeconds).toBeGreaterThan(14 * 60);
    expect(waitSeconds).toBeLessThanOrEqual(15 * 60);
    await direct.rows(
      'UPDATE attempts SET resets_at_ms = ? WHERE key = ?',
      Date.now(),
      `login:account:${email}`,
    );
    expect((await guess(password)).status).toBe(200);
    // Signing in proves who guessed: the count begins again.
    expect(await direct.rows('SELECT 1 FROM attempts WHERE key = ?', `login:account:${email}`)).toEqual([]);
  });

  it('end guessing from one address, whatever the account', async () => {
    const headers = { 'cf-connecting-ip': '203.0.113.8' };
    const attempt = () =>
      post('/auth/login', { email: `${randomUUID()}@example.com`, password: 'a guess' }, headers);
    await attempt();
    const key = 'login:address:203.0.113.8';
    await direct.rows('UPDATE attempts SET count = 49 WHERE key = ?', key);
    expect((await attempt()).status).toBe(401);
    expect((await attempt()).status).toBe(429);
    const elsewhere = await post(
      '/auth/login',
      { email: `${randomUUID()}@example.com`, password: 'a guess' },
      { 'cf-connecting-ip': '203.0.113.9' },
    );
    expect(elsewhere.status).toBe(401);
  });
});

describe('signing out', () => {
  it('kills that token at once, and no other', async () => {
    const first = await newTenant(url);
    const second = await signIn(first);
    const answer = await as(first, 'POST', '/auth/logout');
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^token=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await isAlive(first)).toBe(false);
    expect((await as(first, 'POST', '/auth/logout')).status).toBe(401);
    expect((await as(first, 'PUT', '/settings', { name: 'Ghost' })).status).toBe(401);
    expect(await isAlive(second)).toBe(true);
  });

  it('comes by itself when the session is over', async () => {
    const operator = await newTenant(url);
    const over = new Date(Date.now() - 1).toISOString();
    await direct.rows('UPDATE sessions SET expires_at = ? WHERE tenant_id = ?', over, operator.tenantId);
    expect(await isAlive(operator)).toBe(false);
  });
});

describe('the cookie', () => {
  it('changes something only from the dashboard’s own origin', async () => {
    const { token: cookie } = await newTenant(url);
    const rename = (call: { origin?: string; headers?: Record<string, string> }) =>
      request(url, 'PUT', '/api/settings', { cookie, body: { name: 'Ada' }, ...call });
    expect((await rename({})).status).toBe(403);
    expect((await rename({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await rename({ origin: 'null' })).status).toBe(403);
    expect((await rename({ origin: url })).status).toBe(200);
    const foreign = await request(url, 'GET', '/api/settings', { cookie, origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });

  it('is nothing for a visitor’s token, and does not outrank a bearer', async () => {
    const { token, tenantId } = await newTenant(url);
    const started = await post(`/widget/public/${tenantId}/sessions`, {});
    const visitorToken = Object(started.json).data.visitorToken;
    expect((await request(url, 'GET', '/api/conversations', { cookie: visitorToken })).status).toBe(401);
    const both = await request(url, 'GET', '/api/settings', { cookie: token, token: 'nonsense' });
    expect(both.status).toBe(401);
  });
});
