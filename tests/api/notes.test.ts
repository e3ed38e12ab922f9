import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newNote,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
let visitor: VisitorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
  visitor = await newVisitor(operator);
});

type Reader = Pick<OperatorFixture, 'api'>;

async function read({ api }: Reader, id: string) {
  return (await (await api.conversations[':id'].$get({ param: { id }, query: {} })).json()).data;
}

async function eventsOf({ api }: Reader, since: number) {
  return (await api.events.$get({ query: { since: String(since) } })).json();
}

const note = (id: string, body: unknown) => as(operator, 'POST', `/conversations/${id}/notes`, body);

describe('a private note', () => {
  it('stands beside the messages for operators, and nowhere for the visitor', async () => {
    const { conversationId } = await newConversation(visitor, 'Where is it?');
    const before = await read(visitor, conversationId);
    const secret = randomUUID();
    await newNote(operator, conversationId, secret);
    await sendMessage(operator, conversationId, 'On its way');
    const seen = await read(operator, conversationId);
    expect(seen.notes).toMatchObject([
      { conversationId, content: secret, afterSeq: 1, authorId: operator.userId, authorName: 'Acme' },
    ]);
    const [shown, lists, log] = await Promise.all([
      as(visitor, 'GET', `/conversations/${conversationId}`),
      as(visitor, 'GET', `/conversations?q=${secret}`),
      as(visitor, 'GET', '/events'),
    ]);
    for (const { text } of [shown, lists, log]) expect(text).not.toContain(secret);
    expect(shown.json).not.toHaveProperty('data.notes');
    // Nor by a gap: the reply has the next seq, and nothing of the conversation has moved for the note.
    expect(shown.json).toMatchObject({
      data: { lastSeq: before.lastSeq + 1, messages: [{ seq: 1 }, { seq: 2 }] },
    });
  });

  it('does not touch what the visitor sees of the conversation', async () => {
    const { conversationId } = await newConversation(visitor);
    const before = await read(visitor, conversationId);
    await newNote(operator, conversationId, 'Quietly');
    expect(await read(visitor, conversationId)).toEqual({ ...before, cursor: before.cursor + 1 });
    expect(await eventsOf(visitor, before.cursor)).toMatchObject({ data: [] });
  });

  it('is in the log of operators, and once deleted, gone from it', async () => {
    const { conversationId } = await newConversation(visitor);
    const { cursor } = await read(operator, conversationId);
    const id = await newNote(operator, conversationId, 'Soon gone');
    const first = await eventsOf(operator, cursor);
    expect(first.data).toMatchObject([
      { type: 'note:new', cursor: cursor + 1, conversationId, note: { id, content: 'Soon gone' } },
    ]);
    expect(first.data[0]).not.toHaveProperty('seq');
    expect((await as(operator, 'DELETE', `/conversations/notes/${id}`)).status).toBe(200);
    expect((await eventsOf(operator, cursor)).data).toEqual([
      { type: 'note:delete', cursor: cursor + 1, conversationId, noteId: id },
      { type: 'note:delete', cursor: cursor + 2, conversationId, noteId: id },
    ]);
    expect((await read(operator, conversationId)).notes).toEqual([]);
    expect((await as(operator, 'DELETE', `/conversations/notes/${id}`)).status).toBe(404);
  });

  it('is one however often it is sent, and no other with its clientId', async () => {
    const { conversationId } = await newConversation(visitor);
    const other = await newConversation(visitor);
    const clientId = randomUUID();
    const body = { content: 'Once', clientId };
    const answers = await Promise.all(Array.from({ length: 10 }, () => note(conversationId, body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map(({ json }) => Object(json).data.id)).size).toBe(1);
    expect((await note(conversationId, { ...body, content: 'Twice' })).status).toBe(409);
    expect((await note(other.conversationId, body)).status).toBe(409);
    // A message and a note may have the same name.
    expect((await sendMessage(operator, conversationId, 'Once', clientId)).content).toBe('Once');
  });

  it('comes in pages, the newest with the conversation', async () => {
    const { conversationId } = await newConversation(visitor);
    const ids: string[] = [];
    for (let at = 0; at < 52; at += 1) ids.unshift(await newNote(operator, conversationId, `${at}`));
    const { notes = [] } = await read(operator, conversationId);
    expect(notes.map(({ id }) => id)).toEqual(ids.slice(0, 50).toReversed());
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: '30', ...(cursor ? { cursor } : {}) };
      const param = { id: conversationId };
      const { data, page } = await (
        await operator.api.conversations[':id'].notes.$get({ param, query })
      ).json();
      found.push(...data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(ids);
  });

  it.each([[{}], [{ content: ' ' }], [{ content: 'x'.repeat(8_001) }], [{ content: 'x', clientId: '' }]])(
    'is refused as %j',
    async (body) => {
      const { conversationId } = await newConversation(visitor);
      expect((await note(conversationId, body)).status).toBe(400);
    },
  );
});
