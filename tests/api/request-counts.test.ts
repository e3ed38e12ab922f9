import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../scripts/stack.ts';
import { newId } from '../../shared/ids.ts';
import { request } from '../support/client.ts';
import { openDirect } from '../support/database.ts';
import {
  newCannedReply,
  newConversation,
  newInvitation,
  newMember,
  newNote,
  newSynonyms,
  newTenant,
  newVisitor,
  sendMessage,
  signIn,
  type OperatorFixture,
  type VisitorFixture,
} from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';
import { type Row, type Target, table } from './sweep-table.ts';

let stack: Stack;
let asked = 0;
let target: Target;
let visitor: VisitorFixture;

/** The page and its name's addresses, as the internet would answer the crawl. */
function internet(request: Request): Response {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== '/dns-query') {
    return new Response('<title>Page</title><p>Some text.</p>', { headers: { 'content-type': 'text/html' } });
  }
  const isV4 = searchParams.get('type') === 'A';
  return Response.json({ Status: 0, Answer: isV4 ? [{ type: 1, data: '93.184.216.34' }] : [] });
}

/** Past the bot: a room that is awake would be heard asking the database too. */
async function plantUnanswered({ tenantId }: OperatorFixture): Promise<string> {
  const id = newId('una');
  await openDirect(stack.database).rows(
    `INSERT INTO unanswered (tenant_id, id, key, question, question_terms, times, cursor, last_asked_at)
    VALUES (?, ?, 'text', 'A text?', ' text', 1, 1, ?)`,
    tenantId,
    id,
    new Date().toISOString(),
  );
  return id;
}

beforeAll(async () => {
  stack = await startTestStack({ libsql: { onRequest: () => (asked += 1) }, crawler: internet });
  const owner = await newTenant(stack.url);
  visitor = await newVisitor(owner);
  const { conversationId } = await newConversation(visitor);
  const { id: messageId } = await sendMessage(owner, conversationId, 'Hello');
  const noteId = await newNote(owner, conversationId, 'Some text');
  const cannedReplyId = await newCannedReply(owner, 'text', 'Some text');
  const synonymsId = await newSynonyms(owner, 'text', 'parcel');
  const unansweredId = await plantUnanswered(owner);
  const { userId: memberId } = await newMember(owner);
  await signIn(owner);
  const { data: sessions } = await (await owner.api.settings.sessions.$get()).json();
  const sessionId = sessions.find(({ current }) => !current)?.id ?? '';
  const invitation = await newInvitation(owner);
  const json = { type: 'text' as const, content: 'Some text' };
  const { data } = await (await owner.api['knowledge-base'].$post({ json })).json();
  target = {
    owner,
    conversationId,
    messageId,
    entryId: data.id,
    noteId,
    cannedReplyId,
    synonymsId,
    unansweredId,
    visitorId: visitor.visitorId,
    memberId,
    sessionId,
    ...invitation,
    secret: 'text',
  };
});
afterAll(() => stack.close());

async function count(run: () => Promise<{ status: number; text: string }>, status: number): Promise<number> {
  const before = asked;
  const answer = await run();
  expect(answer.status, answer.text).toBe(status);
  return asked - before;
}

const call = (route: string, { path, body, costs }: Row, token?: string) => {
  const sent = (costs.body ?? body)?.(target);
  const method = route.slice(0, route.indexOf(' '));
  return request(stack.url, method, `/api${path(target)}`, {
    token,
    ...(sent === undefined ? {} : { body: sent }),
  });
};

describe('libSQL requests of a call', () => {
  it.each(Object.entries(table))('%s', async (route, row) => {
    const { requests, by, status } = row.costs;
    const token = by === 'anonymous' ? undefined : by === 'visitor' ? visitor.token : target.owner.token;
    expect(await count(() => call(route, row, token), status)).toBe(requests);
  });

  it.each(
    Object.entries(table).filter(
      ([, { answers, costs }]) => costs.by === 'operator' && (answers[1] ?? 0) < 300,
    ),
  )('%s, of a visitor', async (route, row) => {
    const body = row.body?.(target);
    const run = () =>
      request(stack.url, route.slice(0, route.indexOf(' ')), `/api${row.path(target)}`, {
        token: visitor.token,
        ...(body === undefined ? {} : { body }),
      });
    expect(await count(run, row.answers[1])).toBe(1);
  });

  it('none for a public widget that the isolate has', async () => {
    const run = () => request(stack.url, 'GET', `/api/widget/public/${target.owner.tenantId}`);
    await run();
    expect(await count(run, 200)).toBe(0);
  });

  it('two for settings with a current password', async () => {
    const owner = await signIn(target.owner);
    const run = () =>
      request(stack.url, 'PUT', '/api/settings', {
        token: owner.token,
        body: { currentPassword: owner.password, newPassword: owner.password },
      });
    expect(await count(run, 200)).toBe(2);
  });

  it('none for a credential that its signature already betrays', async () => {
    const run = () => request(stack.url, 'GET', '/api/conversations', { token: `${visitor.token}x` });
    expect(await count(run, 401)).toBe(0);
  });
});
