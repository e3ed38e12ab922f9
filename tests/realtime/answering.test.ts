import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../scripts/stack.ts';
import { ask, deltasOf, handlerOf, messagesOf, refunds, repliesOf, tenantWithBot } from '../support/bot.ts';
import { request } from '../support/client.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { newConversation, newVisitor } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';
import { startTestStack } from '../support/stack.ts';

const textOf = (deltas: { text: string }[]) => deltas.map(({ text }) => text).join('');

describe('without a model', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startTestStack();
  });
  afterAll(() => stack.close());

  it('answers in the knowledge’s own words, with the source', async () => {
    const operator = await tenantWithBot(stack.url);
    const { socket } = await ask(await newVisitor(operator));
    await socket.until(() => repliesOf(socket).length > 0, 'an answer');
    const [answer] = repliesOf(socket);
    expect(answer?.sender).toBe('bot');
    expect(refunds.content).toContain(answer?.content);
    expect(answer?.citations).toEqual([
      {
        entryId: expect.any(String),
        title: 'Refunds',
        url: refunds.url,
        quote: expect.any(String),
      },
    ]);
  });

  it('answers though nobody is connected', async () => {
    const operator = await tenantWithBot(stack.url);
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, refunds.question);
    await expect
      .poll(
        async () => {
          const { json } = await request(stack.url, 'GET', `/api/conversations/${conversationId}`, {
            token: visitor.token,
          });
          return JSON.stringify(json).includes('"sender":"bot"');
        },
        { timeout: 15_000 },
      )
      .toBe(true);
  });

  it('hands what it does not know to a person, once, and says so', async () => {
    const operator = await tenantWithBot(stack.url);
    const { socket, conversationId } = await ask(
      await newVisitor(operator),
      'Do you sell bicycles with carbon frames?',
    );
    await socket.until(() => handlerOf(socket) === 'human', 'a person');
    expect(repliesOf(socket)).toMatchObject([
      { sender: 'system', content: expect.stringContaining('e-mail') },
    ]);
    socket.send({ type: 'message:new', clientId: randomUUID(), conversationId, content: refunds.question });
    await socket.until(() => messagesOf(socket).length === 3, 'the second question');
    expect(repliesOf(socket)).toHaveLength(1);
  });

  it.each(['Can I talk to a person?', 'Ich möchte bitte mit einem Mitarbeiter sprechen'])(
    'hands over when asked: %s',
    async (wish) => {
      const operator = await tenantWithBot(stack.url, { handOffText: 'Ada is coming.' });
      const desk = await joinedSocket(operator);
      const { socket } = await ask(await newVisitor(operator), wish);
      await socket.until(() => handlerOf(socket) === 'human', 'a person');
      expect(repliesOf(socket)).toMatchObject([
        { sender: 'system', content: expect.stringContaining('Ada is coming.') },
      ]);
      await desk.until(() => handlerOf(desk) === 'human', 'the desk to know');
    },
  );

  it('speaks the visitor’s language in its own words', async () => {
    const operator = await tenantWithBot(stack.url);
    const { socket } = await ask(await newVisitor(operator, { language: 'de-CH' }), 'Hallo!');
    await socket.until(() => repliesOf(socket).length === 1, 'a greeting');
    expect(repliesOf(socket)).toMatchObject([{ sender: 'bot', content: 'Hallo! Was möchten Sie wissen?' }]);
  });

  it('understands a follow-up by what was said before', async () => {
    const operator = await tenantWithBot(stack.url);
    const { socket, conversationId } = await ask(await newVisitor(operator));
    await socket.until(() => repliesOf(socket).length === 1, 'the first answer');
    socket.send({
      type: 'message:new',
      clientId: randomUUID(),
      conversationId,
      content: 'And to which card?',
    });
    await socket.until(() => repliesOf(socket).length === 2, 'the second answer');
    expect(repliesOf(socket)[1]).toMatchObject({ sender: 'bot', content: expect.stringContaining('card') });
  });
});

