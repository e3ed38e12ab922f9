import { inject, expect, it } from 'vitest';
import { newConversation, newTenant, newVisitor } from '../support/people.ts';

it('lets a visitor write and an operator answer', async () => {
  const operator = await newTenant(inject('stackUrl'));
  const visitor = await newVisitor(operator);
  const { conversationId } = await newConversation(visitor, 'Where is my parcel?');
  const answer = await operator.api.conversations[':id'].messages.$post({
    param: { id: conversationId },
    json: { content: 'On its way.' },
  });
  expect(answer.status).toBe(201);
  const read = await visitor.api.conversations[':id'].$get({ param: { id: conversationId }, query: {} });
  const { data } = await read.json();
  expect(data.messages.map(({ sender, content }) => [sender, content])).toEqual([
    ['visitor', 'Where is my parcel?'],
    ['operator', 'On its way.'],
  ]);
});
