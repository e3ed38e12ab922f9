import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { operations } from '../../shared/api/index.ts';
import type { Access } from '../../shared/api/operation.ts';
import type { Answer } from '../support/client.ts';
import { request } from '../support/client.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
} from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
let visitor: VisitorFixture;
let conversationId: string;
beforeAll(async () => {
  operator = await newTenant(url);
  visitor = await newVisitor(operator);
  ({ conversationId } = await newConversation(visitor));
});

/** Words that only somebody inside of the house would use. */
const internal =
  /SQLITE|SELECT |INSERT |node_modules|\.ts\b|worker\.js|    at |LibsqlError|ZodError|TypeError|RangeError/;

function isClean(answer: Answer): Answer {
  expect(answer.status, answer.text).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.text).not.toMatch(internal);
  return answer;
}

const send = (content: unknown) =>
  as(visitor, 'POST', `/conversations/${conversationId}/messages`, { content, clientId: randomUUID() });
const dataOf = ({ json }: Answer) => Object(json).data;
const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

/** As no client would send it: what comes back is the first line. */
const raw = (head: string) =>
  new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });

describe('what a message holds', () => {
  it.each([
    'a\0b\0',
    '\u0001\u001f\u007f\u0085',
    'a\u2028b\u2029c\ufeffd',
    '\u202eevil\u2066',
    '<script>alert(1)</script> &lt; &amp; "\\" \\u0000 \\n',
    "'; DROP TABLE messages; --",
    '$.a %s ${x} {{x}} ?1 :name',
    '😀👩‍👩‍👧‍👦 e\u0301 ﷽ 🏳️‍🌈 𝕏',
    '\uffff\ufffe\u{10ffff}',
    '{"a":1}',
    'null',
  ])('%j is stored and returned exactly', async (content) => {
    const sent = isClean(await send(content));
    expect([sent.status, dataOf(sent).content]).toEqual([201, content]);
    const read = dataOf(await as(operator, 'GET', `/conversations/${conversationId}?limit=1`));
    expect(read.messages[0].content).toBe(content);
    const { data } = Object((await as(operator, 'GET', `/events?since=${read.cursor - 1}`)).json);
    expect(data[0].message.content).toBe(content);
  });

  it('may be the first of a conversation, whose title is of it', async () => {
    for (const content of ['a\0b', 'a\u2028b', `'"\n"'`, '😀'.repeat(100)]) {
      const opened = isClean(
        await as(visitor, 'POST', '/conversations', { content, clientId: randomUUID() }),
      );
      expect([opened.status, dataOf(opened).message.content]).toEqual([201, content]);
    }
  });

  it('may be 8,000 characters as a person counts them, and not one more', async () => {
    const longest = await send('😀'.repeat(8_000));
    expect([longest.status, dataOf(longest).content]).toEqual([201, '😀'.repeat(8_000)]);
    expect((await send('😀'.repeat(8_001))).status).toBe(400);
    expect((await send(`${'x'.repeat(8_000)}   `)).status).toBe(201);
    expect((await send('x'.repeat(8_001))).status).toBe(400);
    const escaped = `{"content":"${'\\ud83d\\ude00'.repeat(8_000)}","clientId":"${randomUUID()}"}`;
    const path = `/conversations/${conversationId}/messages`;
    expect((await as(visitor, 'POST', path, escaped)).status).toBe(201);
  });

  it.each([
    '',
    ' \n\t\u00a0\u3000 ',
    'half \ud83d',
    '\udc00 half',
    null,
    7,
    true,
    ['a'],
    { toString: 'a' },
    undefined,
  ])('is refused as %j', async (content) => {
    const answer = isClean(await send(content));
    expect([answer.status, Object(answer.json).issues?.[0].path]).toEqual([400, 'content']);
  });
});

