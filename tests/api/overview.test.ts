import { describe, expect, inject, it } from 'vitest';
import type { Overview } from '../../shared/api/overview.ts';
import { addText, refunds, setBot } from '../support/bot.ts';
import { openDirect } from '../support/database.ts';
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
const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });

type Query = Parameters<OperatorFixture['api']['overview']['$get']>[0]['query'];

async function overview({ api }: OperatorFixture, query: Query = {}): Promise<Overview> {
  return (await (await api.overview.$get({ query })).json()).data;
}

const total = async (operator: OperatorFixture) => (await overview(operator)).total;
const patch = (who: { url: string; token: string }, id: string, body: unknown) =>
  as(who, 'PATCH', `/conversations/${id}`, body);
const open = async (visitor: VisitorFixture, content?: string) =>
  (await newConversation(visitor, content)).conversationId;

/** Lets a conversation, with whoever waits in it, have been opened at another time. */
async function openedAt(operator: OperatorFixture, id: string, time: Date): Promise<void> {
  await direct.rows(
    `UPDATE conversations SET created_at = ?1, waiting_since = CASE WHEN waiting_since IS NOT NULL THEN ?1 END
      WHERE tenant_id = ?2 AND id = ?3`,
    time.toISOString(),
    operator.tenantId,
    id,
  );
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const hours = (ms: number | null) => (ms === null ? null : Math.floor(ms / 3_600_000));

async function tenantWithKnowledge(): Promise<OperatorFixture> {
  const operator = await newTenant(url);
  await setBot(operator, {});
  await addText(operator, refunds);
  return operator;
}

const nothing = { count: 0, medianMs: null, p90Ms: null };
const noHandOffs = { asked: 0, no_answer: 0, used_up: 0, outage: 0, taken_over: 0, unknown: 0 };

describe('an overview', () => {
  it('of a tenant in which nothing has happened is whole, and empty', async () => {
    const operator = await newTenant(url);
    const { total, previous, intervals, ...rest } = await overview(operator);
    expect(rest).toEqual({ interval: 'day', timezone: 'UTC' });
    expect(total).toMatchObject({
      conversations: { opened: 0, answeredByBot: 0, answeredByPerson: 0, handOffs: noHandOffs },
      firstResponse: nothing,
      firstPersonResponse: nothing,
      resolution: nothing,
      messages: { visitor: 0, operator: 0, bot: 0 },
      ratings: { count: 0, average: null, scores: [0, 0, 0, 0, 0] },
    });
    expect(intervals).toHaveLength(28);
    expect(intervals.at(-1)).toMatchObject({ from: total.to, to: total.to });
    expect(previous.to < total.from).toBe(true);
  });

  it('says what the bot answered, what it handed over and why, and who wrote', async () => {
    const operator = await tenantWithKnowledge();
    const visitor = await newVisitor(operator);
    const figures = async () => (await total(operator)).conversations;
    await open(visitor, refunds.question);
    const joined = await open(visitor, refunds.question);
    const left = await open(visitor, refunds.question);
    const asked = await open(visitor, 'I want to talk to a person, please');
    await open(visitor, 'Which colours does the teapot come in?');
    await expect
      .poll(figures)
      .toMatchObject({ answeredByBot: 3, handOffs: { ...noHandOffs, asked: 1, no_answer: 1 } });
    await patch(visitor, left, { handler: 'human' });
    await sendMessage(operator, joined, 'May I add something?');
    await sendMessage(operator, asked, 'Here I am');
    await sendMessage(operator, asked, 'Still here');
    await setBot(operator, { enabled: false });
    await open(visitor);
    expect(await figures()).toEqual({
      opened: 6,
      answeredByBot: 1,
      answeredByPerson: 2,
      handOffs: { ...noHandOffs, asked: 2, no_answer: 1, taken_over: 1 },
    });
    expect((await total(operator)).messages).toEqual({ visitor: 6, operator: 3, bot: 3 });
  });

  it('counts a hand-off once, for its first reason, whoever brings it about', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    const [byVisitor, byOperator] = [await open(visitor), await open(visitor)];
    for (const id of [byVisitor, byOperator]) await patch(operator, id, { handler: 'bot' });
    await patch(visitor, byVisitor, { handler: 'human' });
    await patch(operator, byVisitor, { handler: 'bot' });
    await patch(operator, byVisitor, { handler: 'human' });
    await patch(operator, byOperator, { handler: 'human', assigneeId: null });
    const { conversations } = await total(operator);
    expect(conversations.handOffs).toEqual({ ...noHandOffs, asked: 1, taken_over: 1 });
  });

  it('measures from opening to the first answer, and how long the first person was waited for', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    const ages = [1, 2, 3, 4, 5, 6, 7, 8, 9, 30];
    for (const age of ages) {
      const id = await open(visitor);
      await openedAt(operator, id, hoursAgo(age));
      await sendMessage(operator, id, 'At last');
      await sendMessage(operator, id, 'And more');
    }
    const { firstResponse, firstPersonResponse } = await total(operator);
    for (const { count, medianMs, p90Ms } of [firstResponse, firstPersonResponse])
      expect([count, hours(medianMs), hours(p90Ms)]).toEqual([10, 5, 9]);
  });

  it('counts no wait for a person where the bot had answered, and from the question where it had not', async () => {
    const operator = await tenantWithKnowledge();
    const visitor = await newVisitor(operator);
    const [answered, handedOver] = [
      await open(visitor, refunds.question),
      await open(visitor, 'A person, please!'),
    ];
    await expect.poll(async () => (await total(operator)).conversations.handOffs.asked).toBe(1);
    await expect.poll(async () => (await total(operator)).conversations.answeredByBot).toBe(1);
    await openedAt(operator, answered, hoursAgo(9));
    await openedAt(operator, handedOver, hoursAgo(3));
    await sendMessage(operator, answered, 'Did that help?');
    await sendMessage(operator, handedOver, 'Here I am');
    const { firstResponse, firstPersonResponse } = await total(operator);
    expect([firstPersonResponse.count, hours(firstPersonResponse.medianMs)]).toEqual([1, 3]);
    expect([firstResponse.count, hours(firstResponse.p90Ms)]).toEqual([2, 3]);
  });

  it('counts as resolved what stays so', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    const [kept, reopened, undone] = [await open(visitor), await open(visitor), await open(visitor)];
    await openedAt(operator, kept, hoursAgo(50));
    for (const id of [kept, reopened, undone]) await patch(operator, id, { status: 'resolved' });
    await patch(operator, kept, { handler: 'bot' });
    expect((await total(operator)).resolution.count).toBe(3);
    await sendMessage(visitor, reopened, 'Not solved');
    await patch(operator, undone, { status: 'open' });
    const { resolution } = await total(operator);
    expect([resolution.count, hours(resolution.medianMs)]).toEqual([1, 50]);
    await patch(operator, undone, { status: 'resolved' });
    expect((await total(operator)).resolution.count).toBe(2);
  });

  it('counts each conversation’s latest rating', async () => {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    for (const scores of [[1, 5], [4], [5]]) {
      const id = await open(visitor);
      await patch(operator, id, { status: 'resolved' });
      for (const score of scores) await as(visitor, 'POST', `/conversations/${id}/rating`, { score });
    }
    const { ratings } = await total(operator);
    expect(ratings).toEqual({ count: 3, average: 4.67, scores: [0, 0, 0, 1, 2] });
  });

  it('shows nothing of another tenant’s', async () => {
    const [operator, other] = await Promise.all([newTenant(url), newTenant(url)]);
    const visitor = await newVisitor(other);
    const id = await open(visitor);
    await sendMessage(other, id, 'Hello');
    await patch(other, id, { status: 'resolved' });
    await as(visitor, 'POST', `/conversations/${id}/rating`, { score: 5 });
    expect(await overview(operator)).toEqual(await overview(await newTenant(url)));
    const { conversations, messages, ratings } = await total(other);
    expect([conversations.opened, messages.visitor, ratings.count]).toEqual([1, 1, 1]);
  });
});

