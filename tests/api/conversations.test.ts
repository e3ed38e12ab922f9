import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { ConversationSummary } from '../../shared/api/conversations.ts';
import type { Client } from '../support/client.ts';
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
let operator: OperatorFixture;
let visitor: VisitorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
  visitor = await newVisitor(operator, { name: 'Vera', email: 'vera@example.com' });
});

type Query = { status?: 'open' | 'resolved'; limit?: number; cursor?: string };

async function page({ api }: { api: Client }, query: Query = {}) {
  const { limit, ...others } = query;
  return (
    await api.conversations.$get({ query: { ...others, ...(limit ? { limit: String(limit) } : {}) } })
  ).json();
}

/** All pages one after the other; `between` runs after each. */
async function allPages(
  who: { api: Client },
  query: Query,
  between: () => Promise<unknown> = async () => {},
) {
  const found: ConversationSummary[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, page: next } = await page(who, { ...query, ...(cursor ? { cursor } : {}) });
    found.push(...data);
    cursor = next.nextCursor;
    await between();
  }
  return found;
}

async function read({ api }: { api: Client }, id: string, window: Record<string, number> = {}) {
  const query = Object.fromEntries(Object.entries(window).map(([name, value]) => [name, String(value)]));
  const { data } = await (await api.conversations[':id'].$get({ param: { id }, query })).json();
  return data;
}

const patch = (who: { url: string; token: string }, id: string, body: unknown) =>
  as(who, 'PATCH', `/conversations/${id}`, body);
const mark = (who: { url: string; token: string }, id: string, status: string) =>
  as(who, 'PATCH', `/conversations/messages/${id}/status`, { status });
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

describe('the list', () => {
  it('shows newest activity first, with last message and what each side has not seen', async () => {
    const lists = await newTenant(url);
    const [ann, ben] = await Promise.all([newVisitor(lists, { name: 'Ann' }), newVisitor(lists)]);
    const first = await newConversation(ann, 'First');
    const second = await newConversation(ben, 'Second');
    expect(idsOf((await page(lists)).data)).toEqual([second.conversationId, first.conversationId]);
    await sendMessage(ann, first.conversationId, 'And then');
    const answer = await sendMessage(lists, first.conversationId, 'I see');
    const { data } = await page(lists);
    expect(idsOf(data)).toEqual([first.conversationId, second.conversationId]);
    expect(data[0]).toMatchObject({
      title: 'First',
      status: 'open',
      handler: 'human',
      visitor: { id: ann.visitorId, name: 'Ann', email: null, verified: false },
      lastMessage: { id: answer.id, content: 'I see', sender: 'operator', senderName: 'Acme' },
      unreadCount: 2,
    });
    expect((await page(ann)).data).toMatchObject([{ id: first.conversationId, unreadCount: 1 }]);
    expect((await page(ben)).data).toMatchObject([{ id: second.conversationId, unreadCount: 0 }]);
  });

  it('filters by status, for both sides', async () => {
    const filtered = await newVisitor(operator);
    const [open, resolved] = [await newConversation(filtered), await newConversation(filtered)];
    await patch(operator, resolved.conversationId, { status: 'resolved' });
    const of = async (status: 'open' | 'resolved') => idsOf((await page(filtered, { status })).data);
    expect(await of('open')).toEqual([open.conversationId]);
    expect(await of('resolved')).toEqual([resolved.conversationId]);
    const all = await allPages(operator, { status: 'resolved', limit: 1 });
    expect(idsOf(all)).toContain(resolved.conversationId);
    expect(idsOf(all)).not.toContain(open.conversationId);
  });

  it('pages through all without doubles while new ones come', async () => {
    const paged = await newVisitor(operator);
    const before: string[] = [];
    for (let n = 0; n < 7; n += 1) before.push((await newConversation(paged, `Number ${n}`)).conversationId);
    const found = await allPages(paged, { limit: 2 }, () => newConversation(paged, 'In between'));
    expect(idsOf(found)).toEqual(before.toReversed());
  });

  it.each([{ limit: 0 }, { limit: 101 }, { cursor: 'x' }, { cursor: '-1' }, { status: 'closed' }])(
    'refuses %o',
    async (query) => {
      const answer = await as(
        operator,
        'GET',
        `/conversations?${new URLSearchParams(JSON.parse(JSON.stringify(query)))}`,
      );
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({
        code: 'invalid_request',
        issues: [{ path: Object.keys(query)[0] }],
      });
    },
  );
});

