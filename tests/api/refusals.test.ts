import { connect } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { Failure } from '../../shared/api/system.ts';
import { limits } from '../../shared/limits.ts';
import { request } from '../support/client.ts';

const url = inject('stackUrl');

/** A POST by hand, which reads what came though writing failed: a library would only say that it did. Empty if nothing. */
function rawPost(path: string, body: string, told: string): Promise<string> {
  const { hostname, port, host } = new URL(url);
  const isChunked = told === 'transfer-encoding';
  const size = isChunked ? 'chunked' : String(Buffer.byteLength(body));
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nconnection: close\r\n${told}: ${size}\r\n\r\n`;
  const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  const { promise, resolve } = Promise.withResolvers<string>();
  let answer = '';
  const socket = connect(Number(port), hostname, () => socket.write(head + (isChunked ? chunk : body)));
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => (answer += text));
  socket.on('error', () => resolve(answer));
  socket.on('close', () => resolve(answer));
  return promise;
}

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

  it.each(['content-length', 'transfer-encoding'])(
    'of a body that is too large is 413, its size told by %s',
    async (told) => {
      const body = JSON.stringify({ email: 'x'.repeat(limits.body.defaultBytes), password: 'x' });
      let answer = '';
      // A connection that is closed under a client still writing may take the answer with it: it asks again.
      while (answer === '') answer = await rawPost('/api/auth/login', body, told);
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toContain('"code":"payload_too_large"');
    },
  );

  it('carries the headers that keep a browser from guessing', async () => {
    const { headers } = await call('GET', '/api/nope');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
