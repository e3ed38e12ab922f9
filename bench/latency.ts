import { parseArgs } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { type Chatly, startChatly } from './chatly.ts';
import { closedLoop } from './closed-loop.ts';
import { listenAtChatly, listenAtPeer } from './listeners.ts';
import { openLoop } from './open-loop.ts';
import { type Peer, startPeer } from './peer.ts';
import { median, percentile } from './percentile.ts';
import { stop } from './subject.ts';

/**
 * `node bench/latency.ts --peer DIR [--peer-node node] [--seconds 8]`: how long a message that is posted over HTTP takes
 * to another socket of the tenant. Sent at 60 % of the rate at which the peer is saturated, whether answers come or
 * not; the time runs from when each ought to have been sent. Order A B B A.
 */
const { values } = parseArgs({
  options: {
    peer: { type: 'string' },
    'peer-node': { type: 'string', default: process.execPath },
    seconds: { type: 'string', default: '8' },
  },
});
if (!values.peer) throw new Error('Name the peer’s folder: --peer DIR');
const durationMs = Number(values.seconds) * 1000;
const arrivesWithinMs = 10_000;

const chatly = await startChatly();
const peer = await startPeer(values.peer, values['peer-node']);
const post = 'message post';
const next = peer.workloads[post] ?? (() => ({ method: 'GET', path: '/', token: '' }));
await closedLoop(peer.url, { connections: 32, durationMs: 1000, next });
const saturated = await closedLoop(peer.url, { connections: 32, durationMs, next });
const perSecond = 0.6 * saturated.perSecond;
console.log(
  `the peer is saturated at ${Math.round(saturated.perSecond)} posts/s; sent: ${Math.round(perSecond)}/s`,
);

const runs = new Map<Chatly | Peer, { p50: number; p99: number }[]>();
for (const subject of [chatly, peer, peer, chatly]) {
  const times = await latencies(subject);
  const run = { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  runs.set(subject, [...(runs.get(subject) ?? []), run]);
}
const [ours, theirs] = [report(chatly), report(peer)];
console.log(
  `ratio: ${(ours.p50 / theirs.p50).toFixed(2)} at p50, ${(ours.p99 / theirs.p99).toFixed(2)} at p99`,
);
for (const subject of [chatly, peer]) await stop(subject);

async function latencies(subject: Chatly | Peer): Promise<number[]> {
  const workload = subject.workloads[post];
  if (!workload) throw new Error(`${subject.name} takes no posts.`);
  const heardMs = new Map<string, number>();
  const listen = subject.name === 'peer' ? listenAtPeer : listenAtChatly;
  const socket = await listen(subject, (content) => heardMs.set(content, performance.now()));
  const run = `Run ${performance.now()}`;
  const call = (index: number) => ({ ...workload(index), body: { content: `${run}, ${index}` } });
  const dueMs = await openLoop(subject.url, { perSecond, durationMs, call });
  const deadlineMs = performance.now() + arrivesWithinMs;
  const isMissing = () => dueMs.some((_, index) => !heardMs.has(`${run}, ${index}`));
  while (isMissing() && performance.now() < deadlineMs) await setTimeout(50);
  socket.close();
  if (isMissing()) throw new Error(`${subject.name}: not every message came.`);
  return dueMs.map((due, index) => (heardMs.get(`${run}, ${index}`) ?? Number.NaN) - due);
}

function report(subject: Chatly | Peer): { p50: number; p99: number } {
  const all = runs.get(subject) ?? [];
  const p50 = median(all.map((run) => run.p50));
  const p99 = median(all.map((run) => run.p99));
  console.log(`${subject.name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  return { p50, p99 };
}
