import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../scripts/stack.ts';
import { newConversation, newTenant, newVisitor } from '../support/people.ts';
import { type TestSocket, joinedSocket } from '../support/socket.ts';
import { startTestStack } from '../support/stack.ts';

const contentsOf = (socket: TestSocket) => socket.messages().map(({ message }) => message.content);

describe('a Worker that is killed', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-killed-'));
  let stack: Stack;
  beforeAll(async () => {
    stack = await startTestStack({ dataDir });
  });
  afterAll(async () => {
    await stack.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loses nothing that it acknowledged, and doubles nothing that is sent again', async () => {
    const operator = await newTenant(stack.url);
    let visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'First');
    const drafts = Array.from({ length: 200 }, (_, at) => ({
      clientId: `draft-${at}`,
      content: `Draft ${at}`,
    }));
    const sender = await joinedSocket(visitor);
    const acked = () =>
      new Set(
        sender.frames.flatMap((frame) => (frame.type === 'ack' && frame.clientId ? [frame.clientId] : [])),
      );
    for (const draft of drafts) sender.send({ type: 'message:new', conversationId, ...draft });
    await sender.until(() => acked().size >= 20, 'some acks');
    killWorkerd();
    await sender.closed();
    await stack.close();
    stack = await startTestStack({ dataDir });
    visitor = { ...visitor, url: stack.url };
    const again = await joinedSocket(visitor, { since: 0 });
    for (const draft of drafts.filter(({ clientId }) => !acked().has(clientId)))
      again.send({ type: 'message:new', conversationId, ...draft });
    await again.until(() => again.messages().length > drafts.length, 'all messages');
    await again.settled();
    expect(contentsOf(again).toSorted()).toEqual(
      ['First', ...drafts.map(({ content }) => content)].toSorted(),
    );
    expect(again.events.map(({ seq }) => seq)).toEqual(again.events.map((_, at) => at + 1));
  });
});

/** Kills this process's own workerd, as a crash would: without a word. */
function killWorkerd(): void {
  const mine = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const [, name = '', parent = ''] = /^\d+ \((.*)\) \S (\d+)/.exec(statOf(pid)) ?? [];
    return name === 'workerd' && Number(parent) === process.pid;
  });
  expect(mine).not.toEqual([]);
  for (const pid of mine) process.kill(Number(pid), 'SIGKILL');
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
