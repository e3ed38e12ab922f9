import { Hono } from 'hono';
import * as api from '../../shared/api/overview.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { queryOf } from '../http/validate.ts';
import type { Services } from '../services.ts';

export function overview(services: Services) {
  return new Hono<OperatorEnv>().get(
    api.getOverview.path,
    operatorOnly(services),
    queryOf(api.getOverview),
    async (c) => send(c, await c.var.store.overview(c.req.valid('query'))),
  );
}
