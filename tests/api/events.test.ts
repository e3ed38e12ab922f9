import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { LogEvent } from '../../shared/protocol/server-frames.ts';
import type { Client } from '../support/client.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
  sendMessage,
  signIn,
} from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
let ann: VisitorFixture;
let ben: VisitorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
  [ann, ben] = await Promise.all([newVisitor(operator, { name: 'Ann' }), newVisitor(operator)]);
});

async function eventsAfter({ api }: { api: Client }, since: number, limit?: number) {
  return (
    await api.events.$get({ query: { since: String(since), ...(limit ? { limit: String(limit) } : {}) } })
  ).json();
}

/** The whole log of a principal after a cursor, page by page. */
async function logOf(who: { api: Client }, since = 0, limit = 3): Promise<LogEvent[]> {
  const { data, page } = await eventsAfter(who, since, limit);
  return page.more ? [...data, ...(await logOf(who, page.cursor, limit))] : data;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('the log', () => {
  it('holds every change once, gapless by cursor and by seq, whoever raced', async () => {
    const conversations = await Promise.all([
      newConversation(ann),
      newConversation(ben),
      newConversation(ann),
    ]);
    const ids = conversations.map(({ conversationId }) => conversationId);
    await Promise.all(
      ids.flatMap((id, n) => {
        const own = n === 1 ? ben : ann;
        return [
          ...range(1, 5).map((each) => sendMessage(own, id, `Mine ${each}`)),
          ...range(1, 5).map((each) => sendMessage(operator, id, `Yours ${each}`)),
          as(operator, 'PATCH', `/conversations/${id}`, { title: `Title ${n}` }),
          as(operator, 'PATCH', `/conversations/${id}`, { status: 'resolved' }),
          as(operator, 'PATCH', `/conversations/messages/${conversations[n]?.messageId}/status`, {
            status: 'seen',
          }),
        ];
      }),
    );
    const log = await logOf(operator);
    const cursors = log.map(({ cursor }) => cursor);
    expect(cursors).toEqual(range(1, cursors.length));
    for (const id of ids) {
      const own = log.filter((event) => 'seq' in event && event.conversationId === id);
      expect(own.map((event) => 'seq' in event && event.seq)).toEqual(range(1, own.length));
      const { data } = await (
        await operator.api.conversations[':id'].$get({ param: { id }, query: {} })
      ).json();
      expect(data.lastSeq).toBe(own.length);
      const messages = own.flatMap((event) => (event.type === 'message:new' ? [event.message.id] : []));
      expect(data.messages.map((message) => message.id)).toEqual(messages);
      expect(messages).toHaveLength(11);
    }
  });

  it('shows a visitor its own part, in the same places', async () => {
    const log = await logOf(operator);
    for (const visitor of [ann, ben]) {
      const { data } = await (await visitor.api.conversations.$get({ query: { limit: '100' } })).json();
      const ids = new Set(data.map(({ id }) => id));
      expect(await logOf(visitor)).toEqual(
        log.filter((event) => 'seq' in event && ids.has(event.conversationId)),
      );
    }
  });

  it('says by pages whether there is more, and where to go on', async () => {
    const log = await logOf(operator);
    const first = await eventsAfter(operator, 0, 4);
    expect(first).toEqual({ data: log.slice(0, 4), page: { cursor: 4, more: true } });
    const last = log.at(-1)?.cursor ?? 0;
    expect(await eventsAfter(operator, last - 4, 4)).toEqual({
      data: log.slice(-4),
      page: { cursor: last, more: false },
    });
    expect(await eventsAfter(operator, last)).toEqual({ data: [], page: { cursor: last, more: false } });
    expect(await eventsAfter(operator, last + 1000)).toEqual({
      data: [],
      page: { cursor: last, more: false },
    });
  });

  it('carries what happened, as it was then', async () => {
    const guest = await newVisitor(operator, { name: 'Gil' });
    const { conversationId, messageId } = await newConversation(guest, 'Hello');
    await as(operator, 'PATCH', `/conversations/messages/${messageId}/status`, { status: 'seen' });
    await as(operator, 'PATCH', `/conversations/${conversationId}`, {
      status: 'resolved',
      title: 'Greeting',
    });
    await sendMessage(guest, conversationId, 'Again');
    const [opened, seen, resolved, wrote, reopened, ...more] = await logOf(guest);
    expect(more).toEqual([]);
    const visitor = { id: guest.visitorId, name: 'Gil', email: null, verified: false };
    expect(opened).toMatchObject({
      type: 'message:new',
      message: { id: messageId, seq: 1, status: 'sent', senderName: 'Gil' },
      conversation: { id: conversationId, title: 'Hello', status: 'open', visitor, lastSeq: 1 },
    });
    expect(seen).toMatchObject({ type: 'message:update', messageId, status: 'seen', upToSeq: 1, seq: 2 });
    expect(resolved).toMatchObject({
      type: 'conversation:update',
      conversation: { status: 'resolved', title: 'Greeting', lastSeq: 3 },
    });
    expect(wrote).toMatchObject({ type: 'message:new', seq: 4, message: { content: 'Again' } });
    expect(wrote).not.toHaveProperty('conversation');
    expect(reopened).toMatchObject({
      type: 'conversation:update',
      conversation: { status: 'open', lastSeq: 5 },
    });
  });

  it('joins a snapshot of a conversation exactly, while others write', async () => {
    const guest = await newVisitor(operator);
    const { conversationId: id } = await newConversation(guest, 'Message 0');
    const snapshot = async () =>
      (await (await guest.api.conversations[':id'].$get({ param: { id }, query: { limit: '200' } })).json())
        .data;
    const writing = Promise.all(range(1, 20).map((n) => sendMessage(operator, id, `Message ${n}`)));
    const snapshots = await Promise.all(range(1, 10).map(snapshot));
    await writing;
    const final = await snapshot();
    for (const { cursor, messages } of snapshots) {
      const since = (await logOf(guest, cursor)).flatMap((event) =>
        event.type === 'message:new' ? [event.message.id] : [],
      );
      expect([...messages.map((message) => message.id), ...since]).toEqual(
        final.messages.map((message) => message.id),
      );
    }
  });

  it('keeps the ends of sessions to itself, and its cursor counts them', async () => {
    const tenant = await newTenant(url);
    const guest = await newVisitor(tenant);
    await as(await signIn(tenant), 'POST', '/auth/logout');
    await newConversation(guest);
    for (const who of [tenant, guest]) {
      const { data, page } = await eventsAfter(who, 0);
      expect(data.map(({ type, cursor }) => [type, cursor])).toEqual([['message:new', 2]]);
      expect(page).toEqual({ cursor: 2, more: false });
    }
  });
});
