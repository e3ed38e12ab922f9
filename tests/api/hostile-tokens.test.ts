import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signRoomCall } from '../../shared/room-calls.ts';
import { tokenKey } from '../../shared/tokens.ts';
import type { Stack } from '../../scripts/stack.ts';
import { request } from '../support/client.ts';
import { type OperatorFixture, type VisitorFixture, as, newTenant, newVisitor } from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';

const tokenSecret = 'Kq3v8Zt1Xw5Rb7Ny2Mc9Lp4Jh6Gf0DsAeUiOaYtQ';
const roomSecret = 'Zp9Wm2Xc7Vb4Nq1Lk8Jh5Gf3Ds6Ar0TeYuIoPlMk';
let stack: Stack;
let operator: OperatorFixture;
let visitor: VisitorFixture;
let sessionId: string;

beforeAll(async () => {
  stack = await startTestStack({ vars: { TOKEN_SECRET: tokenSecret, ROOM_SECRET: roomSecret } });
  operator = await newTenant(stack.url);
  visitor = await newVisitor(operator);
  sessionId = String(payloadOf(operator.token)['sid']);
});
afterAll(() => stack.close());

type Json = Record<string, unknown>;
const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const partsOf = (token: string) => token.split('.');
const payloadOf = (token: string): Json =>
  JSON.parse(Buffer.from(partsOf(token)[1] ?? '', 'base64url').toString());
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const header = { alg: 'HS256', typ: 'chatly-operator+jwt' };

/** Signs whatever it is given, as no library would. */
function sign(head: Json, claims: unknown, secret: string): string {
  const digest = String(head['alg']).replace('HS', 'sha');
  const signed = `${encode(head)}.${encode(claims)}`;
  return `${signed}.${createHmac(digest, secret).update(signed).digest('base64url')}`;
}

/** The operator's own claims, signed with the right key: valid, but for what `claims` and `head` put into them. */
function forge(claims: Json = {}, head: Json = {}, secret = tokenSecret): string {
  return sign({ ...header, ...head }, { ...payloadOf(operator.token), ...claims }, secret);
}

const without = (claim: string) => forge({ [claim]: undefined });
/** Any header and payload over the signature of the real token. */
const pasted = (head: unknown, claims: unknown = payloadOf(operator.token)) =>
  [encode(head), encode(claims), partsOf(operator.token)[2]].join('.');
const unsigned = (head: unknown) => `${encode(head)}.${encode(payloadOf(operator.token))}.`;

function publicKeyConfusion(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return forge({}, {}, publicKey.export({ type: 'spki', format: 'pem' }).toString());
}

