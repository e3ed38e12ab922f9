import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPage } from './fetch-page.ts';
import type { CrawlOptions } from './fetch-page.ts';
import type { FetchPort } from './ports.ts';

const MIB = 1024 * 1024;
const HTML = { 'content-type': 'text/html; charset=utf-8' };

const pages: Record<string, RequestListener> = {};
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://x').pathname];
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The way to the real server: a public name outside, a loopback socket inside. */
const toLoopback: FetchPort = (url, init) => {
  const { pathname, search } = new URL(url);
  return fetch(`${origin}${pathname}${search}`, init);
};

const resolve = async () => ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'];

function crawl(path: string, options?: CrawlOptions) {
  return fetchPage(`http://docs.example.com${path}`, { fetch: toLoopback, resolve }, options);
}

function serve(path: string, headers: Record<string, string>, body: string | Uint8Array): void {
  pages[path] = (_, response) => response.writeHead(200, headers).end(body);
}

describe('a page', () => {
  test('becomes its final address, title and text', async () => {
    const body = '<title> Opening\n hours </title><main><h1>Hours</h1><p>Mon &amp; Tue</p></main>';
    serve('/final', HTML, body);
    pages['/first'] = (_, response) => response.writeHead(301, { location: '/final?x=1#top' }).end('moved');
    expect(await crawl('/first')).toEqual({
      ok: true,
      page: {
        url: 'http://docs.example.com/final?x=1',
        title: 'Opening hours',
        text: '# Hours\n\nMon & Tue',
      },
    });
  });

  test('is asked for under our own name', async () => {
    pages['/echo'] = ({ headers, method }, response) =>
      response.writeHead(200, HTML).end(`${method} ${headers['user-agent']} ${headers.cookie}`);
    expect(await crawl('/echo')).toMatchObject({
      page: { text: 'GET ChatlyBot/1.0 undefined', title: null },
    });
  });

  test.each([
    ['text/plain', '\ufeff# Notes\r\n\r\na\u0000b\r\n', { title: 'Notes', text: '# Notes\n\nab' }],
    [
      'Text/Markdown; Charset="UTF-8"',
      'no heading, <b>kept</b>',
      { title: null, text: 'no heading, <b>kept</b>' },
    ],
    ['application/xhtml+xml', '<html><body><p>x</p></body></html>', { title: null, text: 'x' }],
  ])('of type %s is read', async (type, body, page) => {
    serve('/typed', { 'content-type': type }, body);
    expect(await crawl('/typed')).toMatchObject({ ok: true, page });
  });

  test('packed with gzip is unpacked', async () => {
    serve('/gzip', { ...HTML, 'content-encoding': 'gzip' }, gzipSync('<p>packed</p>'));
    expect(await crawl('/gzip')).toMatchObject({ page: { text: 'packed' } });
  });

  test('may choose a part, and says when there is none', async () => {
    serve('/part', HTML, '<main>all</main><div class="faq">some</div>');
    serve('/plain', { 'content-type': 'text/plain' }, 'some');
    expect(await crawl('/part', { selector: '.faq' })).toMatchObject({ page: { text: 'some' } });
    expect(await crawl('/part', { selector: '.help' })).toMatchObject({ reason: 'selector_no_match' });
    expect(await crawl('/plain', { selector: '.faq' })).toMatchObject({ reason: 'selector_no_match' });
  });
});

describe('a page is refused', () => {
  test('when its selector is not understood, without asking for it', async () => {
    const ports = {
      fetch: () => Promise.reject(new Error('fetched')),
      resolve: () => Promise.reject(new Error('resolved')),
    };
    const result = await fetchPage('https://example.com/', ports, { selector: 'p:has(' });
    expect(result).toMatchObject({ ok: false, reason: 'invalid_selector' });
  });

  test('when it is not text', async () => {
    for (const type of [
      'application/pdf',
      'image/svg+xml',
      'application/json',
      'text/htmlx',
      'multipart/mixed',
      '',
    ]) {
      serve('/wrong', type === '' ? {} : { 'content-type': type }, '<p>x</p>');
      expect(await crawl('/wrong'), type).toMatchObject({ ok: false, reason: 'content_type' });
    }
  });

  test('when it answers with an error, naming the status', async () => {
    pages['/private'] = (_, response) => response.writeHead(403, HTML).end('<p>secret</p>');
    expect(await crawl('/private')).toMatchObject({
      reason: 'http_status',
      message: expect.stringContaining('403'),
    });
    expect(await crawl('/missing')).toMatchObject({
      reason: 'http_status',
      message: expect.stringContaining('404'),
    });
  });

  test('when it holds no text or too much', async () => {
    serve('/empty', HTML, '<div id="root"></div><script>draw()</script>');
    serve('/much', HTML, '<p>😀😀😀');
    expect(await crawl('/empty')).toMatchObject({ reason: 'empty' });
    expect(await crawl('/much', { limits: { textChars: 2 } })).toMatchObject({ reason: 'too_much_text' });
    expect(await crawl('/much', { limits: { textChars: 3 } })).toMatchObject({ ok: true });
  });

  test('when nobody answers', async () => {
    const refused: FetchPort = () => Promise.reject(new TypeError('connect ECONNREFUSED 10.1.2.3:80'));
    const result = await fetchPage('https://example.com/', { fetch: refused, resolve });
    expect(result).toMatchObject({ reason: 'unreachable', message: expect.not.stringContaining('10.1') });
  });

  test('when it breaks off half-way', async () => {
    pages['/broken'] = ({ socket }, response) => {
      response.writeHead(200, { ...HTML, 'content-length': '100' }).write('<p>half', () => socket.destroy());
    };
    expect(await crawl('/broken')).toMatchObject({ reason: 'unreachable' });
  });
});

