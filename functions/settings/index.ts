import { Hono } from 'hono';
import * as api from '../../shared/api/settings.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { changeAccount } from './change-account.ts';

export function settings(services: Services) {
  const operator = operatorOnly(services);
  return new Hono<OperatorEnv>()
    .get(api.getSettings.path, operator, async (c) => send(c, await c.var.store.getSettings()))
    .put(api.updateSettings.path, operator, bodyOf(api.updateSettings), async (c) => {
      const { result, news } = await changeAccount(c.var.store, c.req.valid('json'));
      c.executionCtx.waitUntil(services.rooms.tell(c.var.principal.tenantId, news));
      return send(c, result);
    });
}
