import { parseArgs } from 'node:util';
import { startChatly } from './chatly.ts';
import { startEmptyWorker } from './empty-worker.ts';
import { type Measured, measure } from './measure.ts';
import { startPeer } from './peer.ts';
import { median } from './percentile.ts';
import { type Subject, stop } from './subject.ts';

/**
 * `node bench/compare.ts --peer DIR [--peer-node node] [--seconds 4] [--only 'message post']`: Chatly beside the peer
 * and an empty Worker in one run, on the same workloads, in the order A B B A, servers on one core and the driver on
 * the other (Linux). Read the ratios; where others use the machine, only that of processor time per request.
 */
const { values } = parseArgs({
  options: {
    peer: { type: 'string' },
    'peer-node': { type: 'string', default: process.execPath },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
});
const load = { connections: 32, durationMs: Number(values.seconds) * 1000 };

const chatly = await startChatly();
const others = [await startEmptyWorker()];
if (values.peer) others.push(await startPeer(values.peer, values['peer-node']));
for (const workload of Object.keys(chatly.workloads)) {
  if (!values.only || workload === values.only) await compare(workload);
}
for (const subject of [chatly, ...others]) await stop(subject);

async function compare(workload: string): Promise<void> {
  const other = others.find(({ workloads }) => workload in workloads);
  const order: Subject[] = other ? [chatly, other, other, chatly] : [chatly, chatly];
  const runs = new Map<Subject, Measured[]>();
  for (const subject of order)
    runs.set(subject, [...(runs.get(subject) ?? []), await measure(subject, workload, load)]);
  console.log(workload);
  const ours = report(chatly, runs);
  if (!other) return;
  const theirs = report(other, runs);
  const throughput = (ours.perSecond / theirs.perSecond).toFixed(2);
  console.log(
    `  ratio: ${throughput} in throughput, ${(theirs.cpuMs / ours.cpuMs).toFixed(2)} in processor time per request`,
  );
}

/** Says how a subject did, in medians over its runs. */
function report(subject: Subject, allRuns: Map<Subject, Measured[]>): Pick<Measured, 'perSecond' | 'cpuMs'> {
  const runs = allRuns.get(subject) ?? [];
  const middle = (of: (run: Measured) => number) => median(runs.map(of));
  const [perSecond, cpuMs] = [middle((run) => run.perSecond), middle((run) => run.cpuMs)];
  const programs = [...(runs[0]?.cpuMsOf.keys() ?? [])].map(
    (name) => `${name} ${middle((run) => run.cpuMsOf.get(name) ?? 0).toFixed(3)}`,
  );
  console.log(
    `  ${subject.name}: ${Math.round(perSecond)}/s, p99 ${middle((run) => run.p99Ms).toFixed(1)} ms, ` +
      `processor ${cpuMs.toFixed(3)} ms a request (${programs.join(', ')})`,
  );
  return { perSecond, cpuMs };
}
