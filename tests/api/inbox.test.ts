import { describe, expect, inject, it } from 'vitest';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';

const url = inject('stackUrl');

type Query = Parameters<OperatorFixture['api']['conversations']['$get']>[0]['query'];

async function page({ api }: Pick<OperatorFixture, 'api'>, query: Query = {}) {
  const answer = await (await api.conversations.$get({ query })).json();
  return { ids: answer.data.map(({ id }) => id), ...answer };
}

async function read({ api }: Pick<OperatorFixture, 'api'>, id: string) {
  return (await (await api.conversations[':id'].$get({ param: { id }, query: {} })).json()).data;
}

async function counts({ api }: OperatorFixture) {
  return (await (await api.conversations.counts.$get()).json()).data;
}

const patch = (who: { url: string; token: string }, id: string, body: unknown) =>
  as(who, 'PATCH', `/conversations/${id}`, body);
const open = async (visitor: VisitorFixture) => (await newConversation(visitor)).conversationId;

describe('a conversation', () => {
  it('is assigned to the first operator who replies, which the message itself tells', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    const { conversationId, messageId } = await newConversation(visitor);
    expect(await read(operator, conversationId)).toMatchObject({ assigneeId: null });
    await sendMessage(operator, conversationId, 'Here I am');
    const { assigneeId, waitingSince, lastSeq, cursor } = await read(operator, conversationId);
    expect([assigneeId, waitingSince, lastSeq]).toEqual([operator.userId, null, 2]);
    const { data } = await (await visitor.api.events.$get({ query: { since: String(cursor - 1) } })).json();
    expect(data).toMatchObject([
      { type: 'message:new', seq: 2, conversation: { assigneeId: operator.userId, handler: 'human' } },
    ]);
    await sendMessage(operator, conversationId, 'And again');
    const later = await (await visitor.api.events.$get({ query: { since: String(cursor) } })).json();
    expect(later.data[0]).not.toHaveProperty('conversation');
    expect(messageId).not.toBe(undefined);
  });

  it('is assigned to the operator who takes it from the bot, and to nobody by handing back', async () => {
    const operator = await newTenant(url);
    await operator.api.widget.$put({ json: { aiSettings: { enabled: true } } });
    const visitor = await newVisitor(operator);
    const id = await open(visitor);
    expect((await patch(operator, id, { handler: 'human' })).json).toMatchObject({
      data: { handler: 'human', assigneeId: operator.userId },
    });
    expect((await patch(operator, id, { handler: 'bot', assigneeId: null })).json).toMatchObject({
      data: { handler: 'bot', assigneeId: null },
    });
    const { cursor } = await read(operator, id);
    await patch(operator, id, { assigneeId: operator.userId });
    const { data } = await (await operator.api.events.$get({ query: { since: String(cursor) } })).json();
    expect(data).toMatchObject([
      { type: 'conversation:update', conversation: { handler: 'bot', assigneeId: operator.userId } },
    ]);
    const again = await patch(operator, id, { assigneeId: operator.userId });
    expect(again.json).toMatchObject({ data: { lastSeq: (await read(operator, id)).lastSeq } });
  });

  it('is assigned to operators of its own tenant only, and by operators only', async () => {
    const [operator, foreign] = await Promise.all([newTenant(url), newTenant(url)]);
    const visitor = await newVisitor(operator);
    const id = await open(visitor);
    for (const assigneeId of [foreign.userId, 'usrnobody', visitor.visitorId]) {
      const { status, json } = await patch(operator, id, { assigneeId });
      expect([status, json]).toMatchObject([400, { issues: [{ path: 'assigneeId' }] }]);
    }
    expect((await patch(visitor, id, { handler: 'human', assigneeId: null })).status).toBe(403);
    expect((await read(operator, id)).assigneeId).toBeNull();
  });

  it('waits since the oldest message that nobody has answered', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    const id = await open(visitor);
    const since = async () => (await read(operator, id)).waitingSince;
    const first = (await read(operator, id)).createdAt;
    await sendMessage(visitor, id, 'Hello?');
    expect(await since()).toBe(first);
    await sendMessage(operator, id, 'Yes');
    expect(await since()).toBeNull();
    const third = await sendMessage(visitor, id, 'A question');
    await sendMessage(visitor, id, 'And another');
    expect(await since()).toBe(third.createdAt);
    await patch(operator, id, { status: 'resolved' });
    const anew = await sendMessage(visitor, id, 'Not solved');
    expect(await since()).toBe(anew.createdAt);
  });
});

