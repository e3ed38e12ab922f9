import { cleanLine, cleanText, isLongerThan } from './clean-text.ts';
import { CrawlError } from './crawl-error.ts';
import type { CrawlFailure } from './crawl-error.ts';
import { decodeBody } from './decode-body.ts';
import { followPublic } from './follow-public.ts';
import { htmlToText } from './html-to-text.ts';
import type { PageText } from './html-to-text.ts';
import { crawlLimits } from './limits.ts';
import type { CrawlLimits } from './limits.ts';
import type { CrawlPorts } from './ports.ts';
import { dropBody, readBody } from './read-body.ts';
import { parseSelector } from './selector.ts';

export type CrawledPage = { readonly url: string; readonly title: string | null; readonly text: string };

export type CrawlResult =
  | { readonly ok: true; readonly page: CrawledPage }
  | { readonly ok: false; readonly reason: CrawlFailure; readonly message: string };

export type CrawlOptions = { readonly selector?: string | undefined; readonly limits?: Partial<CrawlLimits> };

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
const plainTypes: ReadonlySet<string> = new Set(['text/plain', 'text/markdown']);

/** Fetches one public web page as text, within 10 s and 2 MiB, touching no private address; never throws for the page's sake. */
export async function fetchPage(
  url: string,
  ports: CrawlPorts,
  { selector, limits }: CrawlOptions = {},
): Promise<CrawlResult> {
  try {
    if (selector !== undefined) parseSelector(selector);
    return { ok: true, page: await crawl(url, ports, selector ?? null, { ...crawlLimits, ...limits }) };
  } catch (error) {
    if (!(error instanceof CrawlError)) throw error;
    return { ok: false, reason: error.reason, message: error.message };
  }
}

async function crawl(
  address: string,
  ports: CrawlPorts,
  selector: string | null,
  limits: CrawlLimits,
): Promise<CrawledPage> {
  const { url, bytes, type } = await download(address, ports, limits);
  const isHtml = htmlTypes.has(type.mime);
  const source = decodeBody(bytes, { charset: type.charset, isHtml });
  if (!isHtml && selector !== null) {
    throw new CrawlError(
      'selector_no_match',
      'This address is plain text, so a selector cannot choose a part of it.',
    );
  }
  const { title, text } = isHtml ? htmlToText(source, selector) : plainPage(source);
  if (text === '') throw new CrawlError('empty');
  if (isLongerThan(text, limits.textChars)) throw new CrawlError('too_much_text');
  return { url, title: cleanLine(title, limits.titleChars), text };
}

type ContentType = { readonly mime: string; readonly charset: string | null };
type Download = { readonly url: string; readonly bytes: Uint8Array; readonly type: ContentType };

async function download(address: string, ports: CrawlPorts, limits: CrawlLimits): Promise<Download> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), limits.timeMs);
  try {
    const { url, response } = await followPublic(address, ports, limits, deadline.signal);
    const type = acceptedType(response);
    return { url: url.href, bytes: await readBody(response, limits.responseBytes, deadline.signal), type };
  } catch (error) {
    if (error instanceof CrawlError) throw error;
    throw new CrawlError(deadline.signal.aborted ? 'timeout' : 'unreachable');
  } finally {
    clearTimeout(timer);
  }
}

function acceptedType(response: Response): ContentType {
  const type = parseContentType(response.headers.get('content-type') ?? '');
  const isAccepted = htmlTypes.has(type.mime) || plainTypes.has(type.mime);
  if (response.ok && isAccepted) return type;
  dropBody(response);
  if (response.ok) throw new CrawlError('content_type');
  throw new CrawlError(
    'http_status',
    `The page answered with status ${response.status}. Check that it opens in a browser without signing in.`,
  );
}

function parseContentType(header: string): ContentType {
  const [mime = '', ...parameters] = header.split(';');
  const charset = parameters.map((part) => /^\s*charset\s*=\s*"?\s*([^\s"]+)/i.exec(part)?.[1]).find(Boolean);
  return { mime: mime.trim().toLowerCase(), charset: charset ?? null };
}

function plainPage(source: string): PageText {
  const text = cleanText(source).trim();
  return { title: /^# (.+)$/m.exec(text)?.[1] ?? '', text };
}
