import { Hono } from 'hono';
import * as sessions from '../../shared/api/sessions.ts';
import * as api from '../../shared/api/settings.ts';
import { announcer } from '../http/announce.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
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
    })
    .get(sessions.listSessions.path, operator, async (c) => send(c, await c.var.store.listSessions()))
    .delete(sessions.endSessions.path, operator, queryOf(sessions.endSessions), async (c) => {
      const news = await c.var.store.endSessions(c.req.valid('query'));
      // Awaited, unlike other news: sockets of a session that has ended must not outlive the answer.
      await services.rooms.tell(c.var.principal.tenantId, news);
      return c.json({ message: 'Signed out.' }, 200);
    })
    .delete(sessions.endSession.path, operator, async (c) => {
      const news = await c.var.store.endOneSession(c.req.param('id'));
      await services.rooms.tell(c.var.principal.tenantId, news);
      return c.json({ message: 'Signed out.' }, 200);
    });
}
