import { beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '../../shared/ids.ts';
import { request } from '../support/client.ts';
import { type OperatorFixture, as, newTenant, newVisitor } from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
beforeAll(async () => {
  operator = await newTenant(url, 'Acme & Söhne');
  aiDefaults = dataOf(await as(operator, 'GET', '/widget')).aiSettings;
});

const defaults = {
  color: '#2563eb',
  position: 'right',
  welcomeText: 'Hello! How can we help?',
  logoUrl: null,
  title: 'Acme & Söhne',
  theme: 'auto',
  suggestedQuestions: [],
  preChat: null,
};
const noOrigins = { allowedOrigins: [] };
let aiDefaults: object;
const put = (body: unknown) => as(operator, 'PUT', '/widget', body);
/** Without what visitors' pages do to it. */
const dataOf = ({ json }: { json: unknown }) => {
  const { installed: _, ...data } = Object(json).data;
  return data;
};
const shown = (headers: Record<string, string> = {}) =>
  request(url, 'GET', `/api/widget/public/${operator.tenantId}`, { headers });

it('remembers the first site that loaded it, and no page of Chatly’s own', async () => {
  const owner = await newTenant(url);
  const load = (origin: string) =>
    request(url, 'GET', `/api/widget/public/${owner.tenantId}`, { headers: { origin } });
  const installed = async () => (await (await owner.api.widget.$get()).json()).data.installed;
  for (const origin of [
    url,
    'null',
    'not an origin',
    'https://a.example/path',
    `https://${'a'.repeat(300)}.example`,
  ]) {
    expect((await load(origin)).status).toBe(200);
  }
  expect(await installed()).toBeNull();
  // The isolate shows it from memory by now.
  await load('https://shop.example');
  await expect.poll(installed).toMatchObject({ origin: 'https://shop.example', at: expect.any(String) });
  await load('https://other.example');
  expect(await installed()).toMatchObject({ origin: 'https://shop.example' });
});

describe('the settings', () => {
  it('begin with defaults, change by what is named, and null puts them back', async () => {
    expect(dataOf(await as(operator, 'GET', '/widget'))).toEqual({
      ...defaults,
      ...noOrigins,
      aiSettings: aiDefaults,
    });
    expect(aiDefaults).toMatchObject({ enabled: false, name: 'Assistant', instructions: null });
    const set = {
      color: '#00ff00',
      position: 'left',
      welcomeText: 'Moin <b>!',
      logoUrl: 'https://example.com/logo.png',
      title: 'Hi',
      theme: 'dark',
      suggestedQuestions: ['Where is my parcel?', 'Do you ship to Norway?'],
      preChat: { fields: ['email', 'name'], required: true },
      allowedOrigins: ['https://shop.example', 'http://localhost:3000'],
      aiSettings: { ...aiDefaults, enabled: true, name: 'Botty', instructions: 'Be kind.' },
    };
    expect(dataOf(await put(set))).toEqual(set);
    expect(dataOf(await put({}))).toEqual(set);
    const { color, aiSettings: __, allowedOrigins: ___, ...others } = set;
    expect(dataOf(await shown())).toEqual({ color, ...others });
    expect(dataOf(await put({ color: null, aiSettings: { name: null }, tenantId: 'x' }))).toEqual({
      ...set,
      color: defaults.color,
      aiSettings: { ...set.aiSettings, name: 'Assistant' },
    });
    const cleared = Object.fromEntries(Object.keys(set).map((name) => [name, null]));
    expect(dataOf(await put(cleared))).toEqual({ ...defaults, ...noOrigins, aiSettings: aiDefaults });
  });

  it('keep origins as browsers send them, each once', async () => {
    const allowedOrigins = [
      ' HTTPS://Shop.Example:443/ ',
      'https://shop.example',
      'http://shop.example:8080',
      'https://bücher.example',
    ];
    expect(dataOf(await put({ allowedOrigins })).allowedOrigins).toEqual([
      'https://shop.example',
      'http://shop.example:8080',
      'https://xn--bcher-kva.example',
    ]);
    await put({ allowedOrigins: null });
  });

  it.each([
    { color: 'red' },
    { color: '#00ff00;background:url(x)' },
    { position: 'top' },
    { welcomeText: '' },
    { title: 'x'.repeat(201) },
    { logoUrl: 'http://example.com/a.png' },
    { logoUrl: 'https://127.0.0.1/a.png' },
    { logoUrl: 'https://169.254.169.254/latest' },
    { logoUrl: 'javascript:alert(1)' },
    { logoUrl: 'https://user:pass@example.com/' },
    { allowedOrigins: ['https://a.example/path'] },
    { allowedOrigins: ['*'] },
    { allowedOrigins: ['https://*.example.com'] },
    { allowedOrigins: [`https://${'a'.repeat(300)}.example`] },
    { allowedOrigins: ['null'] },
    { allowedOrigins: ['file:///etc'] },
    { allowedOrigins: 'https://a.example' },
    { allowedOrigins: Array.from({ length: 21 }, (_, n) => `https://a${n}.example`) },
    { aiSettings: { enabled: 'yes' } },
    { aiSettings: [] },
    { theme: 'pink' },
    { suggestedQuestions: ['1', '2', '3', '4'] },
    { suggestedQuestions: [''] },
    { suggestedQuestions: ['x'.repeat(201)] },
    { preChat: { fields: [] } },
    { preChat: { fields: ['phone'] } },
    { preChat: { fields: ['name', 'name'] } },
    { preChat: { fields: ['name'], required: 'yes' } },
    null,
    [],
    'text',
  ])('refuse %j', async (body) => {
    expect((await put(body)).status).toBe(400);
    expect(dataOf(await as(operator, 'GET', '/widget'))).toEqual({
      ...defaults,
      ...noOrigins,
      aiSettings: aiDefaults,
    });
  });
});

describe('the public face', () => {
  it('shows what a page draws and nothing more, cacheable, and by ETag', async () => {
    const first = await shown();
    expect(dataOf(first)).toEqual(defaults);
    expect(first.headers.get('cache-control')).toBe('public, max-age=30');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{24}"$/);
    const same = await shown({ 'if-none-match': etag });
    expect([same.status, same.text]).toEqual([304, '']);
    expect((await shown({ 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
    expect((await shown({ 'if-none-match': '*' })).status).toBe(304);
    expect((await shown({ 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('is the same whether it is asked for the first time or kept', async () => {
    const { tenantId } = await newTenant(url);
    const get = (origin?: string) => request(url, 'GET', `/api/widget/public/${tenantId}`, { origin });
    const seen = ({ status, text, headers }: Awaited<ReturnType<typeof get>>) => {
      const varying = new Set(['date', 'x-request-id']);
      return { status, text, headers: [...headers].filter(([name]) => !varying.has(name)) };
    };
    const fresh = await get('https://shop.example');
    expect(seen(await get('https://shop.example'))).toEqual(seen(fresh));
    expect(seen(await get())).toEqual(seen(fresh));
    expect(fresh.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get(url)).headers.get('access-control-allow-origin')).toBe(url);
    for (const before of ['/x', '/', '/x?y='])
      expect((await request(url, 'GET', `${before}/api/widget/public/${tenantId}`)).status).toBe(404);
  });

  it('follows a change at once in the isolate that made it, under a new ETag', async () => {
    const before = await shown();
    await put({ color: '#123456' });
    const after = await shown({ 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect(dataOf(after)).toEqual({ ...defaults, color: '#123456' });
    await put({ color: null });
  });

  it.each([newId('ten'), 'ten', '..%2f', 'x'.repeat(2000), '%00', "'--"])(
    'is not there for tenant %s',
    async (id) => {
      const answer = await request(url, 'GET', `/api/widget/public/${id}`);
      expect([answer.status, Object(answer.json).code]).toEqual([404, 'not_found']);
    },
  );
});

describe('the embed code', () => {
  it('is one script line for this tenant, with the secret for its server', async () => {
    const { embedCode, tenantId, identitySecret } = dataOf(await as(operator, 'GET', '/widget/embed'));
    expect(tenantId).toBe(operator.tenantId);
    expect(embedCode).toBe(
      `<script async src="${url}/widget.js" data-tenant="${operator.tenantId}"></script>`,
    );
    expect(identitySecret).toMatch(/^[0-9a-f]{64}$/);
    const other = dataOf(await as(await newTenant(url), 'GET', '/widget/embed'));
    expect(other.identitySecret).not.toBe(identitySecret);
  });
});

describe('allowed origins', () => {
  it('are judged on sessions and on every call of a visitor, at once', async () => {
    const tenant = await newTenant(url);
    const { token } = await newVisitor(tenant);
    const start = (origin?: string) =>
      request(url, 'POST', `/api/widget/public/${tenant.tenantId}/sessions`, { body: {}, origin });
    const call = (origin?: string) => request(url, 'GET', '/api/conversations', { token, origin });
    const write = (origin?: string) =>
      request(url, 'POST', '/api/conversations', {
        token,
        origin,
        body: { content: 'Hi', clientId: crypto.randomUUID() },
      });
    const ticket = (origin?: string) => request(url, 'POST', '/api/realtime/ticket', { token, origin });
    const statuses = async (origin?: string) =>
      (await Promise.all([start, call, write, ticket].map((each) => each(origin)))).map(
        ({ status }) => status,
      );
    const anywhere = [201, 200, 201, 201];
    expect(await statuses('https://anywhere.example')).toEqual(anywhere);
    expect(await statuses()).toEqual(anywhere);
    await tenant.api.widget.$put({ json: { allowedOrigins: ['https://shop.example'] } });
    const refused = [403, 403, 403, 403];
    for (const origin of [
      'https://anywhere.example',
      'https://shop.example.evil.example',
      'http://shop.example',
      'null',
      undefined,
    ]) {
      expect(await statuses(origin)).toEqual(refused);
    }
    expect(await statuses('https://shop.example')).toEqual(anywhere);
    // Chatly's own pages show the widget too.
    expect(await statuses(url)).toEqual(anywhere);
  });
});
