import { Hono } from 'hono';
import * as api from '../../shared/api/canned-replies.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf } from '../http/validate.ts';
import type { Services } from '../services.ts';

export function cannedReplies(services: Services) {
  const operator = operatorOnly(services);
  return new Hono<OperatorEnv>()
    .get(api.listCannedReplies.path, operator, async (c) => send(c, await c.var.store.listCannedReplies()))
    .post(api.createCannedReply.path, operator, bodyOf(api.createCannedReply), async (c) =>
      send(c, await c.var.store.createCannedReply(c.req.valid('json')), 201),
    )
    .put(api.updateCannedReply.path, operator, bodyOf(api.updateCannedReply), async (c) =>
      send(c, await c.var.store.updateCannedReply(c.req.param('id'), c.req.valid('json'))),
    )
    .delete(api.deleteCannedReply.path, operator, async (c) => {
      await c.var.store.deleteCannedReply(c.req.param('id'));
      return c.json({ message: 'Deleted.' }, 200);
    });
}
