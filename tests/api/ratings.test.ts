import { expect, inject, it } from 'vitest';
import { as, newConversation, newTenant, newVisitor, sendMessage } from '../support/people.ts';

const url = inject('stackUrl');

async function resolved() {
  const operator = await newTenant(url);
  const visitor = await newVisitor(operator);
  const { conversationId } = await newConversation(visitor);
  const rate = (body: unknown) => as(visitor, 'POST', `/conversations/${conversationId}/rating`, body);
  const patch = (body: unknown) => as(operator, 'PATCH', `/conversations/${conversationId}`, body);
  return { operator, visitor, conversationId, rate, patch };
}

it('takes a rating of a resolved conversation, and a changed mind', async () => {
  const { operator, conversationId, rate, patch } = await resolved();
  const early = await rate({ score: 5 });
  expect([early.status, early.json]).toMatchObject([409, { message: expect.stringContaining('resolved') }]);
  await patch({ status: 'resolved' });
  const query = { since: '0' };
  const before = await (await operator.api.events.$get({ query })).json();
  const first = await rate({ score: 2, comment: ' Slow ' });
  expect([first.status, first.json]).toMatchObject([
    200,
    { data: { rating: { score: 2, comment: 'Slow' } } },
  ]);
  const second = await rate({ score: 4 });
  expect(second.json).toMatchObject({ data: { rating: { score: 4, comment: null } } });
  await rate({ score: 4 });
  const param = { id: conversationId };
  const { data } = await (await operator.api.conversations[':id'].$get({ param, query: {} })).json();
  expect(data.rating).toMatchObject({ score: 4, comment: null });
  const after = await (
    await operator.api.events.$get({ query: { since: String(before.page.cursor) } })
  ).json();
  expect(after.data).toMatchObject([
    { type: 'conversation:update', conversation: { rating: { score: 2, comment: 'Slow' } } },
    { type: 'conversation:update', conversation: { rating: { score: 4, comment: null } } },
  ]);
});

it('keeps the rating when the conversation goes on', async () => {
  const { operator, visitor, conversationId, rate, patch } = await resolved();
  await patch({ status: 'resolved' });
  await rate({ score: 1 });
  await sendMessage(visitor, conversationId, 'One more thing');
  expect((await rate({ score: 3 })).status).toBe(409);
  await sendMessage(operator, conversationId, 'Yes?');
  const { json } = await patch({ title: 'Another title' });
  expect(json).toMatchObject({ data: { status: 'open', rating: { score: 1 } } });
});

it.each([
  [{}],
  [{ score: 0 }],
  [{ score: 6 }],
  [{ score: 2.5 }],
  [{ score: '3' }],
  [{ score: 3, comment: '' }],
  [{ score: 3, comment: 'x'.repeat(1_001) }],
])('refuses %j', async (body) => {
  const { rate, patch } = await resolved();
  await patch({ status: 'resolved' });
  expect((await rate(body)).status).toBe(400);
});
