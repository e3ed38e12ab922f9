import type * as z from 'zod';
import type { EntryInput, crawlPage as operation } from '../../shared/api/knowledge-base.ts';
import { fetchPage } from '../../shared/crawl/fetch-page.ts';
import { resolveOverHttps } from '../../shared/crawl/resolve-over-https.ts';
import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { Services } from '../services.ts';

type Body = z.infer<typeof operation.body>;

/** Fetches a public page as the text of an entry. Errors: invalid_request (it says why), rate_limited. */
export async function crawlPage({ bindings }: Services, tenantId: TenantId, body: Body): Promise<EntryInput> {
  const { success } = await bindings.CRAWL_LIMIT.limit({ key: tenantId });
  if (!success) throw new AppError('rate_limited');
  const crawler = bindings.CRAWLER;
  const fetchPort: typeof fetch = crawler ? (input, init) => crawler.fetch(input, init) : fetch;
  const result = await fetchPage(
    body.url,
    { fetch: fetchPort, resolve: resolveOverHttps(fetchPort) },
    { selector: body.selector },
  );
  if (!result.ok) {
    throw new AppError('invalid_request', {
      message: result.message,
      issues: [{ path: result.reason.startsWith('selector') ? 'selector' : 'url', message: result.message }],
    });
  }
  const { title, text, url } = result.page;
  return { type: 'text', title: title ?? url, content: text, metadata: { url } };
}