describe('size', () => {
  test('2 MiB are read, one byte more is not', async () => {
    const body = Buffer.alloc(2 * MIB + 1, ' ');
    body.write('<p>x');
    serve('/most', HTML, body.subarray(0, 2 * MIB));
    serve('/more', HTML, body);
    expect(await crawl('/most')).toMatchObject({ page: { text: 'x' } });
    expect(await crawl('/more')).toMatchObject({ reason: 'too_large' });
  });

  test('is counted after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * MIB));
    expect(bomb.length).toBeLessThan(MIB / 8);
    serve('/bomb', { ...HTML, 'content-encoding': 'gzip' }, bomb);
    expect(await crawl('/bomb')).toMatchObject({ reason: 'too_large' });
  });

  test('of a stream without end is cut off at its source', async () => {
    let closed = () => {};
    const whenClosed = new Promise<void>((resolve) => (closed = resolve));
    pages['/endless'] = (_, response) => {
      response.writeHead(200, HTML).on('close', closed);
      const more = () => response.write('x'.repeat(65_536), () => response.destroyed || more());
      more();
    };
    expect(await crawl('/endless')).toMatchObject({ reason: 'too_large' });
    await whenClosed;
  });
});

describe('time', () => {
  const limits = { timeMs: 50 };

  test.each<[string, RequestListener]>([
    ['headers', () => {}],
    ['a body', (_, response) => response.writeHead(200, HTML).write('<p>so far')],
  ])('ends a crawl whose server never sends %s, and its request', async (_, page) => {
    let closed = () => {};
    const whenClosed = new Promise<void>((resolve) => (closed = resolve));
    pages['/slow'] = (request, response) => {
      response.on('close', closed);
      page(request, response);
    };
    expect(await crawl('/slow', { limits })).toMatchObject({ ok: false, reason: 'timeout' });
    await whenClosed;
  });

  test('ends a crawl whose ports do not listen to the signal', async () => {
    const never = () => new Promise<never>(() => {});
    const body = () => new Response(new ReadableStream({ pull: never }), { headers: HTML });
    for (const ports of [
      { fetch: toLoopback, resolve: never },
      { fetch: never, resolve },
      { fetch: async () => body(), resolve },
    ]) {
      expect(await fetchPage('https://example.com/', ports, { limits })).toMatchObject({ reason: 'timeout' });
    }
  });
});

describe('redirects', () => {
  test('five are followed, six are not', async () => {
    const hop: RequestListener = ({ url = '' }, response) => {
      const left = Number(new URL(url, 'http://x').searchParams.get('left'));
      if (left === 0) response.writeHead(200, HTML).end('<p>there');
      else response.writeHead(302, { location: `?left=${left - 1}` }).end();
    };
    pages['/hop'] = hop;
    expect(await crawl('/hop?left=5')).toMatchObject({ page: { url: 'http://docs.example.com/hop?left=0' } });
    expect(await crawl('/hop?left=6')).toMatchObject({ reason: 'too_many_redirects' });
  });

  test.each([undefined, 'http://[', 'https://'])('to %j are refused', async (location) => {
    pages['/nowhere'] = (_, response) =>
      response.writeHead(302, location === undefined ? {} : { location }).end();
    expect(await crawl('/nowhere')).toMatchObject({ ok: false, reason: 'http_status' });
  });

  test('every hop of its own name is resolved', async () => {
    const resolved: string[] = [];
    const result = await fetchPage('https://a.example.com/', {
      resolve: async (hostname) => {
        resolved.push(hostname);
        return hostname === 'c.example.com' ? ['10.0.0.1'] : ['93.184.215.14'];
      },
      fetch: async (url) => {
        const location = url.includes('//a.') ? '//b.example.com./' : 'https://c.example.com/';
        return new Response(null, { status: 308, headers: { location } });
      },
    });
    expect(result).toMatchObject({ ok: false, reason: 'address_not_public' });
    expect(resolved).toEqual(['a.example.com', 'b.example.com', 'c.example.com']);
  });
});

describe('charset', () => {
  const word = 'Grüße';
  const latin = Buffer.from(`<p>${word}`, 'latin1');
  const utf16 = Buffer.from(`<p>${word}`, 'utf16le');
  const withMeta = (label: string, encoding: 'latin1' | 'utf8') =>
    Buffer.from(
      `<!doctype html><meta http-equiv=x content="text/html; charset=${label}"><p>${word}`,
      encoding,
    );

  test.each([
    ['its header', 'text/html; charset=ISO-8859-1', latin],
    ['its quoted header', 'text/html; boundary=x; charset="windows-1252"', latin],
    ['its meta element', 'text/html', withMeta('windows-1252', 'latin1')],
    ['its header over its meta element', 'text/html;charset=utf-8', withMeta('windows-1252', 'utf8')],
    [
      'its byte order mark over its header',
      'text/html; charset=latin1',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    ],
    ['nothing, as UTF-8', 'text/html', Buffer.from(`<p>${word}`)],
    ['an unknown name, as UTF-8', 'text/html; charset=klingon', Buffer.from(`<p>${word}`)],
    ['an impossible meta element, as UTF-8', 'text/html', withMeta('utf-16', 'utf8')],
  ])('is taken from %s', async (_, type, body) => {
    serve('/charset', { 'content-type': type }, body);
    expect(await crawl('/charset')).toMatchObject({ page: { text: word } });
  });

  test('broken bytes become replacement characters', async () => {
    serve('/bytes', HTML, Buffer.from([0x3c, 0x70, 0x3e, 0x61, 0xff, 0xed, 0xa0, 0x80, 0x62]));
    const result = await crawl('/bytes');
    expect(result).toMatchObject({ page: { text: expect.stringMatching(/^a\ufffd+b$/) } });
  });
});
