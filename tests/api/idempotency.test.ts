import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openDirect } from '../support/database.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
} from '../support/people.ts';

const url = inject('stackUrl');
const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
let operator: OperatorFixture;
let visitor: VisitorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
  visitor = await newVisitor(operator);
});

type Who = { url: string; token: string };
const send = (who: Who, id: string, body: unknown) => as(who, 'POST', `/conversations/${id}/messages`, body);
const open = (who: Who, body: unknown) => as(who, 'POST', '/conversations', body);
const stored = async (clientId: string) =>
  (
    await direct.rows(
      'SELECT id FROM messages WHERE tenant_id = ? AND client_id = ?',
      operator.tenantId,
      clientId,
    )
  ).map(({ id }) => id);
const logged = async (messageId: unknown) =>
  direct.rows(
    `SELECT cursor FROM events WHERE tenant_id = ? AND type = 'message:new' AND message_id = ?`,
    operator.tenantId,
    String(messageId),
  );
const count = (list: number[], wanted: number) => list.filter((each) => each === wanted).length;

describe('one clientId is one message', () => {
  it('sent 50 times at once', async () => {
    const { conversationId } = await newConversation(visitor);
    const body = { content: 'Once', clientId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(visitor, conversationId, body)));
    const statuses = answers.map(({ status }) => status);
    expect([count(statuses, 201), count(statuses, 200)]).toEqual([1, 49]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const [id, ...more] = await stored(body.clientId);
    expect(more).toEqual([]);
    expect(answers[0]?.json).toMatchObject({ data: { id, clientId: body.clientId } });
    expect(await logged(id)).toHaveLength(1);
    const [conversation] = await direct.rows(
      'SELECT seq, operator_unread FROM conversations WHERE id = ?',
      conversationId,
    );
    expect({ ...conversation }).toEqual({ seq: 2, operator_unread: 2 });
  });

  it('opening 50 times at once, which makes one conversation', async () => {
    const guest = await newVisitor(operator);
    const body = { content: 'Once', clientId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => open(guest, body)));
    const statuses = answers.map(({ status }) => status);
    expect([count(statuses, 201), count(statuses, 200)]).toEqual([1, 49]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(
      await direct.rows('SELECT 1 FROM conversations WHERE visitor_id = ?', guest.visitorId),
    ).toHaveLength(1);
    expect(await stored(body.clientId)).toHaveLength(1);
  });

  it('of an operator as of a visitor, later as well as at once', async () => {
    const { conversationId } = await newConversation(visitor);
    const body = { content: 'Hello', clientId: randomUUID() };
    const first = await send(operator, conversationId, body);
    await as(visitor, 'PATCH', `/conversations/messages/${Object(first.json).data.id}/status`, {
      status: 'seen',
    });
    const again = await send(operator, conversationId, body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(Object(again.json).data).toEqual({ ...Object(first.json).data, status: 'seen' });
  });

  it('through opening and sending', async () => {
    const body = { content: 'Both ways', clientId: randomUUID() };
    const opened = Object((await open(visitor, body)).json).data;
    const sent = await send(visitor, opened.conversation.id, body);
    expect([sent.status, Object(sent.json).data]).toEqual([200, opened.message]);
    const other = { content: 'The other way', clientId: randomUUID() };
    const first = Object((await send(visitor, opened.conversation.id, other)).json).data;
    const reopened = await open(visitor, other);
    expect(reopened.status).toBe(200);
    expect(reopened.json).toMatchObject({
      data: { message: first, conversation: { id: opened.conversation.id } },
    });
    expect(
      await direct.rows('SELECT 1 FROM messages WHERE conversation_id = ?', opened.conversation.id),
    ).toHaveLength(2);
  });
});

describe('one clientId is no other message', () => {
  it('with other content, or in another conversation', async () => {
    const [here, there] = [await newConversation(visitor), await newConversation(visitor)];
    const body = { content: 'First', clientId: randomUUID() };
    expect((await send(visitor, here.conversationId, body)).status).toBe(201);
    const changed = { ...body, content: 'Second' };
    for (const answer of [
      await send(visitor, here.conversationId, changed),
      await send(visitor, there.conversationId, body),
      await open(visitor, changed),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.json).toMatchObject({ code: 'conflict' });
    }
    expect(await stored(body.clientId)).toHaveLength(1);
  });

  it('lets exactly one of two contents win when they race', async () => {
    const { conversationId } = await newConversation(visitor);
    const clientId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(visitor, conversationId, { content: n % 2 ? 'Odd' : 'Even', clientId }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect([count(statuses, 201), count(statuses, 200), count(statuses, 409)]).toEqual([1, 9, 10]);
  });

  it('is each sender’s own: another’s of the same name is another message', async () => {
    const clientId = randomUUID();
    const { conversationId } = await newConversation(visitor);
    const other = await newVisitor(operator);
    expect((await send(visitor, conversationId, { content: 'Mine', clientId })).status).toBe(201);
    expect((await send(operator, conversationId, { content: 'Ours', clientId })).status).toBe(201);
    expect((await open(other, { content: 'Theirs', clientId })).status).toBe(201);
    expect(await stored(clientId)).toHaveLength(3);
  });

  it.each(['', 'bot:msg1', 'x'.repeat(101), 'half \ud83d', 'nul \0', 7, null])(
    'refuses the name %j',
    async (clientId) => {
      const { conversationId } = await newConversation(visitor);
      expect((await send(visitor, conversationId, { content: 'Hello', clientId })).status).toBe(400);
    },
  );

  it('does without one: each such message is its own', async () => {
    const { conversationId } = await newConversation(visitor);
    const answers = await Promise.all([1, 2].map(() => send(visitor, conversationId, { content: 'Same' })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.json).not.toHaveProperty('data.clientId');
    // Its id stands where a name would: nobody can be told that it is one.
    const { id } = Object(answers[0]?.json).data;
    expect((await send(visitor, conversationId, { content: 'Other', clientId: id })).status).toBe(409);
  });
});
