import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCuttingProxy } from '../tests/support/cutting-proxy.ts';
import { newConversation, newTenant, newVisitor } from '../tests/support/people.ts';
import { SteadyClient } from '../tests/support/steady-client.ts';
import { startChatly } from './chatly.ts';
import { percentile } from './percentile.ts';
import { stop } from './subject.ts';

/**
 * `node bench/cuts.ts [--seconds 70] [--pairs 5] [--per-second 5]`: visitors and operators write to each other while
 * every connection is cut each 15 s, and nobody gets through for 2 s. All must arrive, once and in order; how late is
 * counted from when it was sent, or from when the network was back.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '70' },
    pairs: { type: 'string', default: '5' },
    'per-second': { type: 'string', default: '5' },
  },
});
const cutEveryMs = 15_000;
const outageMs = 2_000;

const chatly = await startChatly({ isEmpty: true });
const proxy = await startCuttingProxy(chatly.url);
const outages: { fromMs: number; toMs: number }[] = [];
const lateMs: number[] = [];
const sentMs = new Map<string, number>();

const pairs = await Promise.all(Array.from({ length: Number(values.pairs) }, pair));
const clients = pairs.flatMap(({ desk, visitor }) => [desk, visitor]);
const endsMs = performance.now() + Number(values.seconds) * 1000;
const cutting = cutRegularly();
await Promise.all(pairs.map(talk));
await cutting;
for (const client of clients) await client.close();
const received = clients.reduce((sum, client) => sum + new Set(client.contents()).size - 1, 0);
const all = clients.reduce((sum, client) => sum + client.contents().length - 1, 0);
console.log(`${outages.length} cuts, ${sentMs.size} messages, each to two clients`);
console.log(
  `received ÷ sent: ${((100 * received) / (2 * sentMs.size)).toFixed(2)} %, doubled: ${all - received}`,
);
console.log(
  `out of order or asked to begin anew: ${clients.reduce((sum, { faults }) => sum + faults.length, 0)}`,
);
console.log(
  `after it was sent or the network was back: p50 ${percentile(lateMs, 0.5).toFixed(0)} ms, ` +
    `p99 ${percentile(lateMs, 0.99).toFixed(0)} ms`,
);
await proxy.close();
await stop(chatly);

/** A tenant with an operator and a visitor who talk to each other, both through the proxy. */
async function pair() {
  const operator = await newTenant(chatly.url);
  const person = await newVisitor(operator);
  const { conversationId } = await newConversation(person);
  const { host } = proxy;
  const onEvent: NonNullable<ConstructorParameters<typeof SteadyClient>[1]>['onEvent'] = (event) =>
    event.type === 'message:new' && arrived(event.message.content);
  const desk = new SteadyClient(operator, { host, since: 0, onEvent });
  const visitor = new SteadyClient(person, { host, since: 0, onEvent });
  await Promise.all([desk.joined(), visitor.joined()]);
  return { desk, visitor, conversationId };
}

/** Writes from both sides in turn, and waits until both have all of it, and the visitor's first message. */
async function talk({ desk, visitor, conversationId }: Awaited<ReturnType<typeof pair>>): Promise<void> {
  const acks: Promise<void>[] = [];
  for (let n = 0; performance.now() < endsMs; n += 1) {
    const content = `${conversationId} ${n}`;
    sentMs.set(content, performance.now());
    acks.push((n % 2 ? desk : visitor).send(conversationId, content));
    await setTimeout(1000 / Number(values['per-second']));
  }
  await Promise.all(acks);
  for (const client of [desk, visitor]) await client.until(() => client.contents().length > acks.length);
}

async function cutRegularly(): Promise<void> {
  while (performance.now() + cutEveryMs + outageMs < endsMs) {
    await setTimeout(cutEveryMs);
    const fromMs = performance.now();
    proxy.setRefusing(true);
    proxy.cut();
    await setTimeout(outageMs);
    proxy.setRefusing(false);
    outages.push({ fromMs, toMs: performance.now() });
  }
}

/** A message can be on its way through an outage, or be sent in one: the time that nobody could pass does not count. */
function arrived(content: string): void {
  const nowMs = performance.now();
  const sent = sentMs.get(content);
  if (sent === undefined) return;
  const outage = outages.findLast(({ toMs }) => toMs <= nowMs);
  lateMs.push(nowMs - Math.max(sent, outage && sent < outage.toMs ? outage.toMs : 0));
}
