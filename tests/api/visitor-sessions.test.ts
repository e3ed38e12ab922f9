import { SignJWT } from 'jose';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { request } from '../support/client.ts';
import { openDirect } from '../support/database.ts';
import { type OperatorFixture, as, newTenant, newVisitor } from '../support/people.ts';

const url = inject('stackUrl');
const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
let operator: OperatorFixture;
let secret: string;
beforeAll(async () => {
  operator = await newTenant(url);
  secret = await secretOf(operator);
});

async function secretOf(tenant: OperatorFixture): Promise<string> {
  return Object((await as(tenant, 'GET', '/widget/embed')).json).data.identitySecret;
}

type Claims = Record<string, unknown>;
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const sign = (claims: Claims, key = secret, alg = 'HS256') =>
  new SignJWT({ exp: inSeconds(600), ...claims })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key));

function start(body: unknown, token?: string, headers: Record<string, string> = {}, tenant = operator) {
  return request(url, 'POST', `/api/widget/public/${tenant.tenantId}/sessions`, { body, token, headers });
}
const dataOf = ({ json }: { json: unknown }) => Object(json).data;

describe('an anonymous visitor', () => {
  it('is a new one each time, with what it says of itself', async () => {
    const first = dataOf(await start({ name: ' Vera ', email: 'vera@example.com', admin: true }));
    expect(first.visitor).toMatchObject({ name: 'Vera', email: 'vera@example.com', verified: false });
    expect(first.realtime.url).toBe(`${url.replace('http', 'ws')}/parties/main/${operator.tenantId}`);
    const second = dataOf(await start({}));
    expect(second.visitor).toMatchObject({ name: null, email: null, verified: false });
    expect(second.visitor.id).not.toBe(first.visitor.id);
  });

  it('goes on as itself with its own token, and only in its own tenant', async () => {
    const { visitorId, token } = await newVisitor(operator, { name: 'Vera' });
    const again = dataOf(await start({ email: 'vera@example.com' }, token));
    expect(again.visitor).toEqual({
      id: visitorId,
      name: 'Vera',
      email: 'vera@example.com',
      verified: false,
    });
    const elsewhere = await newTenant(url);
    expect((await start({}, token, {}, elsewhere)).status).toBe(401);
    expect((await start({}, operator.token)).status).toBe(401);
    expect((await start({}, 'nonsense')).status).toBe(401);
  });

  it.each([
    { name: '' },
    { name: 7 },
    { email: 'nobody' },
    { identity: '' },
    { identity: null },
    { identity: {} },
    [],
    'x',
    null,
  ])('is refused with %j', async (body) => {
    expect((await start(body)).status).toBe(400);
  });

  it('is one of a bounded number from one address', async () => {
    const headers = { 'cf-connecting-ip': '203.0.113.77' };
    const answers = await Promise.all(Array.from({ length: 65 }, () => start({}, undefined, headers)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(60);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    const waitSeconds = Number(refused[0]?.headers.get('retry-after'));
    expect(waitSeconds).toBeGreaterThan(9 * 60);
    expect(waitSeconds).toBeLessThanOrEqual(10 * 60);
    await direct.rows(
      'UPDATE attempts SET resets_at_ms = ? WHERE key = ?',
      Date.now(),
      'visitor:203.0.113.77',
    );
    expect((await start({}, undefined, headers)).status).toBe(201);
  });
});

describe('a visitor whom the tenant’s server vouches for', () => {
  it('is verified, and the same one again by its sub', async () => {
    const first = dataOf(
      await start({ identity: await sign({ sub: 'u1', name: 'Ada', email: 'ada@example.com' }) }),
    );
    expect(first.visitor).toMatchObject({ name: 'Ada', email: 'ada@example.com', verified: true });
    const again = dataOf(await start({ identity: await sign({ sub: 'u1', name: 'Ada L.' }) }));
    expect(again.visitor).toEqual({ ...first.visitor, name: 'Ada L.' });
    const other = dataOf(await start({ identity: await sign({ sub: 'u2' }) }));
    expect(other.visitor.id).not.toBe(first.visitor.id);
    const sameSubElsewhere = await newTenant(url);
    const key = await secretOf(sameSubElsewhere);
    const far = dataOf(
      await start({ identity: await sign({ sub: 'u1' }, key) }, undefined, {}, sameSubElsewhere),
    );
    expect(far.visitor.id).not.toBe(first.visitor.id);
    expect(far.visitor.name).toBeNull();
  });

  it('is one even when it comes many times at once', async () => {
    const identity = await sign({ sub: 'parallel' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => start({ identity })));
    expect(new Set(answers.map((answer) => dataOf(answer).visitor.id)).size).toBe(1);
  });

  it('keeps what was vouched for, whatever it says of itself', async () => {
    const body = {
      identity: await sign({ sub: 'u3', name: 'Grace' }),
      name: 'Mallory',
      email: 'mallory@example.com',
    };
    const { visitor, visitorToken } = dataOf(await start(body));
    expect(visitor).toMatchObject({ name: 'Grace', email: null, verified: true });
    const renamed = dataOf(await start({ name: 'Mallory', email: 'mallory@example.com' }, visitorToken));
    expect(renamed.visitor).toEqual(visitor);
  });

  it('has claims of no use left out', async () => {
    const identity = await sign({ sub: 'u4', name: 'x'.repeat(500), email: 'nobody' });
    expect(dataOf(await start({ identity })).visitor).toMatchObject({
      name: null,
      email: null,
      verified: true,
    });
  });
});

describe('an identity is refused', () => {
  const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = (claims: Claims) => `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`;
  const cases: Record<string, () => string | Promise<string>> = {
    'that is over': () => sign({ sub: 'u', exp: inSeconds(-60) }),
    'that lasts over an hour': () => sign({ sub: 'u', exp: inSeconds(3700) }),
    'without exp': () => sign({ sub: 'u', exp: undefined }),
    'whose exp is a text': () => sign({ sub: 'u', exp: String(inSeconds(60)) }),
    'that is not valid yet': () => sign({ sub: 'u', nbf: inSeconds(600) }),
    'without sub': () => sign({}),
    'with an empty sub': () => sign({ sub: '' }),
    'with a long sub': () => sign({ sub: 'x'.repeat(256) }),
    'whose sub is a number': () => sign({ sub: 7 }),
    'with half a surrogate pair in sub': () => sign({ sub: 'u\ud83d' }),
    'without a signature': () => unsigned({ sub: 'u', exp: inSeconds(60) }),
    'of another algorithm': () => sign({ sub: 'u' }, secret, 'HS512'),
    'signed by another key': () => sign({ sub: 'u' }, 'another key that is long enough to sign with'),
    'signed by another tenant': async () => sign({ sub: 'u' }, await secretOf(await newTenant(url))),
    'that is the visitor’s own token': async () => (await newVisitor(operator)).token,
    'that is no token': () => 'nonsense',
    'of two dots': () => '..',
  };
  it.each(Object.entries(cases))('%s', async (_, make) => {
    const answer = await start({ identity: await make() });
    expect([answer.status, Object(answer.json).code]).toEqual([401, 'unauthorized']);
  });

  it('that is too long for one', async () => {
    expect((await start({ identity: 'x'.repeat(4097) })).status).toBe(400);
  });
});
