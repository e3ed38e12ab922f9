import { type Context, Hono } from 'hono';
import * as api from '../../shared/api/conversations.ts';
import { AppError } from '../../shared/errors.ts';
import { inEnvelope, withMessage } from '../../shared/store/json.ts';
import type { Written } from '../../shared/store/write-conversations.ts';
import type { SharedEnv } from '../http/context.ts';
import { anyPrincipal } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { refuseUpdate } from './refuse-update.ts';

export function conversations(services: Services) {
  const principal = anyPrincipal(services);
  /** Tells the room what was committed, after the answer: acknowledged means committed, not delivered. */
  const announce = (c: Context<SharedEnv>, { news }: Written<unknown>) =>
    c.executionCtx.waitUntil(services.rooms.tell(c.var.principal.tenantId, news));

  return new Hono<SharedEnv>()
    .get(api.listConversations.path, principal, queryOf(api.listConversations), async (c) =>
      send(c, await c.var.store.listConversations(c.req.valid('query'))),
    )
    .post(api.openConversation.path, principal, bodyOf(api.openConversation), async (c) => {
      const { store } = c.var;
      if (store.kind !== 'visitor') throw onlyVisitorsOpen();
      const opened = await store.openConversation(c.req.valid('json'));
      announce(c, opened);
      return send(c, inEnvelope(opened.result), opened.fresh ? 201 : 200);
    })
    .patch(api.markMessage.path, principal, bodyOf(api.markMessage), async (c) => {
      const marked = await c.var.store.markMessage(c.req.param('id'), c.req.valid('json').status);
      announce(c, marked);
      return send(c, inEnvelope(marked.result));
    })
    .get(api.getConversation.path, principal, queryOf(api.getConversation), async (c) =>
      send(c, await c.var.store.getConversation(c.req.param('id'), c.req.valid('query'))),
    )
    .patch(api.updateConversation.path, principal, bodyOf(api.updateConversation), async (c) => {
      const change = c.req.valid('json');
      refuseUpdate(c.var.principal, change);
      const updated = await c.var.store.updateConversation(c.req.param('id'), change);
      announce(c, updated);
      return send(c, inEnvelope(updated.result));
    })
    .post(api.sendMessage.path, principal, bodyOf(api.sendMessage), async (c) => {
      const sent = await c.var.store.sendMessage(c.req.param('id'), c.req.valid('json'));
      announce(c, sent);
      return send(c, withMessage('Sent.', sent.result), sent.fresh ? 201 : 200);
    })
    .get(api.listEvents.path, principal, queryOf(api.listEvents), async (c) =>
      send(c, await c.var.store.listEvents(c.req.valid('query'))),
    );
}

const onlyVisitorsOpen = () =>
  new AppError('forbidden', { message: 'Visitors open conversations; operators answer in them.' });
