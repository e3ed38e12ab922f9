import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { as, newConversation, newVisitor } from '../tests/support/people.ts';
import { type Chatly, startChatly } from './chatly.ts';
import { pidOf } from './cpu-time.ts';
import { stop } from './subject.ts';

/**
 * `node bench/crashes.ts [--messages 10000] [--every 2500]`: messages are sent until each is acknowledged, while the
 * Worker with its rooms, the database, or both are killed with no word of warning, in turn. Then the log is read: what
 * of it was acknowledged and is not there, and what is there twice?
 */
const { values } = parseArgs({
  options: { messages: { type: 'string', default: '10000' }, every: { type: 'string', default: '2500' } },
});
const total = Number(values.messages);
const senders = 16;
const retryMs = 25;
/** How long the one that is left goes on alone. */
const aloneMs = 300;

const dataDir = mkdtempSync(join(tmpdir(), 'chatly-bench-'));
const env = { DATA_DIR: dataDir };
let chatly = await startChatly({ isEmpty: true, env });
const visitor = await newVisitor(chatly);
const { conversationId } = await newConversation(visitor);
const acknowledged = new Set<string>();
const counts = { tries: 0, crashes: 0 };

const sending = Promise.all(Array.from({ length: senders }, (_, n) => sendEvery(n)));
await crashUntil(sending);
report(await logged());
await stop(chatly);
rmSync(dataDir, { recursive: true, force: true });

async function sendEvery(first: number): Promise<void> {
  for (let n = first; n < total; n += senders) {
    while (!(await isSent(`message-${n}`))) await setTimeout(retryMs);
    acknowledged.add(`message-${n}`);
  }
}

/** Whether a message was acknowledged; it never is by a process that is gone. */
async function isSent(clientId: string): Promise<boolean> {
  counts.tries += 1;
  const who = { ...visitor, url: chatly.url };
  const body = { content: `This is ${clientId}`, clientId };
  const answer = await as(who, 'POST', `/conversations/${conversationId}/messages`, body).catch(() => null);
  return answer !== null && answer.status < 300;
}

async function crashUntil(done: Promise<unknown>): Promise<void> {
  let isDone = false;
  void done.then(() => (isDone = true));
  while (true) {
    await Promise.race([done, setTimeout(Number(values.every))]);
    if (isDone) return;
    await crash(chatly.process, counts.crashes % 3);
    counts.crashes += 1;
    chatly = await startChatly({ isEmpty: true, env, as: chatly });
  }
}

/** Kills Worker and rooms first, or the database, or both at once. */
async function crash(database: ChildProcess, kind: number): Promise<void> {
  const worker = pidOf(database.pid ?? 0, 'workerd');
  const ended = once(database, 'exit');
  if (kind === 1) database.kill('SIGKILL');
  else process.kill(worker, 'SIGKILL');
  if (kind !== 2) await setTimeout(aloneMs);
  if (kind === 1) process.kill(worker, 'SIGKILL');
  else database.kill('SIGKILL');
  await ended;
}

/** How often each message stands in the log. */
async function logged(): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const who: Pick<Chatly, 'url' | 'token'> = { ...visitor, url: chatly.url };
  for (let since = 0, more = true; more;) {
    const { json } = await as(who, 'GET', `/events?since=${since}&limit=500`);
    const { data, page } = Object(json);
    for (const { message } of data) {
      if (message) times.set(message.clientId, (times.get(message.clientId) ?? 0) + 1);
    }
    ({ cursor: since, more } = page);
  }
  return times;
}

function report(times: Map<string, number>): void {
  const lost = [...acknowledged].filter((clientId) => !times.has(clientId));
  const doubled = [...times.values()].filter((count) => count > 1);
  console.log(
    `${counts.crashes} crashes, ${acknowledged.size} messages acknowledged in ${counts.tries} tries`,
  );
  console.log(`acknowledged and lost: ${lost.length}, doubled: ${doubled.length}`);
}
