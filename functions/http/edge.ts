import { createMiddleware } from 'hono/factory';
import type { Config } from '../env.ts';
import { readRest } from './body.ts';
import type { PublicEnv } from './context.ts';
import { preflight, readersOf } from './cors.ts';

/** What every answer says of itself to browsers; `cross-origin`, because widgets on other pages read them. */
export const safety = Object.entries({
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=15552000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
});

/**
 * The outermost middleware, one for all that every answer needs, because it is on the way of every request: an id,
 * who may read it from another origin, headers for browsers. Preflights are answered here.
 */
export function edge(config: Config) {
  return createMiddleware<PublicEnv>(async (c, next) => {
    const requestId = crypto.randomUUID();
    c.set('requestId', requestId);
    const readers = readersOf(config, c.req.url, c.req.path, c.req.header('origin'));
    if (c.req.method === 'OPTIONS') return preflight(c.req.path, readers);
    await next();
    const { body, bodyUsed } = c.req.raw;
    if (!bodyUsed && body !== null) await readRest(body);
    const { headers } = c.res;
    headers.set('x-request-id', requestId);
    for (const [name, value] of safety) headers.set(name, value);
    for (const [name, value] of readers) headers.set(name, value);
    // An answer is its caller's alone, unless its route says otherwise.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    return undefined;
  });
}
