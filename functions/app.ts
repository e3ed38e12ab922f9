import { Hono } from 'hono';
import { AppError } from '../shared/errors.ts';
import { auth } from './auth/index.ts';
import { cannedReplies } from './canned-replies/index.ts';
import { conversations } from './conversations/index.ts';
import { boundedJson } from './http/body.ts';
import type { PublicEnv } from './http/context.ts';
import { edge } from './http/edge.ts';
import { failure } from './http/errors.ts';
import { knownRoute } from './http/routes.ts';
import { knowledgeBase } from './knowledge-base/index.ts';
import { overview } from './overview/index.ts';
import { realtime } from './realtime/index.ts';
import type { Services } from './services.ts';
import { settings } from './settings/index.ts';
import { system } from './system/index.ts';
import { team } from './team/index.ts';
import { visitors } from './visitors/index.ts';
import { widget } from './widget/index.ts';

/**
 * Mounts the groups under `/api`; the group that serves an address is named by its first part. An address outside of it
 * that is no asset's is answered in the same shape.
 */
export function createApp(services: Services) {
  return new Hono<PublicEnv>()
    .use(edge(services.config))
    .basePath('/api')
    .use(boundedJson)
    .route('/', auth(services))
    .route('/', conversations(services))
    .route('/', visitors(services))
    .route('/', cannedReplies(services))
    .route('/', realtime(services))
    .route('/', knowledgeBase(services))
    .route('/', widget(services))
    .route('/', settings(services))
    .route('/', team(services))
    .route('/', overview(services))
    .route('/', system(services))
    .notFound((c) => {
      const known = knownRoute(c.req.path);
      if (known === null || known.methods.includes(c.req.method))
        return failure(new AppError('not_found'), c);
      c.header('allow', known.methods.join(', '));
      return failure(new AppError('method_not_allowed'), c);
    })
    .onError(failure);
}

/** What the typed client (`hc<App>`) compiles against. */
export type App = ReturnType<typeof createApp>;