describe('bodies', () => {
  const tokenFor = (access: Access) => {
    if (access === 'public') return undefined;
    return access === 'operator' || access === 'owner' ? operator.token : visitor.token;
  };
  /** Every route that takes a body, with somebody who may use it. */
  const routes = () =>
    operations
      .filter(({ body }) => body)
      .map(({ method, path, access }) => ({
        method: method.toUpperCase(),
        path: path.replace(':tenantId', operator.tenantId).replace(':id', conversationId),
        token: tokenFor(access),
      }));

  const strange: [string, string, number[]][] = [
    ['nothing', '', [400]],
    ['null', 'null', [400]],
    ['a number', '7', [400]],
    ['a text', '"x"', [400]],
    ['an array', '[]', [400]],
    ['an array of the right thing', '[{"content":"x"}]', [400]],
    ['half a body', '{"content":"x"', [400]],
    ['100,000 open brackets', '['.repeat(100_000), [400]],
    ['100,000 open braces', '{"a":'.repeat(20_000), [400]],
    ['60,000 levels of arrays', nested(60_000, '[', ']'), [400]],
    ['levels under a name', `{"content":${nested(60_000, '[', ']')}}`, [200, 201, 400, 404]],
    [
      'a prototype',
      '{"__proto__":{"content":"x","email":"x"},"constructor":{"prototype":{"x":1}}}',
      [200, 201, 400, 404],
    ],
    ['a name twice', '{"content":"x","content":["y"]}', [200, 201, 400, 404]],
    ['a number beyond all', '{"content":1e999,"name":-1e999}', [200, 201, 400, 404]],
    ['half a surrogate pair in a name', '{"\\ud83d":"x"}', [200, 201, 400, 404]],
  ];

  it.each(strange)('of %s get a clean answer on every route', async (_, body, statuses) => {
    for (const { method, path, token } of routes()) {
      const headers = { 'content-type': 'application/json' };
      const answer = isClean(await request(url, method, `/api${path}`, { token, body, headers }));
      expect([path, statuses.includes(answer.status), answer.status]).toEqual([path, true, answer.status]);
    }
    expect(Object.prototype).not.toHaveProperty('content');
  });

  it('of bytes that are no UTF-8 are refused on every route', async () => {
    const bytes = Buffer.from('{"content":"\u00ff","email":"\u00e9"}', 'latin1');
    for (const { method, path, token } of routes()) {
      const headers = {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      };
      const answer = await fetch(`${url}/api${path}`, { method, headers, body: bytes });
      expect([path, answer.status, await answer.text()]).toEqual([
        path,
        400,
        expect.stringContaining('The body is not UTF-8.'),
      ]);
    }
  });

  it('of half a surrogate pair in any text are refused on every route', async () => {
    const half = 'x\ud83d';
    const texts = [
      'content',
      'clientId',
      'email',
      'password',
      'companyName',
      'name',
      'title',
      'question',
      'answer',
      'url',
      'selector',
      'identity',
      'currentPassword',
      'newPassword',
      'color',
      'welcomeText',
      'comment',
      'shortcut',
    ];
    const all = {
      ...Object.fromEntries(texts.map((name) => [name, half])),
      type: 'text',
      status: half,
      handler: half,
    };
    for (const { method, path, token } of routes()) {
      expect([path, isClean(await request(url, method, `/api${path}`, { token, body: all })).status]).toEqual(
        [path, 400],
      );
    }
    const single: [string, string, unknown][] = [
      ['POST', '/auth/login', { email: half, password: 'x' }],
      ['PUT', '/widget', { logoUrl: `https://example.com/${half}` }],
      ['PUT', '/widget', { aiSettings: { instructions: half } }],
      ['PUT', '/knowledge-base/x', { metadata: { deep: [half] } }],
      ['POST', '/knowledge-base/crawl', { url: `https://example.com/${half}` }],
    ];
    for (const [method, path, body] of single) {
      expect([path, isClean(await as(operator, method, path, body)).status]).toEqual([path, 400]);
    }
  });

  it('of a size that no route takes are refused on every route, large ones only where entries are long', async () => {
    const large = JSON.stringify({
      name: 'x'.repeat(200_000),
      email: 7,
      type: 'x',
      status: 'x',
      handler: 'x',
      color: 7,
    });
    for (const { method, path, token } of routes()) {
      const takesLarge =
        /^\/knowledge-base(?:\/(?!ask$|crawl$|synonyms$)\w+|\/unanswered\/\w+\/entry)?$/.test(path);
      const { status } = isClean(await request(url, method, `/api${path}`, { token, body: large }));
      expect([path, status]).toEqual([path, takesLarge ? (method === 'PUT' ? 404 : 400) : 413]);
    }
  });

  it('beyond what an entry can be are refused by their length, unread', async () => {
    const text = await raw(
      `POST /api/knowledge-base HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${7 * 1024 * 1024 + 1}`,
    );
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    expect(text).toContain('"code":"payload_too_large"');
  });
});

