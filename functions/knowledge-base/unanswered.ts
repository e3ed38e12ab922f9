import { Hono } from 'hono';
import * as api from '../../shared/api/unanswered.ts';
import { announcer, reindexer } from '../http/announce.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
import type { Services } from '../services.ts';

export function unanswered(services: Services) {
  const operator = operatorOnly(services);
  const announce = announcer(services);
  const changed = reindexer(services);
  return new Hono<OperatorEnv>()
    .get(api.listUnanswered.path, operator, queryOf(api.listUnanswered), async (c) =>
      send(c, await c.var.store.listUnanswered(c.req.valid('query'))),
    )
    .patch(api.updateUnanswered.path, operator, bodyOf(api.updateUnanswered), async (c) => {
      const updated = await c.var.store.updateUnanswered(c.req.param('id'), c.req.valid('json').status);
      announce(c, updated);
      return send(c, updated.result);
    })
    .post(api.answerUnanswered.path, operator, bodyOf(api.answerUnanswered), async (c) => {
      const created = await c.var.store.answerUnanswered(c.req.param('id'), c.req.valid('json'));
      changed(c);
      if (created.news) announce(c, { news: created.news });
      return send(c, created.result, 201);
    });
}
