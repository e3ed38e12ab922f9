import { parseArgs } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { limits } from '../shared/limits.ts';
import { newConversation, newVisitor } from '../tests/support/people.ts';
import { startChatly } from './chatly.ts';
import { closedLoop } from './closed-loop.ts';
import { cpuTimes, pidOf } from './cpu-time.ts';
import { listenAtChatly } from './listeners.ts';
import { median } from './percentile.ts';
import { stop } from './subject.ts';

/**
 * `node bench/idle-visitors.ts [--counts 10,1000,5000] [--messages 1500]`: what a message costs as more and more
 * visitors of its tenant only look on, and how much memory each of their sockets takes. An operator listens; the
 * conversation's own visitor is one of those who look on. Medians of three runs each.
 */
const { values } = parseArgs({
  options: {
    counts: { type: 'string', default: '10,1000,5000' },
    messages: { type: 'string', default: '1500' },
  },
});
const runs = 3;
const openAtOnce = 20;
/** Until the room may hibernate, and has forgotten the tickets with which the sockets were opened. */
const settleMs = limits.room.quietMs + 15_000;

const chatly = await startChatly({ isEmpty: true });
const { url, token, tenantId, process: server } = chatly;
const visitor = await newVisitor(chatly);
const { conversationId } = await newConversation(visitor);
const path = `/api/conversations/${conversationId}/messages`;
const heard = { messages: 0 };
const desk = await listenAtChatly(chatly, () => (heard.messages += 1));
const sockets: WebSocket[] = [];
const seen: { count: number; cpuMs: number; rssKib: number }[] = [];
await post(Number(values.messages));

for (const count of values.counts.split(',').map(Number)) {
  while (sockets.length < count) {
    const group = Array.from({ length: Math.min(openAtOnce, count - sockets.length) }, lookOn);
    sockets.push(...(await Promise.all(group)));
  }
  await setTimeout(settleMs);
  const rssKib = residentKib(pidOf(server.pid ?? 0, 'workerd'));
  const costs: number[] = [];
  for (let run = 0; run < runs; run += 1) costs.push(await post(Number(values.messages)));
  seen.push({ count, cpuMs: median(costs), rssKib });
  console.log(
    `${count} visitors: ${median(costs).toFixed(3)} ms a message, ${Math.round(rssKib / 1024)} MiB`,
  );
}
const [first, last] = [seen[0], seen.at(-1)];
if (first && last) {
  const perSocket = (last.rssKib - first.rssKib) / (last.count - first.count);
  console.log(`cost: ${(last.cpuMs / first.cpuMs).toFixed(2)} of that with ${first.count}`);
  console.log(`memory: ${perSocket.toFixed(1)} KiB a socket; ${heard.messages} messages heard`);
}
desk.close();
for (const socket of sockets) socket.close();
await stop(chatly);

/** A visitor who opens the widget, and writes nothing. */
async function lookOn(): Promise<WebSocket> {
  const person = sockets.length === 0 ? visitor : await newVisitor({ url, tenantId });
  return listenAtChatly({ url, tenantId, token: person.token }, () => {});
}

/** Posts so many messages; the processor time of Worker and room that each took, in ms. */
async function post(messages: number): Promise<number> {
  const before = cpuTimes(server.pid ?? 0).get('workerd') ?? 0;
  const start = performance.now();
  let sent = 0;
  while (sent < messages && performance.now() - start < 60_000) {
    const next = (index: number) => ({ method: 'POST', path, token, body: { content: `Load ${index}` } });
    sent += (await closedLoop(url, { connections: 8, durationMs: 500, next })).requests;
  }
  return ((cpuTimes(server.pid ?? 0).get('workerd') ?? 0) - before) / sent;
}

function residentKib(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
