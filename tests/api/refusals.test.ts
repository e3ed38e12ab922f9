import { describe, expect, inject, it } from 'vitest';
import { Failure } from '../../shared/api/system.ts';
import { limits } from '../../shared/limits.ts';
import { request } from '../support/client.ts';

const url = inject('stackUrl');

describe('a refusal', () => {
  const call = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
    request(url, method, path, { headers, ...(body === undefined ? {} : { body }) });

  it.each([
    ['GET', '/api/nope', 404],
    ['GET', '/api', 404],
    ['GET', '/api/', 404],
    ['GET', '/api/conversations/', 404],
    ['POST', '/api/nope/nope', 404],
    ['GET', '/nope', 404],
    ['POST', '/knowledge/nope', 404],
    ['DELETE', '/api/conversations', 405],
    ['PUT', '/api/health', 405],
    ['POST', '/api/health', 405],
    ['GET', '/api/auth/login', 405],
    ['PATCH', '/api/knowledge-base/search', 405],
    ['DELETE', '/api/widget/public/x', 405],
  ])('of %s %s is %i, in the contract’s shape, readable from any page', async (method, path, status) => {
    const answer = await call(method, path, { origin: 'https://anywhere.example' });
    expect(answer.status).toBe(status);
    const failure = Failure.parse(answer.json);
    expect(failure.requestId).toBe(answer.headers.get('x-request-id'));
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    if (status === 405) expect(answer.headers.get('allow')?.split(', ')).not.toContain(method);
  });

  it('names the methods that an address takes', async () => {
    const allowed = async (method: string, path: string) =>
      (await call(method, path)).headers.get('allow')?.split(', ').toSorted();
    expect(await allowed('PUT', '/api/conversations')).toEqual(['GET', 'POST']);
    expect(await allowed('POST', '/api/knowledge-base/x')).toEqual(['DELETE', 'GET', 'PUT']);
    expect(await allowed('POST', '/api/knowledge-base/search')).toEqual(['GET']);
  });

  it.each([
    ['', 415],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonp', 415],
    ['application/a+b+json', 415],
    ['text/json', 415],
    ['application/json; charset', 401],
    ['APPLICATION/JSON;charset=UTF-8', 401],
    [' application/json', 401],
    ['application/problem+json', 401],
  ])('of a body sent as "%s" is %i', async (type, status) => {
    const body = JSON.stringify({ email: 'nobody@example.com', password: 'x' });
    const answer = await call('POST', '/api/auth/login', { 'content-type': type }, body);
    expect(answer.status).toBe(status);
  });

  it.each(['', '{', '[1,', 'nope', '{"a":1}x', "{'a':1}", '\ufeff\ufeff{}', 'NaN', '{"email":"a\nb"}'])(
    'of malformed JSON %j says so',
    async (body) => {
      const answer = await call('POST', '/api/auth/login', { 'content-type': 'application/json' }, body);
      expect([answer.status, Object(answer.json).code]).toEqual([400, 'invalid_request']);
    },
  );

  it.each([
    ['content-length', 2 * limits.body.defaultBytes],
    ['content-length', 32 * limits.body.defaultBytes],
    ['transfer-encoding', 2 * limits.body.defaultBytes],
    ['transfer-encoding', 32 * limits.body.defaultBytes],
  ])('reaches whoever sends too much, its size told by %s: %i bytes', async (told, bytes) => {
    const all = new Blob([JSON.stringify({ email: 'x'.repeat(bytes), password: 'x' })]);
    for (let times = 0; times < 10; times += 1) {
      const answer = await fetch(`${url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(told === 'content-length' ? { body: all } : { body: all.stream(), duplex: 'half' }),
      });
      expect([answer.status, Failure.parse(await answer.json()).code]).toEqual([413, 'payload_too_large']);
    }
  });

  it('reaches whoever sends much to where nobody reads it', async () => {
    for (const [method, path, status] of [
      ['PUT', '/api/settings', 401],
      ['POST', '/api/nope', 404],
      ['PUT', '/api/knowledge-base', 405],
    ] as const) {
      const body = JSON.stringify({ name: 'x'.repeat(limits.body.defaultBytes - 100) });
      for (let times = 0; times < 10; times += 1)
        expect((await call(method, path, { 'content-type': 'application/json' }, body)).status).toBe(status);
    }
  });

  it('carries the headers that keep a browser from guessing', async () => {
    const { headers } = await call('GET', '/api/nope');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
