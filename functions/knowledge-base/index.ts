import { Hono } from 'hono';
import { passagesOf, previewAnswer } from '../../shared/answers/answer-question.ts';
import { understood } from '../../shared/answers/meaning.ts';
import { readQuestion } from '../../shared/answers/read-question.ts';
import * as api from '../../shared/api/knowledge-base.ts';
import { limits } from '../../shared/limits.ts';
import { announcer, reindexer } from '../http/announce.ts';
import type { OperatorEnv } from '../http/context.ts';
import { operatorOnly } from '../http/principal.ts';
import { send } from '../http/send.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
import type { Services } from '../services.ts';
import { crawlPage } from './crawl-page.ts';
import { synonyms } from './synonyms.ts';
import { unanswered } from './unanswered.ts';

export function knowledgeBase(services: Services) {
  const operator = operatorOnly(services);
  const changed = reindexer(services);
  const read = (text: string) => understood(services.embedding, readQuestion(text));
  const announce = announcer(services);
  return new Hono<OperatorEnv>()
    .route('/', unanswered(services))
    .route('/', synonyms(services))
    .get(api.listEntries.path, operator, queryOf(api.listEntries), async (c) =>
      send(c, await c.var.store.listEntries(c.req.valid('query'))),
    )
    .post(api.createEntry.path, operator, bodyOf(api.createEntry), async (c) => {
      const created = await c.var.store.createEntry(c.req.valid('json'));
      changed(c);
      if (created.news) announce(c, { news: created.news });
      return send(c, created.result, 201);
    })
    .get(api.searchEntries.path, operator, queryOf(api.searchEntries), async (c) => {
      const { q, limit } = c.req.valid('query');
      const findings = await c.var.store.findKnowledge(await read(q), limit);
      return c.json({ data: passagesOf(findings) }, 200);
    })
    .post(api.askKnowledge.path, operator, bodyOf(api.askKnowledge), async (c) => {
      const question = await read(c.req.valid('json').question);
      const findings = await c.var.store.findKnowledge(question, limits.page.passages);
      return c.json({ data: previewAnswer(question, findings) }, 200);
    })
    .post(api.crawlPage.path, operator, bodyOf(api.crawlPage), async (c) => {
      const entry = await crawlPage(services, c.var.principal.tenantId, c.req.valid('json'));
      const created = await c.var.store.createEntry(entry);
      changed(c);
      return send(c, created.result, 201);
    })
    .get(api.getEntry.path, operator, async (c) => send(c, await c.var.store.getEntry(c.req.param('id'))))
    .put(api.updateEntry.path, operator, bodyOf(api.updateEntry), async (c) => {
      const updated = await c.var.store.updateEntry(c.req.param('id'), c.req.valid('json'));
      changed(c);
      return send(c, updated);
    })
    .delete(api.deleteEntry.path, operator, async (c) => {
      await c.var.store.deleteEntry(c.req.param('id'));
      return c.json({ message: 'Deleted.' }, 200);
    });
}
