import { Hono } from 'hono';
import * as api from '../../shared/api/settings.ts';
import { announcer } from '../http/announce.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { changeAccount } from './change-account.ts';

export function settings(services: Services) {
  const operator = operatorOnly(services);
  const announce = announcer(services);
  return new Hono<OperatorEnv>()
    .get(api.getSettings.path, operator, async (c) => send(c, await c.var.store.getSettings()))
    .put(api.updateSettings.path, operator, bodyOf(api.updateSettings), async (c) => {
      const changed = await changeAccount(c.var.store, c.req.valid('json'));
      announce(c, changed);
      return send(c, changed.result);
    });
}
