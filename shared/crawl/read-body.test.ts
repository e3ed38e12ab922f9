import { expect, test } from 'vitest';
import { fetchPage } from './fetch-page.ts';

const MIB = 1024 * 1024;
const HTML = { 'content-type': 'text/html' };
const resolve = async () => ['93.184.215.14'];

test('a body that is not wanted is let go', async () => {
  const tooLarge = { ...HTML, 'content-length': String(3 * MIB) };
  const unwanted: [number, Record<string, string>, number][] = [
    [200, HTML, 3 * MIB],
    [200, tooLarge, 1],
    [200, { 'content-type': 'image/png' }, 1],
    [500, HTML, 1],
    [302, { location: 'http://10.0.0.1/' }, 1],
  ];
  for (const [status, headers, sizeBytes] of unwanted) {
    let cancelled = 0;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(sizeBytes)),
      cancel: () => void (cancelled += 1),
    });
    const fetch = async () => new Response(body, { status, headers });
    expect(await fetchPage('https://example.com/', { fetch, resolve })).toMatchObject({ ok: false });
    expect(cancelled).toBe(1);
  }
});