describe('the inbox', () => {
  it('narrows by status, handler, assignee, visitor and who waits, and counts the same', async () => {
    const operator = await newTenant(url);
    const [ann, ben] = await Promise.all([newVisitor(operator), newVisitor(operator)]);
    const waiting = await open(ann);
    const answered = await open(ben);
    await sendMessage(operator, answered, 'Here');
    const resolved = await open(ben);
    await patch(operator, resolved, { status: 'resolved' });
    const bots = await open(ben);
    await patch(operator, bots, { handler: 'bot' });
    const ids = async (query: Query) => (await page(operator, query)).ids;
    expect(await ids({ status: 'open' })).toEqual([bots, answered, waiting]);
    expect(await ids({ status: 'resolved' })).toEqual([resolved]);
    expect(await ids({ handler: 'human' })).toEqual([resolved, answered, waiting]);
    expect(await ids({ handler: 'bot', status: 'open' })).toEqual([bots]);
    expect(await ids({ assignee: 'me' })).toEqual([answered]);
    expect(await ids({ assignee: operator.userId, status: 'resolved' })).toEqual([]);
    expect(await ids({ assignee: 'none', status: 'open' })).toEqual([bots, waiting]);
    expect(await ids({ unanswered: 'true' })).toEqual([waiting]);
    expect(await ids({ unanswered: 'true', assignee: 'me' })).toEqual([]);
    expect(await ids({ visitorId: ben.visitorId })).toEqual([bots, resolved, answered]);
    expect(await ids({ visitorId: ben.visitorId, status: 'open', handler: 'bot' })).toEqual([bots]);
    expect(await ids({ q: 'Hello', assignee: 'me' })).toEqual([answered]);
    expect(await counts(operator)).toEqual({
      open: 3,
      mine: 1,
      unassigned: 2,
      unanswered: 1,
      bot: 1,
      resolved: 1,
    });
  });

  it('narrows a visitor’s own conversations the same way, and shows no other', async () => {
    const operator = await newTenant(url);
    const [ann, ben] = await Promise.all([newVisitor(operator), newVisitor(operator)]);
    const mine = await open(ann);
    await open(ben);
    expect((await page(ann, { handler: 'human', assignee: 'none' })).ids).toEqual([mine]);
    expect((await page(ann, { visitorId: ben.visitorId })).ids).toEqual([]);
    expect((await page(ann, { assignee: 'me' })).ids).toEqual([]);
  });

  it.each<Query>([{}, { status: 'open' }, { assignee: 'none' }, { unanswered: 'true' }])(
    'goes both ways by cursors, %j',
    async (filter) => {
      const operator = await newTenant(url);
      const visitor = await newVisitor(operator);
      const ids: string[] = [];
      for (let at = 0; at < 7; at += 1) ids.unshift(await open(visitor));
      const limit = '3';
      const first = await page(operator, { ...filter, limit });
      expect([first.ids, first.page.previousCursor]).toEqual([ids.slice(0, 3), null]);
      const second = await page(operator, { ...filter, limit, cursor: first.page.nextCursor ?? '' });
      expect(second.ids).toEqual(ids.slice(3, 6));
      const third = await page(operator, { ...filter, limit, cursor: second.page.nextCursor ?? '' });
      expect([third.ids, third.page.nextCursor]).toEqual([ids.slice(6), null]);
      const back = await page(operator, {
        ...filter,
        limit,
        cursor: third.page.previousCursor ?? '',
        direction: 'newer',
      });
      expect(back.ids).toEqual(ids.slice(3, 6));
      expect(back.page.nextCursor).toBe(second.page.nextCursor);
      const top = await page(operator, {
        ...filter,
        limit,
        cursor: back.page.previousCursor ?? '',
        direction: 'newer',
      });
      expect([top.ids, top.page.previousCursor]).toEqual([ids.slice(0, 3), null]);
      const end = await page(operator, { ...filter, limit: '2', direction: 'newer' });
      expect([end.ids, end.page.nextCursor]).toEqual([ids.slice(5), null]);
    },
  );
});
