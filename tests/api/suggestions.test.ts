import { createClient } from '@libsql/client/http';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SuggestionEvent } from '../../shared/api/suggestions.ts';
import { limits } from '../../shared/limits.ts';
import { type BotStack, addText, refunds, setBot, startBotStack, tenantWithBot } from '../support/bot.ts';
import {
  type OperatorFixture,
  as,
  newConversation,
  newNote,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';
import { dataOf } from '../support/model-server.ts';

/** The events of a draft, as they come. */
async function* draft(
  operator: OperatorFixture,
  conversationId: string,
  body: { question?: string } = {},
  signal?: AbortSignal,
): AsyncGenerator<SuggestionEvent> {
  const response = await fetch(`${operator.url}/api/conversations/${conversationId}/suggest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events = response.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  for await (const { data } of events ?? []) yield SuggestionEvent.parse(JSON.parse(data));
}

async function whole(...parts: Parameters<typeof draft>) {
  const events: SuggestionEvent[] = [];
  for await (const event of draft(...parts)) events.push(event);
  const done = events.at(-1);
  if (done?.type !== 'done') throw new Error(`The draft has no end: ${JSON.stringify(events)}`);
  return { done, deltas: events.flatMap((event) => (event.type === 'delta' ? [event] : [])) };
}

async function asked(operator: OperatorFixture, content = refunds.question): Promise<string> {
  return (await newConversation(await newVisitor(operator), content)).conversationId;
}

/** A tenant whose bot is off: visitors wait for a person. */
async function newDesk(url: string): Promise<OperatorFixture> {
  const operator = await newTenant(url);
  await addText(operator, refunds);
  return operator;
}

describe('without a model', () => {
  const url = inject('stackUrl');

  it('is the knowledge’s own words, in one piece, cited', async () => {
    const operator = await newDesk(url);
    const { done, deltas } = await whole(operator, await asked(operator));
    expect(deltas).toEqual([]);
    expect(refunds.content).toContain(done.content);
    expect(done).toMatchObject({ reason: 'found', citations: [{ title: 'Refunds', url: refunds.url }] });
  });

  it('goes by the last thing that the visitor said, or by what it is told to', async () => {
    const operator = await newDesk(url);
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, refunds.question);
    await sendMessage(visitor, conversationId, 'Do you sell bicycles with carbon frames?');
    const { done } = await whole(operator, conversationId);
    expect(done).toEqual({ type: 'done', content: null, citations: [], reason: 'no_answer' });
    const told = await whole(operator, conversationId, { question: refunds.question });
    expect(told.done.reason).toBe('found');
  });

  it('understands a follow-up by what the visitor asked before', async () => {
    const operator = await newDesk(url);
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, refunds.question);
    await sendMessage(operator, conversationId, 'Fourteen days.');
    await sendMessage(visitor, conversationId, 'And to which card?');
    expect((await whole(operator, conversationId)).done.content).toContain('card');
  });

  it('changes nothing in the conversation', async () => {
    const operator = await newDesk(url);
    const conversationId = await asked(operator);
    const read = () => as(operator, 'GET', `/conversations/${conversationId}`);
    const before = await read();
    await whole(operator, conversationId);
    expect((await read()).json).toEqual(before.json);
  });

  it('is counted for the tenant, which is told when it may ask again', async () => {
    const operator = await newDesk(url);
    const conversationId = await asked(operator);
    await whole(operator, conversationId);
    const database = createClient({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
    await database.execute({
      sql: 'UPDATE attempts SET count = ? WHERE key = ?',
      args: [limits.rate.suggestPerTenant.max, `suggest:${operator.tenantId}`],
    });
    const refused = await as(operator, 'POST', `/conversations/${conversationId}/suggest`, {});
    expect(refused).toMatchObject({ status: 429, json: { code: 'rate_limited' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = await newDesk(url);
    expect((await whole(other, await asked(other))).done.reason).toBe('found');
  });

  it.each([[{ question: '' }], [{ question: 7 }], [{ question: 'x'.repeat(8_001) }], ['{']])(
    'a bad wish is refused: %j',
    async (body) => {
      const operator = await newDesk(url);
      const refused = await as(operator, 'POST', `/conversations/${await asked(operator)}/suggest`, body);
      expect(refused).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
    },
  );
});

describe('with a model', () => {
  let stack: BotStack;
  beforeAll(async () => {
    stack = await startBotStack();
  });
  afterAll(() => stack.close());

  it('streams what the model writes, with the sources that the server found', async () => {
    const operator = await newDesk(stack.url);
    stack.model.script({
      kind: 'pieces',
      pieces: ['Refunds are ', 'paid back within ', 'fourteen days [1] [7].'],
    });
    const { done, deltas } = await whole(operator, await asked(operator));
    expect(deltas.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6].slice(0, deltas.length));
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.map(({ text }) => text).join('')).toBe(done.content);
    expect(done).toMatchObject({
      content: 'Refunds are paid back within fourteen days.',
      citations: [{ title: 'Refunds', quote: refunds.content }],
      reason: 'found',
    });
  });

  it('gives the model the talk so far, and nothing that operators noted for each other', async () => {
    const operator = await tenantWithBot(stack.url, { enabled: false, instructions: 'Say "parcel".' });
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'I bought shoes.');
    await sendMessage(operator, conversationId, 'Which ones?');
    await newNote(operator, conversationId, 'SECRET-NOTE-81723');
    await sendMessage(visitor, conversationId, refunds.question);
    await whole(operator, conversationId);
    const sent = stack.model.requests.at(-1);
    expect(sent && dataOf(sent)).toMatchObject({
      conversation: [
        { from: 'visitor', text: 'I bought shoes.' },
        { from: 'operator', text: 'Which ones?' },
      ],
      question: refunds.question,
    });
    expect(JSON.stringify(sent?.body)).toContain('parcel');
    expect(JSON.stringify(sent?.body)).not.toContain('SECRET-NOTE');
  });

  it('is no draft where the model makes something up or tells its rules', async () => {
    const operator = await newDesk(stack.url);
    await setBot(operator, { enabled: false, instructions: 'Never mention CANARY-7f3a9b21.' });
    const conversationId = await asked(operator);
    stack.model.script({ kind: 'pieces', pieces: ['Our zebra rides cost nine dollars each [1].'] });
    expect((await whole(operator, conversationId)).done).toMatchObject({ content: null, citations: [] });
    stack.model.script({ kind: 'echo' });
    const { done, deltas } = await whole(operator, conversationId);
    expect(done).toMatchObject({ content: null, reason: 'no_answer' });
    expect(JSON.stringify(deltas)).not.toContain('CANARY');
  });

  it('says so when the model is out, after trying again', async () => {
    const operator = await newDesk(stack.url);
    const down = { kind: 'status', status: 500 } as const;
    stack.model.script(down, down, down);
    expect((await whole(operator, await asked(operator))).done.reason).toBe('outage');
  });

  it('begins anew when the model breaks off', async () => {
    const operator = await newDesk(stack.url);
    stack.model.script({ kind: 'cut', pieces: ['Refunds are ', 'sometimes '] });
    const { done, deltas } = await whole(operator, await asked(operator));
    const restart = deltas.findLastIndex(({ index }) => index === 0);
    expect(restart).toBeGreaterThan(0);
    expect(
      deltas
        .slice(restart)
        .map(({ text }) => text)
        .join(''),
    ).toBe(done.content);
  });

  it('stops the model when nobody reads on', async () => {
    const operator = await newDesk(stack.url);
    stack.model.script({ kind: 'stall', pieces: ['Refunds are ', 'paid '] });
    const stop = new AbortController();
    const events = draft(operator, await asked(operator), {}, stop.signal);
    expect((await events.next()).value).toMatchObject({ type: 'delta', text: 'Refunds are' });
    const sent = stack.model.requests.at(-1);
    stop.abort();
    await sent?.over;
    expect(sent?.isAborted).toBe(true);
  });
});
