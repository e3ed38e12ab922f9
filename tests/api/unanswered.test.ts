import { beforeEach, describe, expect, inject, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { addText, ask, nextReply, refunds, setBot, tenantWithBot } from '../support/bot.ts';
import { type OperatorFixture, as, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';

const url = inject('stackUrl');
let tenant: OperatorFixture;
beforeEach(async () => {
  tenant = await tenantWithBot(url);
});

/** A question of a new visitor, to which the bot has replied. */
async function askedBy(operator: OperatorFixture, question: string) {
  const visitor = await newVisitor(operator);
  const { socket, ...ids } = await ask(visitor, question);
  return { visitor, ...ids, reply: await nextReply(socket) };
}

type Query = { status?: 'open' | 'dismissed' | 'answered'; limit?: string; cursor?: string };

async function list({ api }: OperatorFixture, query: Query = {}) {
  return (await api['knowledge-base'].unanswered.$get({ query })).json();
}

async function only(operator: OperatorFixture, query: Query = {}) {
  const { data } = await list(operator, query);
  expect(data).toHaveLength(1);
  const [first] = data;
  if (!first) throw new Error('There is none.');
  return first;
}

async function patch({ api }: OperatorFixture, id: string, status: 'open' | 'dismissed') {
  const route = api['knowledge-base'].unanswered[':id'];
  return (await (await route.$patch({ param: { id }, json: { status } })).json()).data;
}

async function answer({ api }: OperatorFixture, id: string, json: { answer: string; question?: string }) {
  const route = api['knowledge-base'].unanswered[':id'].entry;
  return (await (await route.$post({ param: { id }, json })).json()).data;
}

describe('a question that the knowledge does not answer', () => {
  it('is kept with the hand-over: what was asked, where, when and how sure it was', async () => {
    const question = 'Do you sell carbon bicycles?';
    const { conversationId, messageId, reply } = await askedBy(tenant, question);
    expect(reply.sender).toBe('system');
    const { data, open } = await list(tenant);
    const asking = { conversationId, messageId, question, score: expect.any(Number) };
    expect(data).toMatchObject([
      { question, times: 1, status: 'open', entryId: null, suggestion: null, askings: [asking] },
    ]);
    expect(open).toBe(1);
    expect(data[0]?.askings[0]?.score).toBeLessThan(0.5);
  });

  it('is counted with those of the same telling words, in any order and form', async () => {
    await askedBy(tenant, 'Do you sell carbon bicycles?');
    await askedBy(tenant, 'Where is the nearest zoo?');
    const last = await askedBy(tenant, 'Bicycle of CARBON – do you sell that?');
    const { data, open } = await list(tenant);
    expect(data.map(({ question, times }) => [question, times])).toEqual([
      ['Bicycle of CARBON – do you sell that?', 2],
      ['Where is the nearest zoo?', 1],
    ]);
    expect(data[0]?.askings.map(({ question }) => question)).toEqual([
      'Bicycle of CARBON – do you sell that?',
      'Do you sell carbon bicycles?',
    ]);
    expect(data[0]?.askings[0]?.conversationId).toBe(last.conversationId);
    expect(open).toBe(2);
  });

  it.each([
    ['is answered', refunds.question],
    ['is small talk', 'Hello!'],
    ['asks for a person', 'I want to talk to a human'],
    ['holds no word', '🤷🤷'],
  ])('is none where it %s', async (_, question) => {
    await askedBy(tenant, question);
    expect(await list(tenant)).toMatchObject({ data: [], open: 0 });
  });

  it('is none where the bot is off', async () => {
    await setBot(tenant, { enabled: false });
    const visitor = await newVisitor(tenant);
    await ask(visitor, 'Do you sell carbon bicycles?');
    await setBot(tenant, {});
    await askedBy(tenant, 'Where is the nearest zoo?');
    expect((await only(tenant)).question).toBe('Where is the nearest zoo?');
  });

  it('comes with what an operator answered since, once one did', async () => {
    const { conversationId, visitor } = await askedBy(tenant, 'Do you sell carbon bicycles?');
    await sendMessage(
      visitor,
      conversationId,
      'Hello? Is anybody there who knows all about bicycles of carbon?',
    );
    await sendMessage(tenant, conversationId, 'Hi!');
    const { id: messageId } = await sendMessage(tenant, conversationId, 'We do, from May on.');
    await askedBy(tenant, 'Do you sell carbon bicycles?');
    expect(await only(tenant)).toMatchObject({
      times: 2,
      suggestion: { answer: 'We do, from May on.', conversationId, messageId },
    });
  });

  it('is cut where an entry could not hold it, and found by its own words all the same', async () => {
    const long = `${'Bicycles '.repeat(300)}${'🚲'.repeat(3_000)}`;
    await askedBy(tenant, long);
    const { id, question } = await only(tenant);
    expect([...question].length).toBeLessThanOrEqual(limits.text.questionChars);
    expect(await answer(tenant, id, { answer: 'Yes.' })).toMatchObject({ question });
  });

  it('comes in pages', async () => {
    for (const question of ['Any zebras?', 'Any quokkas?', 'Any otters?']) await askedBy(tenant, question);
    const first = await list(tenant, { limit: '2' });
    expect(first.data.map(({ question }) => question)).toEqual(['Any otters?', 'Any quokkas?']);
    const next = await list(tenant, { limit: '2', cursor: first.page.nextCursor ?? '' });
    expect(next).toMatchObject({ data: [{ question: 'Any zebras?' }], page: { nextCursor: null }, open: 3 });
  });
});

describe('an unanswered question', () => {
  const question = 'Do you sell carbon bicycles?';

  it('is dismissed, stays so when it is asked again, and can be taken up again', async () => {
    await askedBy(tenant, question);
    const { id } = await only(tenant);
    expect(await patch(tenant, id, 'dismissed')).toMatchObject({ id, status: 'dismissed' });
    await askedBy(tenant, question);
    expect(await list(tenant)).toMatchObject({ data: [], open: 0 });
    expect(await only(tenant, { status: 'dismissed' })).toMatchObject({ id, times: 2 });
    await patch(tenant, id, 'open');
    expect(await only(tenant)).toMatchObject({ id, times: 2 });
  });

  it('becomes an entry by its answer alone, which the bot then gives', async () => {
    await askedBy(tenant, question);
    const { id } = await only(tenant);
    const entry = await answer(tenant, id, { answer: 'We sell carbon bicycles from May on.' });
    expect(entry).toMatchObject({ type: 'qa', question, answer: 'We sell carbon bicycles from May on.' });
    expect(await list(tenant)).toMatchObject({ data: [], open: 0 });
    expect(await only(tenant, { status: 'answered' })).toMatchObject({ id, entryId: entry.id });
    const { reply } = await askedBy(tenant, 'Are there carbon bicycles that you sell?');
    expect(reply).toMatchObject({ sender: 'bot', content: 'We sell carbon bicycles from May on.' });
  });

  it('becomes an entry in other words, once', async () => {
    await askedBy(tenant, 'and BIKES of carbon??');
    const { id } = await only(tenant);
    const json = { question: 'Which bikes do you sell?', answer: 'Of steel.', title: 'Bikes' };
    expect(await answer(tenant, id, json)).toMatchObject(json);
    const again = await as(tenant, 'POST', `/knowledge-base/unanswered/${id}/entry`, json);
    expect([again.status, again.json]).toMatchObject([409, { code: 'conflict' }]);
    const query = { q: 'which bikes' };
    const { data } = await (await tenant.api['knowledge-base'].search.$get({ query })).json();
    expect(data).toMatchObject([{ title: 'Bikes' }]);
    expect((await as(tenant, 'POST', `/knowledge-base/unanswered/${id}/entry`, {})).status).toBe(400);
  });

  it('is open again, and counted anew, when it is asked after its entry has gone', async () => {
    await askedBy(tenant, question);
    await askedBy(tenant, question);
    const { id } = await only(tenant);
    const entry = await answer(tenant, id, { answer: 'We sell carbon bicycles from May on.' });
    await tenant.api['knowledge-base'][':id'].$delete({ param: { id: entry.id } });
    expect(await only(tenant, { status: 'answered' })).toMatchObject({ id, entryId: null });
    await askedBy(tenant, question);
    expect(await only(tenant)).toMatchObject({ id, times: 1, entryId: null });
  });

  it('is answered by any entry whose question is alike, or that names the message that asked', async () => {
    const { messageId } = await askedBy(tenant, 'Do you sell carbon bicycles?');
    await askedBy(tenant, 'Where is the nearest zoo?');
    await askedBy(tenant, 'Any otters?');
    const add = async (json: { question: string; messageId?: string }) => {
      const entry = { type: 'qa' as const, answer: 'Yes.', ...json };
      const { data } = await (await tenant.api['knowledge-base'].$post({ json: entry })).json();
      return data;
    };
    const zoo = await add({ question: 'Nearest ZOO?' });
    const bikes = await add({ question: 'Which bikes are there?', messageId });
    expect(bikes).not.toHaveProperty('messageId');
    const { data } = await list(tenant, { status: 'answered' });
    expect(data.map((each) => [each.question, each.entryId])).toEqual([
      ['Where is the nearest zoo?', zoo.id],
      ['Do you sell carbon bicycles?', bikes.id],
    ]);
    expect((await only(tenant)).question).toBe('Any otters?');
  });

  it('is told to operators as it comes and goes, and to no visitor', async () => {
    const operator = await joinedSocket(tenant);
    const { visitor } = await askedBy(tenant, question);
    await operator.nextLogged('unanswered:update');
    const { id } = await only(tenant);
    await patch(tenant, id, 'dismissed');
    const asVisitor = await joinedSocket(visitor, { since: 0 });
    const told = () => operator.logged.filter(({ type }) => type === 'unanswered:update').length;
    await operator.until(() => told() === 2, 'that it is dismissed');
    await patch(tenant, id, 'dismissed');
    await answer(tenant, id, { answer: 'Yes.' });
    await operator.until(() => told() === 3, 'that it is answered');
    await addText(tenant, refunds);
    const { data } = await (await visitor.api.events.$get({ query: { since: '0' } })).json();
    expect(data.map(({ type }) => type)).not.toContain('unanswered:update');
    await asVisitor.settled();
    expect(asVisitor.logged.map(({ type }) => type)).not.toContain('unanswered:update');
    expect(told()).toBe(3);
  });

  it('is nobody else’s', async () => {
    await askedBy(tenant, question);
    const { id } = await only(tenant);
    const other = await newTenant(url);
    expect((await list(other)).data).toEqual([]);
    for (const [method, path, body] of [
      ['PATCH', '', { status: 'dismissed' }],
      ['POST', '/entry', { answer: 'Mine.' }],
    ] as const) {
      expect((await as(other, method, `/knowledge-base/unanswered/${id}${path}`, body)).status).toBe(404);
    }
    expect(await only(tenant)).toMatchObject({ id, status: 'open' });
  });
});
