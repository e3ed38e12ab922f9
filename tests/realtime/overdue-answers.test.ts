import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { refunds, tenantWithBot } from '../support/bot.ts';
import { openDirect } from '../support/database.ts';
import { type OwnRooms, ownHosts } from '../support/own-rooms.ts';
import { type VisitorFixture, newVisitor } from '../support/people.ts';
import { openInSilence } from '../support/silent-commit.ts';

/** A busy machine may take a while. */
const soon = { timeout: 20_000 };

describe.each(ownHosts)('an answer that is owed and of which no room was told, on $host', ({ start }) => {
  let rooms: OwnRooms;
  beforeAll(async () => {
    rooms = await start();
  });
  afterAll(() => rooms.close());

  async function said({ api }: VisitorFixture, conversationId: string) {
    const param = { id: conversationId };
    const { data } = await (await api.conversations[':id'].$get({ param, query: {} })).json();
    return data.messages.map(({ sender, content }) => ({ sender, content }));
  }

  const age = (conversationId: string, ms: number) =>
    openDirect(rooms.database()).rows(
      'UPDATE conversations SET updated_at = ? WHERE id = ?',
      new Date(Date.now() - ms).toISOString(),
      conversationId,
    );

  it('is given by the schedule of the Worker once it is overdue', async () => {
    const visitor = await newVisitor(await tenantWithBot(rooms.url));
    const conversationId = await openInSilence(rooms.database(), visitor, refunds.question);
    await rooms.everyMinute();
    expect(await said(visitor, conversationId)).toHaveLength(1);
    await age(conversationId, limits.answer.overdueMs);
    await rooms.everyMinute();
    await expect
      .poll(async () => (await said(visitor, conversationId)).slice(1), soon)
      .toEqual([{ sender: 'bot', content: refunds.content }]);
  });
});
