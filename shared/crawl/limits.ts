import { limits } from '../limits.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** What one crawl may take; tests pass smaller ones. */
export type CrawlLimits = {
  /** Names, hops and body together. */
  readonly timeMs: number;
  /** Counted after decompression, while reading. */
  readonly responseBytes: number;
  readonly redirects: number;
  /** Unicode code points of the finished text. */
  readonly textChars: number;
  readonly titleChars: number;
};

export const crawlLimits: CrawlLimits = {
  timeMs: 10_000,
  responseBytes: 2 * MIB,
  redirects: 5,
  textChars: limits.text.entryChars,
  titleChars: limits.text.entryTitleChars,
};

export const urlChars = limits.text.urlChars;
export const selectorChars = limits.text.selectorChars;

/** Steps of a selector are bits of one 32-bit integer while matching. */
export const selectorSteps = 30;

/** Blink stops nesting here (kMaximumHTMLParserDOMTreeDepth); the parser's cost grows with depth × tags. */
export const nestingDepth = 512;

export const dnsLimits = { timeMs: 4_000, responseBytes: 64 * KIB } as const;

/** The ports a public web page is served on; any other smells of a database, a mail server or an admin port. */
export const webPorts: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);

export const userAgent = 'ChatlyBot/1.0';
