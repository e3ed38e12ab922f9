import { describe, expect, test } from 'vitest';
import { fetchPage } from './fetch-page.ts';
import { isPublicHttpUrl } from './public-url.ts';

const PUBLIC = '93.184.215.14';

const schemesAndForms = [
  '',
  'not a url',
  '//example.com/',
  '/path',
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://example.com/',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:https://example.com/x',
  'ws://example.com/',
  'view-source:https://example.com/',
  'http://',
  'http://user@example.com/',
  'http://user:secret@example.com/',
  'http://example.com@127.0.0.1/',
  'http://127.0.0.1#@example.com/',
  'http://example.com\\@127.0.0.1/',
  'http://example.com:22/',
  'http://example.com:25/',
  'http://example.com:6379/',
  'http://example.com:65536/',
  'http://exa mple.com/',
  `https://example.com/${'a'.repeat(2_100)}`,
];

const names = [
  'http://localhost/',
  'http://LOCALHOST:8080/',
  'http://localhost./',
  'http://app.localhost/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'http://loc%61lhost/',
  'http://localhost.localdomain/',
  'http://intranet/',
  'http://metadata/',
  'http://printer.local/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://router.home.arpa/',
  'http://1.0.0.127.in-addr.arpa/',
  'http://nas.lan/',
  'http://hidden.onion/',
  'http://a.test/',
  'http://a.invalid/',
  'http://a.example/',
  'http://a.corp./',
  'http://a..com/',
  'http://.com/',
  'http://-a.com/',
  `http://${'a'.repeat(64)}.com/`,
  'http://a.b-.com/',
  `http://${'abcdefg.'.repeat(32)}com/`,
];

const v4Encodings = [
  'http://127.0.0.1/',
  'http://127.0.0.1:8443/',
  'http://127.0.0.1./',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0x7F.0x0.0x0.0x1/',
  'http://017700000001/',
  'http://0177.0.0.1/',
  'http://0177.0x0.0.01/',
  'http://0/',
  'http://0x/',
  'http://%31%32%37.0.0.1/',
  'http://127%2e0%2e0%2e1/',
  'http://１２７．０．０．１/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://12７.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://169.16689662/',
  'http://4294967295/',
  'http://256.0.0.1/',
  'http://1.2.3.4.5/',
  'http://127.0.0.1.0x/',
  '\thttp://127.0.0.1/',
  'http:127.0.0.1',
  'http:/\\127.0.0.1/',
  'h\nttp://12\t7.0.0.1/',
  'HTTP://127.0.0.1/',
  'https:\\\\127.0.0.1\\',
  'http://127.0.0\u00ad.1/',
];

const v4Ranges = `
  0.0.0.0 0.255.255.255 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255
  127.255.255.255 168.63.129.16 169.254.0.1 172.16.0.1 172.31.255.255 192.0.0.8 192.0.0.192
  192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255 192.175.48.1
  198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.255 224.0.0.1 239.255.255.255 240.0.0.1
  255.255.255.255
`
  .trim()
  .split(/\s+/);

const v6Forms = `
  :: ::1 0:0:0:0:0:0:0:1 0000:0000:0000:0000:0000:0000:0000:0001 ::0.0.0.1 ::127.0.0.1 ::7f00:1
  ::10.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:7f00:1 ::FFFF:169.254.169.254 0:0:0:0:0:ffff:a00:1 ::ffff:8.8.8.8
  ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 100:0:0:1::1 2001::1
  2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:20::1 2001:1ff::1 2001:db8::1 2002:7f00:1::
  2002:a00:1::1 2002:a9fe:a9fe::1 2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1
  fc00::1 fd00:ec2::254 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1
`
  .trim()
  .split(/\s+/);

const zoned = [
  'http://[fe80::1%25eth0]/',
  'http://[::1%eth0]/',
  'http://[::1',
  'http://[::g]/',
  'http://[[::1]]/',
];

const hostileUrls = [
  ...schemesAndForms,
  ...names,
  ...v4Encodings,
  ...v4Ranges.map((address) => `http://${address}/`),
  ...v6Forms.map((address) => `http://[${address}]/`),
  ...zoned,
];

const publicUrls = [
  'http://example.com/',
  'https://example.com',
  'HTTPS://EXAMPLE.COM:443/Path?q=1#part',
  'https://docs.example.co.uk:8443/a/b',
  'http://example.com.:8080/',
  'https://münchen.de/',
  'https://例え.jp/',
  'https://_dmarc.my-host.io/',
  'https://localhost.com/',
  'https://internal.example.org/',
  'http://1.1.1.1/',
  'http://8.8.8.8:80/',
  'http://[2606:4700::6810:84e5]/',
  'http://[2001:4860:4860::8888]:8443/',
  'http://[2a00:1450::]/',
];

