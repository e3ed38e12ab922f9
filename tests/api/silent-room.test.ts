import { type Server, createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../../scripts/stack.ts';
import { tenantWithBot } from '../support/bot.ts';
import { portOf } from '../support/browser.ts';
import { as, newConversation, newVisitor } from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';

let silent: Server;
let stack: Stack;

/** A host of rooms that takes every call and answers none. */
beforeAll(async () => {
  silent = createServer(() => {});
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve);
  });
  stack = await startTestStack({ vars: { PARTYKIT_HOST: `127.0.0.1:${portOf(silent)}` } });
});
afterAll(async () => {
  silent.closeAllConnections();
  silent.close();
  await stack.close();
});

it('a visitor who asks for a person gets one though the room is silent, and no false word of it', async () => {
  const visitor = await newVisitor(await tenantWithBot(stack.url));
  const { conversationId: id } = await newConversation(visitor);
  const asked = await as(visitor, 'PATCH', `/conversations/${id}`, { handler: 'human' });
  expect(asked).toMatchObject({ status: 200, json: { data: { handler: 'human' } } });
  const { data } = await (await visitor.api.conversations[':id'].$get({ param: { id }, query: {} })).json();
  expect(data.messages.at(-1)?.content).toBe('You asked for a person. A colleague will answer you here.');
});
