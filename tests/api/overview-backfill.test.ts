import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/paths.ts';
import type { Stack } from '../../scripts/stack.ts';
import { addText, refunds, setBot } from '../support/bot.ts';
import { openDirect } from '../support/database.ts';
import { as, newConversation, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

/** What the migration does to rows that are there already: all that stands before its triggers. */
function backfill(): string[] {
  const folder = join(root, 'migrations');
  const file = readdirSync(folder).find((name) => name.endsWith('_outcomes_kept.sql')) ?? '';
  const statements = readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint');
  return statements.slice(
    0,
    statements.findIndex((statement) => statement.includes('CREATE TRIGGER')),
  );
}

it('finds in what there is what triggers keep from now on', async () => {
  const operator = await newTenant(stack.url);
  const visitor = await newVisitor(operator);
  const open = async (content?: string) => (await newConversation(visitor, content)).conversationId;
  const patch = (who: { url: string; token: string }, id: string, body: unknown) =>
    as(who, 'PATCH', `/conversations/${id}`, body);
  const direct = openDirect(stack.database);
  const facts = async () => {
    const rows =
      await direct.rows(`SELECT first_reply_ms, person_wait_ms, answered_by, hand_off_reason, resolved_at, resolution_ms
      FROM conversations ORDER BY created_at`);
    return rows.map((row) => Object.fromEntries(Object.entries(row)));
  };
  const tallies = () => direct.rows('SELECT * FROM message_tallies ORDER BY slot');

  const answered = await open();
  await sendMessage(visitor, answered, 'Anybody?');
  await sendMessage(operator, answered, 'Here');
  await sendMessage(operator, answered, 'Still here');
  await patch(operator, answered, { status: 'resolved' });
  const reopened = await open();
  await patch(operator, reopened, { status: 'resolved' });
  await sendMessage(visitor, reopened, 'Not solved');
  const resolvedTwice = await open();
  await patch(operator, resolvedTwice, { status: 'resolved' });
  await patch(operator, resolvedTwice, { status: 'open' });
  await patch(operator, resolvedTwice, { status: 'resolved' });
  await setBot(operator, {});
  await addText(operator, refunds);
  await open(refunds.question);
  await open('A person, please!');
  const asked = await open(refunds.question);
  await expect
    .poll(async () => (await facts()).slice(3).map((row) => row['answered_by'] ?? row['hand_off_reason']))
    .toEqual(['bot', 'asked', 'bot']);
  await patch(visitor, asked, { handler: 'human' });

  const kept = await facts();
  const counted = await tallies();
  expect(kept.filter((row) => row['resolved_at'] !== null)).toHaveLength(2);
  await direct.client.batch(
    [
      `UPDATE conversations SET first_reply_ms = NULL, person_wait_ms = NULL, answered_by = NULL,
        hand_off_reason = NULL, resolved_at = NULL, resolution_ms = NULL`,
      'DELETE FROM message_tallies',
      ...backfill(),
    ],
    'write',
  );
  // The bot's own reason was nowhere to be found.
  expect(await facts()).toEqual(kept.with(4, { ...kept[4], hand_off_reason: 'unknown' }));
  expect(await tallies()).toEqual(counted);
});
