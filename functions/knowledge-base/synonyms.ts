import { Hono } from 'hono';
import * as api from '../../shared/api/synonyms.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';

export function synonyms(services: Services) {
  const operator = operatorOnly(services);
  return new Hono<OperatorEnv>()
    .get(api.listSynonyms.path, operator, async (c) => send(c, await c.var.store.listSynonyms()))
    .post(api.createSynonyms.path, operator, bodyOf(api.createSynonyms), async (c) =>
      send(c, await c.var.store.createSynonyms(c.req.valid('json').words), 201),
    )
    .put(api.updateSynonyms.path, operator, bodyOf(api.updateSynonyms), async (c) =>
      send(c, await c.var.store.updateSynonyms(c.req.param('id'), c.req.valid('json').words)),
    )
    .delete(api.deleteSynonyms.path, operator, async (c) => {
      await c.var.store.deleteSynonyms(c.req.param('id'));
      return c.json({ message: 'Removed.' }, 200);
    });
}
