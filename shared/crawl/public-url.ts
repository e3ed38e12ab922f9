import { CrawlError } from './crawl-error.ts';
import { urlChars, webPorts } from './limits.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * Names that never mean a public host: IANA's special-use names (RFC 6761, 6762, 7686, 8375, 9476), ICANN's `internal`,
 * and what routers and companies use at home. `example.com` and its kin are real hosts and stay open.
 */
const closedSuffixes: ReadonlySet<string> = new Set(
  'localhost localdomain local internal arpa onion alt test invalid example lan home corp mail intranet private'.split(
    ' ',
  ),
);

/** Read differently by different URL parsers; a page that passes the address on must not be fooled. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const AMBIGUOUS = /[\\\u0000-\u001f]/;
const LABEL = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
const TOP_LABEL = /^[a-z]/;
const NAME_CHARS = 253;

/** Parses a URL whose form allows a public web page, without its fragment; throws CrawlError. Names are not resolved. */
export function parsePublicUrl(text: string): URL {
  const isReadable = text.length <= urlChars && !AMBIGUOUS.test(text) && URL.canParse(text);
  if (!isReadable) throw new CrawlError('invalid_url');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new CrawlError('invalid_url');
  if (url.username !== '' || url.password !== '') {
    throw new CrawlError('invalid_url', 'Leave the user name and password out of the address.');
  }
  if (!webPorts.has(url.port)) {
    throw new CrawlError('invalid_url', 'Only the ports 80, 443, 8080 and 8443 can be read.');
  }
  const literal = literalAddress(url);
  const open = literal === null ? isPublicName(url.hostname) : isPublicAddress(literal);
  if (!open) throw new CrawlError('address_not_public');
  url.hash = '';
  return url;
}

/** Says whether a URL's form allows a public web resource (for a logo, say); resolves nothing, never throws. */
export function isPublicHttpUrl(text: string): boolean {
  try {
    parsePublicUrl(text);
    return true;
  } catch {
    return false;
  }
}

/** The IP address a parsed URL names outright, without brackets; null when its host is a name. */
export function literalAddress(url: URL): string | null {
  const { hostname } = url;
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return /^[\d.]+$/.test(hostname) ? hostname.replace(/\.$/, '') : null;
}

function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  const labels = name.split('.');
  if (name.length > NAME_CHARS || labels.length < 2) return false;
  if (!labels.every((label) => LABEL.test(label)) || !TOP_LABEL.test(labels.at(-1) ?? '')) return false;
  return !closedSuffixes.has(labels.at(-1) ?? '');
}