describe('one conversation', () => {
  it('shows its newest 50 messages, or a window before or after a seq, always ascending', async () => {
    const writer = await newVisitor(operator);
    const { conversationId: id } = await newConversation(writer, 'Message 1');
    for (let n = 2; n <= 60; n += 1) await sendMessage(n % 2 ? writer : operator, id, `Message ${n}`);
    const whole = await read(writer, id, { limit: 200 });
    expect(whole.messages.map(({ content }) => content)).toEqual(
      Array.from({ length: 60 }, (_, n) => `Message ${n + 1}`),
    );
    const seqs = whole.messages.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    expect(whole.lastSeq).toBe(seqs.at(-1));
    const of = async (query: Record<string, number>) =>
      (await read(operator, id, query)).messages.map(({ seq }) => seq);
    expect(await of({})).toEqual(seqs.slice(-50));
    expect(await of({ before: seqs[10] ?? 0 })).toEqual(seqs.slice(0, 10));
    expect(await of({ before: seqs[30] ?? 0, limit: 5 })).toEqual(seqs.slice(25, 30));
    expect(await of({ after: seqs[30] ?? 0, limit: 5 })).toEqual(seqs.slice(31, 36));
    expect(await of({ after: seqs[54] ?? 0 })).toEqual(seqs.slice(55));
    expect(await of({ after: seqs[5] ?? 0, before: seqs[9] ?? 0 })).toEqual(seqs.slice(6, 9));
    expect(await of({ after: whole.lastSeq })).toEqual([]);
  });

  it('takes its title from the first line of what opened it, cut short', async () => {
    const titles = new Map([
      ['Hello\nthere', 'Hello'],
      ['x'.repeat(80), 'x'.repeat(80)],
      ['x'.repeat(81), `${'x'.repeat(79)}…`],
      ['👩‍🚀'.repeat(40), `${Array.from('👩‍🚀'.repeat(40)).slice(0, 79).join('')}…`],
    ]);
    for (const [content, title] of titles) {
      const { conversationId } = await newConversation(visitor, content);
      expect((await read(visitor, conversationId)).title).toBe(title);
    }
  });

  it('belongs to the bot where the tenant’s is on, until a person takes it', async () => {
    const tenant = await newTenant(url);
    const guest = await newVisitor(tenant);
    const handlerOf = async (id: string) => (await read(guest, id)).handler;
    const plain = await newConversation(guest);
    expect(await handlerOf(plain.conversationId)).toBe('human');
    await tenant.api.widget.$put({ json: { aiSettings: { enabled: true } } });
    const [taken, asked] = [await newConversation(guest), await newConversation(guest)];
    expect(await handlerOf(taken.conversationId)).toBe('bot');
    await sendMessage(guest, taken.conversationId, 'Thank you');
    expect(await handlerOf(taken.conversationId)).toBe('bot');
    await sendMessage(tenant, taken.conversationId, 'Here I am');
    expect(await handlerOf(taken.conversationId)).toBe('human');
    expect((await patch(guest, asked.conversationId, { handler: 'human' })).json).toMatchObject({
      data: { handler: 'human' },
    });
    expect((await patch(tenant, asked.conversationId, { handler: 'bot' })).json).toMatchObject({
      data: { handler: 'bot' },
    });
  });

  it('opens again when its visitor writes, and not when an operator does', async () => {
    const { conversationId: id } = await newConversation(visitor);
    await patch(operator, id, { status: 'resolved' });
    await sendMessage(operator, id, 'Bye');
    expect((await read(operator, id)).status).toBe('resolved');
    await sendMessage(visitor, id, 'One more thing');
    expect((await read(operator, id)).status).toBe('open');
  });
});

