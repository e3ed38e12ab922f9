/** The web as the crawl sees it; the platform's own `fetch` fits. */
export type FetchPort = (url: string, init: FetchInit) => Promise<Response>;

export type FetchInit = {
  readonly headers: Record<string, string>;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
};

/** Every IPv4 and IPv6 address of a host name, as text; empty when it has none. Rejects when that cannot be learnt. */
export type ResolvePort = (hostname: string, signal: AbortSignal) => Promise<readonly string[]>;

export type CrawlPorts = { readonly fetch: FetchPort; readonly resolve: ResolvePort };
