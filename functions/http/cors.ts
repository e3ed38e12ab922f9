import type { Config } from '../env.ts';
import { isDashboard } from './origin.ts';
import { knownRoute } from './routes.ts';

const preflightSeconds = '600';
const requestHeaders = 'authorization, content-type';
const readableHeaders = 'etag, retry-after, x-request-id';

type Fields = readonly (readonly [name: string, value: string])[];

const nobodyElse: Fields = [['vary', 'Origin']];
/** For answers that any page may read. */
export const anyPage: Fields = [
  ['vary', 'Origin'],
  ['access-control-expose-headers', readableHeaders],
  ['access-control-allow-origin', '*'],
];

/**
 * Who may read an answer from another origin: the dashboard's pages everything and with cookies; other pages only
 * what is also for visitors, and never with cookies.
 */
export function readersOf(config: Config, url: string, path: string, origin: string | undefined): Fields {
  if (origin !== undefined && isDashboard(config, url, origin)) {
    return [
      ['vary', 'Origin'],
      ['access-control-expose-headers', readableHeaders],
      ['access-control-allow-origin', origin],
      ['access-control-allow-credentials', 'true'],
    ];
  }
  return knownRoute(path)?.forDashboard ? nobodyElse : anyPage;
}

/** The answer to a preflight, which cannot know the principal: the request itself is judged later. */
export function preflight(path: string, readers: Fields): Response {
  const methods = knownRoute(path)?.methods ?? [];
  return new Response(null, {
    status: 204,
    headers: [
      ...readers.map(([name, value]): [string, string] => [name, value]),
      ['allow', ['OPTIONS', ...methods].join(', ')],
      ['access-control-allow-methods', methods.join(', ')],
      ['access-control-allow-headers', requestHeaders],
      ['access-control-max-age', preflightSeconds],
    ],
  });
}