/** Each would be worth something if a single check were missing. */
const hostile: Record<string, () => string | Promise<string>> = {
  'no algorithm': () => unsigned({ ...header, alg: 'none' }),
  'no algorithm, in another case': () => unsigned({ ...header, alg: 'NoNe' }),
  'no algorithm over a real signature': () => pasted({ ...header, alg: 'none' }),
  'no alg member': () => pasted({ typ: header.typ }),
  'an algorithm that is a number': () => pasted({ ...header, alg: 256 }),
  'HS384 with the right key': () => forge({}, { alg: 'HS384' }),
  'HS512 with the right key': () => forge({}, { alg: 'HS512' }),
  'RS256 in name only': () => pasted({ ...header, alg: 'RS256' }),
  'a public key as secret': publicKeyConfusion,
  'another key': () => forge({}, {}, 'Another secret of no less than 32 bytes length'),
  'the room’s key': () => forge({}, {}, roomSecret),
  'an empty signature': () => `${partsOf(operator.token).slice(0, 2).join('.')}.`,
  'a signature cut short': () => operator.token.slice(0, -3),
  'a signature with more behind it': () => `${operator.token}AAAA`,
  'a changed subject under the real signature': () =>
    pasted(header, { ...payloadOf(operator.token), sub: 'usrother' }),
  'a changed tenant under the real signature': () =>
    pasted(header, { ...payloadOf(operator.token), tid: 'tenother' }),
  'a token that is over': () => forge({ exp: inSeconds(-1) }),
  'an exp far in the past': () => forge({ exp: 1 }),
  'no exp': () => without('exp'),
  'an exp that is a text': () => forge({ exp: String(inSeconds(600)) }),
  'an exp that is null': () => forge({ exp: null }),
  'a token that is not valid yet': () => forge({ nbf: inSeconds(600) }),
  'no iat': () => without('iat'),
  'no issuer': () => without('iss'),
  'another issuer': () => forge({ iss: 'chatty' }),
  'no audience': () => without('aud'),
  'a visitor’s audience': () => forge({ aud: 'visitor' }),
  'no type': () => forge({}, { typ: undefined }),
  'the plain type': () => forge({}, { typ: 'JWT' }),
  'a visitor’s type over an operator’s claims': () => forge({}, { typ: 'chatly-visitor+jwt' }),
  'an operator’s type over a visitor’s claims': () => forge({ ...payloadOf(visitor.token) }),
  'no subject': () => without('sub'),
  'a subject that is an object': () => forge({ sub: { id: 'x' } }),
  'another subject in a living session': () => forge({ sub: 'usr000000000000000000000000' }),
  'no tenant': () => without('tid'),
  'a tenant that is an array': () => forge({ tid: [operator.tenantId] }),
  'a tenant of a wrong shape': () => forge({ tid: "ten' OR 1=1 --" }),
  'another tenant with a living session’s id': () => forge({ tid: 'ten000000000000000000000000' }),
  'no session': () => without('sid'),
  'a session that never was': () => forge({ sid: 'ses000000000000000000000000' }),
  'a key id that is a path': () => forge({}, { kid: '../../../../dev/null' }, ' '.repeat(32)),
  'a key id that is SQL': () => pasted({ ...header, kid: "' UNION SELECT 'x" }),
  'a key by address': () => pasted({ ...header, jku: 'https://evil.example/keys.json' }),
  'a key in the header': () =>
    forge(
      {},
      { jwk: { kty: 'oct', k: encode('my own key of thirty-two bytes..') } },
      'my own key of thirty-two bytes..',
    ),
  'a certificate by address': () => pasted({ ...header, x5u: 'https://evil.example/cert.pem' }),
  'a critical header that nobody knows': () => forge({}, { crit: ['evil'], evil: true }),
  'an unencoded payload': () => pasted({ ...header, b64: false, crit: ['b64'] }),
  'a payload in a list': () => pasted(header, [payloadOf(operator.token)]),
  'a payload that is no JSON': () => pasted(header, 'nope'),
  'a header that is no JSON': () => pasted('nope'),
  'a header of 2,000 levels': () => pasted(`${'['.repeat(2000)}${']'.repeat(2000)}`),
  'a prototype in the header': () => pasted('{"alg":"HS256","__proto__":{"typ":"chatly-operator+jwt"}}'),
  'a realtime ticket': async () => Object((await as(operator, 'POST', '/realtime/ticket')).json).data.ticket,
  'a call to a room': () => signRoomCall(tokenKey(roomSecret), operator.tenantId),
  'a call to a room, under the right key': () => signRoomCall(tokenKey(tokenSecret), operator.tenantId),
  'an identity': async () =>
    sign(
      { alg: 'HS256' },
      { sub: 'u', exp: inSeconds(60) },
      Object((await as(operator, 'GET', '/widget/embed')).json).data.identitySecret,
    ),
  'two dots': () => '..',
  'one dot': () => 'a.b',
  'four dots': () => `${operator.token}.x.y`,
  'an encrypted token’s five parts': () => 'a.b.c.d.e',
  'one letter': () => 'x',
  'no base64': () => '%%%.%%%.%%%',
  'letters beyond ASCII': () => `é${operator.token}ÿ`,
  'a token in quotes': () => `"${operator.token}"`,
  'a token twice': () => `${operator.token},${operator.token}`,
  'a token of 8,000 characters': () => `${'a'.repeat(4000)}.${'b'.repeat(3996)}.c`,
  'the session’s id': () => sessionId,
  'the word null': () => 'null',
  'the word undefined': () => 'undefined',
};

describe('a token is refused: ', () => {
  it('while the one that all are made from is good', async () => {
    for (const token of [operator.token, forge()]) {
      expect((await request(stack.url, 'GET', '/api/settings', { token })).status).toBe(200);
    }
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.entries(hostile))('%s', async (_, make) => {
    const token = await make();
    const cookie = encodeURIComponent(token);
    for (const credential of [{ token }, { cookie, origin: stack.url }]) {
      for (const [method, path] of [
        ['GET', '/settings'],
        ['GET', '/conversations'],
        ['POST', '/realtime/ticket'],
      ] as const) {
        const answer = await request(stack.url, method, `/api${path}`, credential);
        expect([answer.status, Object(answer.json).code], answer.text).toEqual([401, 'unauthorized']);
      }
    }
  });

  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Bearer  ', 'bearer\tx', 'Token x', ', Bearer x'])(
    'the header %j',
    async (authorization) => {
      const answer = await request(stack.url, 'GET', '/api/settings', { headers: { authorization } });
      expect(answer.status).toBe(401);
    },
  );

  it('in the address, whoever’s it is', async () => {
    const { token } = operator;
    const answer = await request(
      stack.url,
      'GET',
      `/api/settings?token=${token}&access_token=${token}&ticket=${token}`,
    );
    expect(answer.status).toBe(401);
  });

  it('a visitor’s, where it is no operator’s place', async () => {
    for (const path of ['/settings', '/widget', '/knowledge-base', '/widget/embed']) {
      expect((await as(visitor, 'GET', path)).status).toBe(403);
    }
  });
});

describe('a visitor’s token is refused', () => {
  const forgeVisitor = (claims: Json) =>
    sign(
      { alg: 'HS256', typ: 'chatly-visitor+jwt' },
      { ...payloadOf(visitor.token), ...claims },
      tokenSecret,
    );
  it.each<[string, () => Json]>([
    ['of a visitor that never was', () => ({ sub: 'vis000000000000000000000000' })],
    ['of another tenant', () => ({ tid: 'ten000000000000000000000000' })],
    ['of an operator as visitor', () => ({ sub: operator.userId })],
  ])('%s', async (_, claims) => {
    const token = forgeVisitor(claims());
    expect((await request(stack.url, 'GET', '/api/conversations', { token })).status).toBe(401);
    expect((await request(stack.url, 'GET', '/api/conversations', { token: forgeVisitor({}) })).status).toBe(
      200,
    );
  });
});