describe('changing a conversation', () => {
  it('changes what is named and nothing else; what it is already moves nothing', async () => {
    const { conversationId: id } = await newConversation(visitor, 'Title');
    const before = await read(visitor, id);
    const renamed = await patch(operator, id, {
      title: ' Parcel 7 ',
      visitor: { name: 'Mallory' },
      lastSeq: 900,
    });
    expect(renamed.json).toMatchObject({
      data: { title: 'Parcel 7', status: 'open', visitor: before.visitor, lastSeq: before.lastSeq + 1 },
    });
    const again = await patch(operator, id, { title: 'Parcel 7', status: 'open' });
    expect(Object(again.json).data).toEqual(Object(renamed.json).data);
  });

  it.each([
    { status: 'resolved' },
    { title: 'Mine' },
    { handler: 'bot' },
    { handler: 'human', title: 'Mine' },
  ])('does not let a visitor set %o', async (change) => {
    const { conversationId } = await newConversation(visitor);
    expect((await patch(visitor, conversationId, change)).status).toBe(403);
  });

  it.each([{}, { status: 'closed' }, { handler: null }, { title: '' }, { title: 'x'.repeat(201) }, []])(
    'refuses %j',
    async (change) => {
      const { conversationId } = await newConversation(visitor);
      expect((await patch(operator, conversationId, change)).status).toBe(400);
    },
  );
});

describe('receipts', () => {
  const statuses = async (id: string) => (await read(operator, id)).messages.map(({ status }) => status);

  it('move forward only and cover the earlier messages of that side', async () => {
    const { conversationId: id, messageId: first } = await newConversation(visitor);
    const second = await sendMessage(visitor, id, 'Second');
    const reply = await sendMessage(operator, id, 'Reply');
    const third = await sendMessage(visitor, id, 'Third');
    const receipt = await mark(operator, second.id, 'delivered');
    expect(receipt.json).toEqual({
      data: { conversationId: id, messageId: second.id, status: 'delivered', upToSeq: second.seq },
    });
    expect(await statuses(id)).toEqual(['delivered', 'delivered', 'sent', 'sent']);
    await mark(operator, first, 'seen');
    expect(await statuses(id)).toEqual(['seen', 'delivered', 'sent', 'sent']);
    expect((await read(operator, id)).unreadCount).toBe(2);
    await mark(operator, third.id, 'seen');
    expect(await statuses(id)).toEqual(['seen', 'seen', 'sent', 'seen']);
    const { unreadCount, lastSeq } = await read(operator, id);
    expect(unreadCount).toBe(0);
    const back = await mark(operator, second.id, 'delivered');
    expect(back.json).toMatchObject({ data: { status: 'seen', upToSeq: third.seq } });
    expect(await statuses(id)).toEqual(['seen', 'seen', 'sent', 'seen']);
    expect((await read(operator, id)).lastSeq).toBe(lastSeq);
    expect((await read(visitor, id)).unreadCount).toBe(1);
    await mark(visitor, reply.id, 'seen');
    expect(await statuses(id)).toEqual(['seen', 'seen', 'seen', 'seen']);
    expect((await read(visitor, id)).unreadCount).toBe(0);
  });

  it('come from the receiving side, of the two that there are', async () => {
    const { conversationId: id, messageId } = await newConversation(visitor);
    const reply = await sendMessage(operator, id, 'Reply');
    expect((await mark(visitor, messageId, 'seen')).status).toBe(403);
    expect((await mark(operator, reply.id, 'seen')).status).toBe(403);
    expect((await mark(operator, messageId, 'sent')).status).toBe(400);
    expect(await statuses(id)).toEqual(['sent', 'sent']);
  });

  it('count right when many come at once, in any order', async () => {
    const { conversationId: id, messageId } = await newConversation(visitor);
    const sent = [messageId];
    for (let n = 0; n < 9; n += 1) sent.push((await sendMessage(visitor, id, `Message ${n}`)).id);
    await Promise.all(
      sent.toReversed().flatMap((each) => [mark(operator, each, 'delivered'), mark(operator, each, 'seen')]),
    );
    expect(await statuses(id)).toEqual(sent.map(() => 'seen'));
    expect((await read(operator, id)).unreadCount).toBe(0);
  });
});
