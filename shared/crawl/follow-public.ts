import { CrawlError } from './crawl-error.ts';
import type { CrawlLimits } from './limits.ts';
import { userAgent } from './limits.ts';
import type { CrawlPorts } from './ports.ts';
import { isPublicAddress } from './public-address.ts';
import { literalAddress, parsePublicUrl } from './public-url.ts';
import { dropBody } from './read-body.ts';
import { withinTime } from './within-time.ts';

const headers = {
  'user-agent': userAgent,
  accept: 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8',
};

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Fetches a page and follows its redirects, each hop checked before it is fetched; throws CrawlError. */
export async function followPublic(
  address: string,
  ports: CrawlPorts,
  limits: CrawlLimits,
  signal: AbortSignal,
): Promise<{ url: URL; response: Response }> {
  let url = parsePublicUrl(address);
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    await requirePublicHost(url, ports, signal);
    const response = await fetchHop(url, ports, signal);
    if (!redirectStatuses.has(response.status)) return { url, response };
    dropBody(response);
    url = redirectTarget(url, response);
  }
  throw new CrawlError('too_many_redirects');
}

/** Refuses a host unless all its addresses are public: the connection may pick any of them. */
async function requirePublicHost(url: URL, { resolve }: CrawlPorts, signal: AbortSignal): Promise<void> {
  if (literalAddress(url) !== null) return;
  const addresses = await withinTime(resolve(url.hostname.replace(/\.$/, ''), signal), signal).catch(() => {
    signal.throwIfAborted();
    throw new CrawlError('unresolved');
  });
  if (addresses.length === 0) throw new CrawlError('unresolved');
  if (!addresses.every(isPublicAddress)) throw new CrawlError('address_not_public');
}

async function fetchHop(url: URL, { fetch }: CrawlPorts, signal: AbortSignal): Promise<Response> {
  return withinTime(fetch(url.href, { headers, redirect: 'manual', signal }), signal).catch(() => {
    signal.throwIfAborted();
    throw new CrawlError('unreachable');
  });
}

function redirectTarget(from: URL, response: Response): URL {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, from)) {
    throw new CrawlError(
      'http_status',
      'The page redirects to nowhere. Give the address that the browser ends on.',
    );
  }
  return parsePublicUrl(new URL(location, from).href);
}
