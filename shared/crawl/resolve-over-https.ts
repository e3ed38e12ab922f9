import * as z from 'zod';
import { CrawlError } from './crawl-error.ts';
import { dnsLimits } from './limits.ts';
import type { FetchPort, ResolvePort } from './ports.ts';
import { readBody } from './read-body.ts';

const NO_ERROR = 0;
const NAME_ERROR = 3;
/** IANA DNS resource record types. */
const addressTypes: ReadonlyMap<'A' | 'AAAA', number> = new Map([
  ['A', 1],
  ['AAAA', 28],
]);

const answerSchema = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
});

/** Resolves names by DNS over HTTPS (JSON) at `endpoint`: A and AAAA, within `timeMs`; throws CrawlError `unresolved`. */
export function resolveOverHttps(
  fetch: FetchPort,
  endpoint = 'https://cloudflare-dns.com/dns-query',
  timeMs: number = dnsLimits.timeMs,
): ResolvePort {
  return async (hostname, signal) => {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(timeMs)]);
    try {
      const queries = [...addressTypes].map(([type, code]) => {
        const query = new URLSearchParams({ name: hostname, type });
        return queryAddresses(fetch, `${endpoint}?${query}`, code, soon);
      });
      return (await Promise.all(queries)).flat();
    } catch {
      throw new CrawlError('unresolved');
    }
  };
}

async function queryAddresses(
  fetch: FetchPort,
  url: string,
  code: number,
  signal: AbortSignal,
): Promise<string[]> {
  const headers = { accept: 'application/dns-json' };
  const response = await fetch(url, { headers, redirect: 'manual', signal });
  const body = await readBody(response, dnsLimits.responseBytes, signal);
  if (response.status !== 200) throw new CrawlError('unresolved');
  const answer = answerSchema.parse(JSON.parse(new TextDecoder().decode(body)));
  if (answer.Status !== NO_ERROR && answer.Status !== NAME_ERROR) throw new CrawlError('unresolved');
  return answer.Answer.filter((record) => record.type === code).map((record) => record.data);
}