/** Public neighbours of closed ranges. */
const neighbours = `
  9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15 168.63.129.17
  169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0
  198.17.255.255 198.20.0.0 198.51.99.255 203.0.114.0 223.255.255.255
  2000:: 2001:200:: 2001:db7:ffff:: 2001:db9:: 2003:: 3ffe:: 3fff:1000::
`
  .trim()
  .split(/\s+/)
  .map((address) => (address.includes(':') ? `http://[${address}]/` : `http://${address}/`));

/** The edge of the world: notes every call, and answers as if all were well. */
function openWorld() {
  const calls: string[] = [];
  const ports = {
    fetch: async (url: string) => {
      calls.push(url);
      return new Response('<p>reached</p>', { headers: { 'content-type': 'text/html' } });
    },
    resolve: async (hostname: string) => {
      calls.push(hostname);
      return [PUBLIC];
    },
  };
  return { calls, ports };
}

describe('a hostile address', () => {
  test('the table is as long as promised and names each once', () => {
    expect(hostileUrls.length).toBeGreaterThanOrEqual(120);
    expect(new Set(hostileUrls).size).toBe(hostileUrls.length);
  });

  test.each(hostileUrls)('%j is refused before anything is asked', async (url) => {
    const { calls, ports } = openWorld();
    expect(isPublicHttpUrl(url)).toBe(false);
    const result = await fetchPage(url, ports);
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^(invalid_url|address_not_public)$/),
    });
    expect(calls).toEqual([]);
  });

  const targets = hostileUrls.filter((url) => URL.canParse(url) && !url.includes('\\@'));
  test.each(targets)('%j is not reached by a redirect', async (location) => {
    const fetched: string[] = [];
    const result = await fetchPage('https://example.com/', {
      resolve: async () => [PUBLIC],
      fetch: async (url) => {
        fetched.push(url);
        return new Response(null, { status: 302, headers: { location: new URL(location).href } });
      },
    });
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^(invalid_url|address_not_public)$/),
    });
    expect(fetched).toEqual(['https://example.com/']);
  });
});

describe('a public address', () => {
  test.each([...publicUrls, ...neighbours])('%j is read', async (url) => {
    const { ports } = openWorld();
    expect(isPublicHttpUrl(url)).toBe(true);
    expect(await fetchPage(url, ports)).toMatchObject({ ok: true, page: { text: 'reached' } });
  });

  test('is asked for without its fragment, and a literal one without resolving', async () => {
    const { calls, ports } = openWorld();
    await fetchPage('https://1.1.1.1/a?b=c#d', ports);
    expect(calls).toEqual(['https://1.1.1.1/a?b=c']);
  });
});

describe('a public name', () => {
  const malformed =
    'fe80::1%eth0 [2606:4700::1] 010.0.0.1 127.1 8.8.8 8.8.8.8. 8.8.8.256 0x08080808 1::2::3 localhost';
  const closedAnswers = [...v4Ranges, ...v6Forms, ...malformed.split(' '), '', ' ', '2606:4700::1]@[::1'];

  test.each(closedAnswers)(
    'that resolves to %j is not fetched, alone or among public addresses',
    async (address) => {
      for (const addresses of [[address], [PUBLIC, address], [address, '2606:4700::6810:84e5']]) {
        const { calls, ports } = openWorld();
        const result = await fetchPage('https://example.com/', { ...ports, resolve: async () => addresses });
        expect(result).toMatchObject({ ok: false, reason: 'address_not_public' });
        expect(calls).toEqual([]);
      }
    },
  );

  test.each([
    ['has no address', async () => []],
    ['cannot be resolved', async () => Promise.reject(new Error('SERVFAIL from 10.0.0.53'))],
  ])('that %s is not fetched', async (_, resolve) => {
    const { calls, ports } = openWorld();
    const result = await fetchPage('https://example.com/', { ...ports, resolve });
    expect(result).toMatchObject({
      ok: false,
      reason: 'unresolved',
      message: expect.not.stringContaining('10.0'),
    });
    expect(calls).toEqual([]);
  });

  test('that turns private between hops is not fetched again', async () => {
    const answers = [[PUBLIC], ['127.0.0.1']];
    const fetched: string[] = [];
    const result = await fetchPage('https://example.com/', {
      resolve: async () => answers.shift() ?? [],
      fetch: async (url) => {
        fetched.push(url);
        return new Response(null, { status: 307, headers: { location: '/again' } });
      },
    });
    expect(result).toMatchObject({ ok: false, reason: 'address_not_public' });
    expect(fetched).toEqual(['https://example.com/']);
  });
});