describe('the days of an overview', () => {
  /** A tenant in which one conversation, with one message, was opened at each of the times. */
  async function withConversations(...times: string[]): Promise<OperatorFixture> {
    const operator = await newTenant(url);
    const visitor = await newVisitor(operator);
    for (const time of times) await openedAt(operator, await open(visitor), new Date(time));
    return operator;
  }

  async function byDay(operator: OperatorFixture, query: Query) {
    const { intervals } = await overview(operator, query);
    return intervals.map(({ from, conversations }) => [from, conversations.opened]);
  }

  it('are those of a time zone, also in the night when clocks are put forward', async () => {
    const operator = await withConversations(
      '2026-03-28T22:59:59.999Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-29T22:00:00.000Z',
    );
    const days = { from: '2026-03-28', to: '2026-03-30' };
    expect(await byDay(operator, { ...days, timezone: 'Europe/Berlin' })).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
    expect(await byDay(operator, { ...days, timezone: 'UTC' })).toEqual([
      ['2026-03-28', 2],
      ['2026-03-29', 2],
      ['2026-03-30', 0],
    ]);
    expect(await byDay(operator, { ...days, timezone: 'Asia/Kathmandu' })).toEqual([
      ['2026-03-28', 0],
      ['2026-03-29', 2],
      ['2026-03-30', 2],
    ]);
  });

  it('hold the messages of the same hours', async () => {
    const operator = await newTenant(url);
    await open(await newVisitor(operator));
    const quarter = Date.parse('2026-03-28T18:15:00Z') / 900_000;
    await direct.rows('UPDATE message_tallies SET slot = ? WHERE tenant_id = ?', quarter, operator.tenantId);
    const count = async (day: string, timezone: string) =>
      (await overview(operator, { from: day, to: day, timezone })).total.messages.visitor;
    expect(await count('2026-03-29', 'Asia/Kathmandu')).toBe(1);
    expect(await count('2026-03-28', 'Asia/Kathmandu')).toBe(0);
    expect(await count('2026-03-28', 'UTC')).toBe(1);
  });

  it('add up to the total and to the weeks, beside as many days before', async () => {
    const operator = await withConversations(
      '2026-11-01T12:00:00Z',
      '2026-11-08T12:00:00Z',
      '2026-11-09T12:00:00Z',
      '2026-11-11T12:00:00Z',
    );
    const { total, previous, intervals } = await overview(operator, {
      from: '2026-11-05',
      to: '2026-11-11',
      interval: 'week',
    });
    expect([total.conversations.opened, previous.conversations.opened]).toEqual([3, 1]);
    expect([previous.from, previous.to]).toEqual(['2026-10-29', '2026-11-04']);
    expect(intervals.map(({ from, to, conversations }) => [from, to, conversations.opened])).toEqual([
      ['2026-11-05', '2026-11-08', 1],
      ['2026-11-09', '2026-11-11', 2],
    ]);
  });

  it.each([
    ['from=yesterday', 'from'],
    ['from=2026-02-30', 'from'],
    ['from=0001-01-01', 'from'],
    ['from=2026-11-02&to=2026-11-01', 'to'],
    ['from=2025-01-01&to=2026-11-01', 'from'],
    ['interval=hour', 'interval'],
    ['timezone=Mars/Olympus', 'timezone'],
    ['timezone=%2B01:00', 'timezone'],
  ])('cannot be %s', async (query, path) => {
    const { status, json } = await as(await newTenant(url), 'GET', `/overview?${query}`);
    const issues = expect.arrayContaining([expect.objectContaining({ path })]);
    expect([status, json]).toMatchObject([400, { code: 'invalid_request', issues }]);
  });
});
