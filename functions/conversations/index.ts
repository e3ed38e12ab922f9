import { Hono } from 'hono';
import * as api from '../../shared/api/conversations.ts';
import { countConversations } from '../../shared/api/inbox.ts';
import * as notes from '../../shared/api/notes.ts';
import { rateConversation } from '../../shared/api/rating.ts';
import { suggestReply as suggestion } from '../../shared/api/suggestions.ts';
import { AppError } from '../../shared/errors.ts';
import { inEnvelope, withMessage } from '../../shared/store/json.ts';
import { announcer } from '../http/announce.ts';
import type { OperatorEnv, PublicEnv, SharedEnv, VisitorEnv } from '../http/context.ts';
import { anyPrincipal, operatorOnly, visitorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { suggestReply } from './suggest-reply.ts';
import { updateConversation } from './update-conversation.ts';

export function conversations(services: Services) {
  return new Hono<PublicEnv>()
    .route('/', inbox(services))
    .route('/', rating(services))
    .route('/', talks(services));
}

/** What operators see and write beside the conversation itself. */
function inbox(services: Services) {
  const operator = operatorOnly(services);
  const announce = announcer(services);
  return new Hono<OperatorEnv>()
    .get(countConversations.path, operator, async (c) => send(c, await c.var.store.countConversations()))
    .post(suggestion.path, operator, bodyOf(suggestion), async (c) => {
      const draft = await suggestReply(services, c.var.store, c.req.param('id'), c.req.valid('json'));
      return c.newResponse(draft, 200, { 'content-type': 'text/event-stream' });
    })
    .get(notes.listNotes.path, operator, queryOf(notes.listNotes), async (c) =>
      send(c, await c.var.store.listNotes(c.req.param('id'), c.req.valid('query'))),
    )
    .post(notes.createNote.path, operator, bodyOf(notes.createNote), async (c) => {
      const noted = await c.var.store.createNote(c.req.param('id'), c.req.valid('json'));
      announce(c, noted);
      return send(c, inEnvelope(noted.result), noted.fresh ? 201 : 200);
    })
    .delete(notes.deleteNote.path, operator, async (c) => {
      announce(c, await c.var.store.deleteNote(c.req.param('id')));
      return c.json({ message: 'Deleted.' }, 200);
    });
}

function rating(services: Services) {
  const announce = announcer(services);
  return new Hono<VisitorEnv>().post(
    rateConversation.path,
    visitorOnly(services),
    bodyOf(rateConversation),
    async (c) => {
      const rated = await c.var.store.rateConversation(c.req.param('id'), c.req.valid('json'));
      announce(c, rated);
      return send(c, inEnvelope(rated.result));
    },
  );
}

/** What operators and visitors do alike, each within its own scope. */
function talks(services: Services) {
  const principal = anyPrincipal(services);
  const announce = announcer(services);
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
      const updated = await updateConversation(services, c.var, c.req.param('id'), c.req.valid('json'));
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
