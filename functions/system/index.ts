import { Hono } from 'hono';
import * as api from '../../shared/api/system.ts';
import type { PublicEnv } from '../http/context.ts';
import { publicOrigin } from '../http/origin.ts';
import type { Services } from '../services.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';

export function system(services: Services) {
  return new Hono<PublicEnv>()
    .get(api.getHealth.path, async (c) => {
      const [database, realtime] = await Promise.all([
        services.platform.ping().then(
          () => true,
          () => false,
        ),
        services.rooms.isUp(),
      ]);
      const state = (isUp: boolean) => (isUp ? 'ok' : 'down');
      const isUp = database && realtime;
      const data: api.Health = { status: state(isUp), database: state(database), realtime: state(realtime) };
      return c.json({ data }, isUp ? 200 : 503);
    })
    .get(api.getOpenApi.path, (c) => c.json(openApiDocument(publicOrigin(services.config, c.req.url)), 200))
    .get(api.getDocs.path, (c) =>
      c.html(docsPage(openApiDocument(publicOrigin(services.config, c.req.url)))),
    );
}
