import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { operations } from '../../shared/api/index.ts';
import { request } from '../support/client.ts';
import { startTestStack } from '../support/stack.ts';
import { newTenant, newVisitor } from '../support/people.ts';

const url = inject('stackUrl');
const get = (path: string) => request(url, 'GET', `/api${path}`);

describe('a realtime ticket', () => {
  it('is for whoever asks, for 60 s, at the tenant’s room', async () => {
    const operator = await newTenant(url);
    for (const who of [operator, await newVisitor(operator)]) {
      const { data } = await (await who.api.realtime.ticket.$post()).json();
      expect(data.url).toBe(`${url.replace('http', 'ws')}/parties/main/${operator.tenantId}`);
      const life = Date.parse(data.expiresAt) - Date.now();
      expect(life).toBeGreaterThan(50_000);
      expect(life).toBeLessThanOrEqual(60_000);
      const claims = JSON.parse(Buffer.from(data.ticket.split('.')[1] ?? '', 'base64url').toString());
      expect(claims).toMatchObject({ tid: operator.tenantId, kind: who.kind, aud: 'ticket', iss: 'chatly' });
    }
  });
});

describe('health', () => {
  it('is up while every part is', async () => {
    const answer = await get('/health');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ data: { status: 'ok', database: 'ok', realtime: 'ok' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  /** Two ways for a database not to be there: nobody listens, or somebody does and never says a word. */
  describe.each(['gone', 'silent'])('with a database that is %s', (how) => {
    let stack: Awaited<ReturnType<typeof startTestStack>>;
    const deaf = createServer();
    beforeAll(async () => {
      await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
      const address = deaf.address();
      const port = typeof address === 'object' ? address?.port : null;
      if (how === 'gone') await new Promise((resolve) => deaf.close(resolve));
      stack = await startTestStack({ vars: { LIBSQL_URL: `http://127.0.0.1:${port}` } });
    });
    afterAll(async () => {
      await stack.close();
      deaf.close();
    });

    it.concurrent('is down and says which part', async ({ expect }) => {
      const answer = await request(stack.url, 'GET', '/api/health');
      expect(answer.status).toBe(503);
      expect(answer.json).toEqual({ data: { status: 'down', database: 'down', realtime: 'ok' } });
    });

    it.concurrent('leaves every other route with a clean 503', async ({ expect }) => {
      const body = { email: 'ada@example.com', password: '12345678', companyName: 'Acme' };
      const answer = await request(stack.url, 'POST', '/api/auth/register', { body });
      expect([answer.status, Object(answer.json).code]).toEqual([503, 'unavailable']);
      expect(answer.text).not.toMatch(/127\.0\.0\.1|SELECT|INSERT|fetch|libsql|timeout/i);
    });
  });
});

describe('the OpenAPI document', () => {
  type Schema = { $ref?: string; [name: string]: unknown };
  type Described = {
    openapi: string;
    servers: { url: string }[];
    paths: Record<
      string,
      Record<
        string,
        {
          operationId: string;
          description: string;
          parameters: { name: string; in: string }[];
          responses: object;
          security: object[];
        }
      >
    >;
    components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { type: string }> };
  };
  const isDescribed = (json: unknown): json is Described =>
    typeof json === 'object' && json !== null && 'paths' in json;
  let document: Described;
  beforeAll(async () => {
    const { json } = await get('/openapi.json');
    if (!isDescribed(json)) throw new Error('Not an OpenAPI document.');
    document = json;
  });

  it('is of 3.1 and names every route, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.servers).toEqual([{ url: `${url}/api` }]);
    const named = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const routes = operations.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(named.toSorted()).toEqual(routes.toSorted());
  });

  it('has for each a name of its own, its path’s parameters, and a security that there is', () => {
    const all = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((each) => ({ path, each })),
    );
    expect(new Set(all.map(({ each }) => each.operationId)).size).toBe(all.length);
    for (const { path, each } of all) {
      const parameters = each.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      expect(parameters).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(Object.keys(each.responses)).toContain('default');
      for (const scheme of each.security.flatMap((choice) => Object.keys(choice))) {
        expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
      }
    }
  });

  it('says of each who may call it', () => {
    const said = (path: string, method: string) => document.paths[path]?.[method]?.description;
    expect(said('/health', 'get')).toBe('Anyone.');
    expect(said('/widget', 'get')).toMatch(/^Operators \(/);
    expect(said('/widget', 'put')).toMatch(/^Operators who own the tenant/);
    expect(said('/visitors/me', 'patch')).toMatch(/^Visitors/);
    expect(said('/conversations', 'get')).toMatch(/^Operators .* and visitors/);
  });

  it('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of new Set(refs)) {
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(Object.keys(document.components.schemas)).toContain(ref.split('/').at(-1));
    }
  });

  it('is readable as a page', async () => {
    const page = await get('/docs');
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    for (const { path } of operations) expect(page.text).toContain(path.replaceAll(/:(\w+)/g, '{$1}'));
    expect(page.text).toContain('Operators who own the tenant');
    expect((await request(url, 'GET', '/docs')).text).toBe(page.text);
  });
});
