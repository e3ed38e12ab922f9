import { describe, expect, test } from 'vitest';
import type { FetchPort } from './ports.ts';
import { resolveOverHttps } from './resolve-over-https.ts';

type Answers = Record<'A' | 'AAAA', () => Response | Promise<Response>>;

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const none = () => json({ Status: 0 });

function resolver(answers: Answers) {
  const asked: { url: string; accept: string | undefined; redirect: string }[] = [];
  const fetch: FetchPort = async (url, { headers, redirect }) => {
    asked.push({ url, accept: headers['accept'], redirect });
    return new URL(url).searchParams.get('type') === 'AAAA' ? answers.AAAA() : answers.A();
  };
  const resolve = resolveOverHttps(fetch, 'https://dns.example.net/dns-query');
  return { asked, resolve: (name: string) => resolve(name, new AbortController().signal) };
}

describe('a name over HTTPS', () => {
  test('has the addresses of both families, aliases left out', async () => {
    const { asked, resolve } = resolver({
      A: () =>
        json({
          Status: 0,
          Answer: [
            { type: 5, data: 'cdn.example.net.' },
            { type: 1, data: '1.2.3.4' },
          ],
        }),
      AAAA: () => json({ Status: 0, Answer: [{ type: 28, data: '2606:4700::1' }] }),
    });
    expect(await resolve('a.example.com')).toEqual(['1.2.3.4', '2606:4700::1']);
    const rest = { accept: 'application/dns-json', redirect: 'manual' };
    expect(asked).toEqual([
      { url: 'https://dns.example.net/dns-query?name=a.example.com&type=A', ...rest },
      { url: 'https://dns.example.net/dns-query?name=a.example.com&type=AAAA', ...rest },
    ]);
  });

  test('cannot add to the question', async () => {
    const { asked, resolve } = resolver({ A: none, AAAA: none });
    await resolve('a&type=TXT#');
    expect(asked.map(({ url }) => new URL(url).searchParams.getAll('type'))).toEqual([['A'], ['AAAA']]);
  });

  test.each([0, 3])('has no address when the answer is empty with status %d', async (Status) => {
    const { resolve } = resolver({ A: () => json({ Status }), AAAA: () => json({ Status }) });
    expect(await resolve('gone.example.com')).toEqual([]);
  });

  test.each<[string, Answers['A']]>([
    ['SERVFAIL', () => json({ Status: 2 })],
    ['an HTTP error', () => json({ Status: 0 }, 500)],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'http://10.0.0.1/' } })],
    ['no JSON', () => new Response('<html>')],
    ['a wrong shape', () => json({ Status: 0, Answer: [{ type: 'A', data: 1 }] })],
    ['a huge body', () => new Response(`{"Status":0,"x":"${'x'.repeat(70_000)}"}`)],
    ['no answer at all', () => Promise.reject(new TypeError('fetch failed'))],
  ])('fails when either question gets %s', async (_, broken) => {
    const good = () => json({ Status: 0, Answer: [{ type: 1, data: '1.2.3.4' }] });
    for (const answers of [
      { A: good, AAAA: broken },
      { A: broken, AAAA: none },
    ]) {
      await expect(resolver(answers).resolve('a.example.com')).rejects.toMatchObject({
        reason: 'unresolved',
      });
    }
  });

  const never = () => new Response(new ReadableStream({ pull: () => new Promise<never>(() => {}) }));

  test('fails when its signal aborts, and lets go of its questions', async () => {
    const stop = new AbortController();
    const signals: AbortSignal[] = [];
    const resolve = resolveOverHttps(async (_, { signal }) => {
      signals.push(signal);
      return never();
    });
    const resolving = resolve('a.example.com', stop.signal);
    stop.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    await expect(resolving).rejects.toMatchObject({ reason: 'unresolved' });
  });

  test('fails in its own time', async () => {
    const resolve = resolveOverHttps(async () => never(), 'https://dns.example.net/dns-query', 20);
    const resolving = resolve('a.example.com', new AbortController().signal);
    await expect(resolving).rejects.toMatchObject({ reason: 'unresolved' });
  });
});