describe('with a model', () => {
  let stack: Stack;
  let model: ModelServer;
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-answering-'));
  const start = () =>
    startTestStack({ dataDir, vars: { AI_BASE_URL: model.url, AI_MODEL: 'test', AI_API_KEY: 'key' } });
  beforeAll(async () => {
    model = await startModelServer();
    stack = await start();
  });
  afterAll(async () => {
    await stack.close();
    await model.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('streams to those who may see it, in order, and then says it for good', async () => {
    const operator = await tenantWithBot(stack.url);
    const [desk, other] = await Promise.all([
      joinedSocket(operator),
      joinedSocket(await newVisitor(operator)),
    ]);
    model.script({
      kind: 'pieces',
      pieces: ['Refunds are paid back ', 'within fourteen ', 'days to the card [1].'],
    });
    const { socket, messageId } = await ask(await newVisitor(operator));
    await socket.until(() => repliesOf(socket).length > 0, 'an answer');
    const [answer] = repliesOf(socket);
    expect(answer?.content).toBe('Refunds are paid back within fourteen days to the card.');
    expect(answer?.citations).toMatchObject([{ title: 'Refunds', quote: refunds.content }]);
    expect(textOf(deltasOf(socket)).trim()).toBe(answer?.content);
    for (const [place, delta] of deltasOf(socket).entries())
      expect(delta).toMatchObject({ index: place, replyTo: messageId });
    await desk.until(() => repliesOf(desk).length > 0, 'the answer at the desk');
    expect(deltasOf(desk)).toEqual(deltasOf(socket));
    expect([deltasOf(other), messagesOf(other)]).toEqual([[], []]);
  });

  it('shows who joins midway the text so far', async () => {
    const operator = await tenantWithBot(stack.url);
    const visitor = await newVisitor(operator);
    model.script({ kind: 'stall', pieces: ['Refunds are paid ', 'back within '] });
    const { socket } = await ask(visitor);
    await socket.until(() => textOf(deltasOf(socket)).includes('back'), 'the first words');
    const late = await joinedSocket(visitor);
    await late.until(() => deltasOf(late).length > 0, 'the text so far');
    expect(deltasOf(late)).toEqual(deltasOf(socket).slice(0, deltasOf(late).length));
  });

  it('stops when an operator takes over meanwhile', async () => {
    const operator = await tenantWithBot(stack.url);
    model.script({ kind: 'stall', pieces: ['Refunds are paid '] });
    const { socket, conversationId } = await ask(await newVisitor(operator));
    await socket.until(() => deltasOf(socket).length > 0, 'the first words');
    const asked = model.requests.at(-1);
    await operator.api.conversations[':id'].messages.$post({
      param: { id: conversationId },
      json: { content: 'Let me.' },
    });
    await asked?.over;
    expect(asked?.isAborted).toBe(true);
    await socket.until(() => messagesOf(socket).length === 2, 'the operator');
    expect(repliesOf(socket)).toEqual([]);
  });

  it('tries again, then hands over and tells the visitor', async () => {
    const operator = await tenantWithBot(stack.url);
    const before = model.requests.length;
    model.script(
      { kind: 'status', status: 500 },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 500 },
    );
    const { socket } = await ask(await newVisitor(operator));
    await socket.until(() => handlerOf(socket) === 'human', 'a person');
    expect(model.requests.length - before).toBe(3);
    expect(repliesOf(socket)).toMatchObject([{ sender: 'system' }]);
  });

  it('lets no word of its rules out, whatever the model says', async () => {
    const canary = 'CANARY-7f3a9b21';
    const operator = await tenantWithBot(stack.url, { instructions: `Never mention ${canary}.` });
    model.script({ kind: 'echo' });
    const { socket } = await ask(await newVisitor(operator));
    await socket.until(() => handlerOf(socket) === 'human', 'a person');
    expect(JSON.stringify(socket.frames)).not.toContain(canary);
  });

  it('answers exactly once though the process dies while it writes', async () => {
    const operator = await tenantWithBot(stack.url);
    const visitor = await newVisitor(operator);
    model.script({ kind: 'stall', pieces: ['Refunds are '] });
    const { socket, conversationId } = await ask(visitor);
    await socket.until(() => deltasOf(socket).length > 0, 'the first words');
    await stack.close();
    stack = await start();
    const again = { ...visitor, url: stack.url };
    const { events } = await joinedSocket(again, { since: 0 });
    await expect
      .poll(() => events.filter((event) => event.type === 'message:new').length, { timeout: 20_000 })
      .toBe(2);
    const { json } = await request(stack.url, 'GET', `/api/conversations/${conversationId}`, {
      token: visitor.token,
    });
    expect(JSON.stringify(json).match(/"sender":"bot"/g)).toHaveLength(1);
  });
});
