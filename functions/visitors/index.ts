import { Hono } from 'hono';
import * as api from '../../shared/api/visitors.ts';
import { inEnvelope } from '../../shared/store/json.ts';
import { announcer } from '../http/announce.ts';
import type { OperatorEnv, PublicEnv, VisitorEnv } from '../http/context.ts';
import { operatorOnly, visitorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';

export function visitors(services: Services) {
  const announce = announcer(services);
  return new Hono<PublicEnv>()
    .route(
      '/',
      new Hono<VisitorEnv>().patch(
        api.updateVisitor.path,
        visitorOnly(services),
        bodyOf(api.updateVisitor),
        async (c) => {
          const updated = await c.var.store.updateVisitor(c.req.valid('json'));
          announce(c, updated);
          return send(c, inEnvelope(updated.result));
        },
      ),
    )
    .route(
      '/',
      new Hono<OperatorEnv>().get(api.getVisitor.path, operatorOnly(services), async (c) =>
        send(c, await c.var.store.getVisitor(c.req.param('id'))),
      ),
    );
}