describe('metadata', () => {
  const add = (metadata: string) =>
    as(operator, 'POST', '/knowledge-base', `{"type":"text","content":"x","metadata":${metadata}}`);

  it.each([
    ['{"constructor":{"name":"x"},"toString":null,"hasOwnProperty":1}', undefined],
    ['{"a":{"__proto__":{"polluted":true}}}', undefined],
    ['{"__proto__":{"polluted":true},"b":1}', '{"b":1}'],
    ['{"":{"":[null,true,1.5,"\\u0000"]}}', undefined],
    ['{"a":[[[[[[[1]]]]]]]}', undefined],
    ['{"$.a":1,"a.b":"\'"}', undefined],
    ['{"a":9007199254740993,"b":1e400}', '{"a":9007199254740992,"b":null}'],
  ])('%s is kept', async (metadata, expected = metadata) => {
    const answer = isClean(await add(metadata));
    expect(answer.status).toBe(201);
    expect(JSON.stringify(dataOf(answer).metadata)).toBe(expected);
    expect(dataOf(await as(operator, 'GET', `/knowledge-base/${dataOf(answer).id}`)).metadata).toEqual(
      dataOf(answer).metadata,
    );
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['nine levels', `{"a":${nested(8, '[', ']')}}`],
    ['100,000 levels of arrays', `{"a":${nested(100_000, '[', ']')}}`],
    ['100,000 levels of objects', `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['a million members', `{"a":[${'1,'.repeat(1_000_000)}1]}`],
    ['10,001 characters', `{"a":"${'x'.repeat(10_000)}"}`],
    ['half a surrogate pair', '{"a":{"b":["\\ud83d"]}}'],
    ['half a surrogate pair as a name', '{"a":{"\\ud83d":1}}'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('of %s is refused', async (_, metadata) => {
    const answer = isClean(await add(metadata));
    expect([answer.status, Object(answer.json).issues?.[0].path]).toEqual([400, 'metadata']);
  });
});

describe('queries', () => {
  const long = (part: string) => part.repeat(Math.ceil(10_000 / part.length)).slice(0, 10_000);
  const searches = ['/conversations', '/knowledge-base', '/knowledge-base/search'];
  it.each(
    [
      '" OR tenant_id : * "',
      'tenant_id : "x" OR content : a*',
      'NEAR(a b, 9999999999) AND NOT (c OR d) ^e',
      '{title body} : (a)) OR (b',
      '"',
      '""',
      '"""',
      '*',
      '^',
      '-a',
      'a AND',
      'AND',
      'NOT',
      'a NOT b',
      '(',
      ')',
      'a:b',
      'a + b',
      "' OR 1=1 --",
      '\0',
      'a\0b',
      '\u0301',
      '\u0301\u0301 a',
      '😀',
      '漢字かな',
      'ﷺ',
      'a\u200db',
      '٣ ½ ²',
      '_',
      'İi',
      'ß',
      '%',
      '_%',
      long('"'),
      long('" OR '),
      long('a '),
      long('NEAR(a b) '),
      long('(('),
      long('a*'),
      long('é'),
      long('x'),
      '漢'.repeat(1_000),
      long('1.'),
      long('tenant_id:a '),
    ].map((q) => [q.slice(0, 40), q] as const),
  )('%j is a search like any other', async (_, q) => {
    for (const path of searches) {
      for (const who of path === '/conversations' ? [operator, visitor] : [operator]) {
        const answer = isClean(await as(who, 'GET', `${path}?q=${encodeURIComponent(q)}`));
        expect([path, answer.status]).toEqual([path, 200]);
      }
    }
  });

  it('longer than 10,000 characters are refused', async () => {
    for (const path of searches) {
      expect(isClean(await as(operator, 'GET', `${path}?q=${'x'.repeat(10_001)}`)).status).toBe(400);
    }
  });

  const numbers: [string, string][] = [
    ['/conversations', 'limit'],
    ['/knowledge-base', 'limit'],
    ['/knowledge-base/search?q=a', 'limit'],
    ['/conversations/ID', 'limit'],
    ['/conversations/ID', 'before'],
    ['/conversations/ID', 'after'],
    ['/events', 'since'],
    ['/events', 'limit'],
    ['/conversations', 'cursor'],
    ['/knowledge-base', 'cursor'],
  ];
  it.each(numbers)('%s refuses a %s that is no number in its range', async (path, name) => {
    const values = [
      '-1',
      '1.5',
      'x',
      'NaN',
      'Infinity',
      '-Infinity',
      '1e309',
      '9007199254740993',
      '99999999999999999999',
      '1;2',
      '0x',
      '[]',
      '%00',
      '1%00',
    ];
    for (const value of values) {
      const to = `${path.replace('ID', conversationId)}${path.includes('?') ? '&' : '?'}${name}=${value}`;
      expect([value, isClean(await as(operator, 'GET', to)).status]).toEqual([value, 400]);
    }
    const twice = `${path.replace('ID', conversationId)}${path.includes('?') ? '&' : '?'}${name}=1&${name}=2`;
    expect(isClean(await as(operator, 'GET', twice)).status).toBe(400);
  });

  it.each(['/events?since=9007199254740991', '/conversations?cursor=0', '/knowledge-base?cursor=0'])(
    '%s is past the end of it',
    async (path) => {
      expect(Object(isClean(await as(operator, 'GET', path)).json).data).toEqual([]);
    },
  );

  it.each(['q=a&q=b', 'status=open&status=open', 'status=', '__proto__=x&limit=0', 'q[]=a&limit=[]'])(
    '?%s is refused or ignored',
    async (query) => {
      const status = isClean(await as(operator, 'GET', `/conversations?${query}`)).status;
      expect([200, 400]).toContain(status);
      if (/q=a&|status/.test(query)) expect(status).toBe(400);
    },
  );
});

describe('addresses', () => {
  it.each(
    [
      'x',
      '%00',
      '%2e%2e%2f',
      '..%5c',
      '%',
      '%zz',
      '%ff',
      '%c3%28',
      '%ed%a0%80',
      'x%2Fy',
      "'%20OR%201=1--",
      '%F0%9F%98%80',
      '*',
      ':id',
      'null',
      'undefined',
      '__proto__',
      'constructor',
      'x'.repeat(8_000),
    ].map((id) => [id.slice(0, 40), id] as const),
  )('/%s name nothing', async (_, id) => {
    for (const path of [`/conversations/${id}`, `/knowledge-base/${id}`, `/widget/public/${id}`]) {
      const answer = isClean(await as(operator, 'GET', path));
      expect([path.slice(0, 40), answer.status]).toEqual([path.slice(0, 40), 404]);
    }
    const marked = await as(operator, 'PATCH', `/conversations/messages/${id}/status`, { status: 'seen' });
    expect(isClean(marked).status).toBe(404);
  });

  it.each([
    ['GET /api/conversations/%', '404|401'],
    ['GET /api/../../etc/passwd', '404|200'],
    ['GET //evil.example/api/health', '404|200'],
    ['GET /api/health?%', '200'],
    ['GET /api/health?a=%&%=b&%ff', '200'],
    ['BREW /api/health', '405|501|400'],
    ['TRACE /api/health', '405|501|400'],
    ['GET /api/%68ealth', '200|404'],
    ['GET /api/widget/public/\u00ff', '404|400'],
  ])('in the raw, %s, are answered %s', async (line, statuses) => {
    const text = await raw(`${line} HTTP/1.1`);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 (${statuses}) `));
    expect(text).not.toMatch(internal);
  });
});
