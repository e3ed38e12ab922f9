import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findFreePort } from '../scripts/free-port.ts';
import { startChatly } from './chatly.ts';
import { closedLoop } from './closed-loop.ts';
import { costs, openProfiler } from './profiler.ts';
import { stop } from './subject.ts';

/**
 * `node bench/profile.ts --workload 'message post' [--seconds 4] [--top 40]`: where the Worker's and the database's
 * JavaScript spends its time under a workload. Writes both as `.cpuprofile` files too, which Chromium's DevTools open.
 */
const { values } = parseArgs({
  options: {
    workload: { type: 'string', default: 'message post' },
    seconds: { type: 'string', default: '4' },
    top: { type: 'string', default: '40' },
    out: { type: 'string', default: 'dist' },
  },
});
const [workerPort, databasePort] = [await findFreePort(), await findFreePort()];
const chatly = await startChatly({
  nodeArgs: [`--inspect=127.0.0.1:${databasePort}`],
  env: { INSPECTOR_PORT: String(workerPort) },
});
const next = chatly.workloads[values.workload];
if (!next) throw new Error(`Workloads: ${Object.keys(chatly.workloads).join(', ')}.`);
const load = { connections: 32, durationMs: Number(values.seconds) * 1000, next };
await closedLoop(chatly.url, { ...load, durationMs: load.durationMs / 4 });
const profilers = { worker: await openProfiler(workerPort), database: await openProfiler(databasePort) };
for (const profiler of Object.values(profilers)) await profiler.start();
const { requests } = await closedLoop(chatly.url, load);
for (const [name, profiler] of Object.entries(profilers)) {
  const profile = await profiler.stop();
  writeFileSync(`${values.out}/${name}.cpuprofile`, JSON.stringify(profile));
  console.log(`${name}: µs a request, itself and with what it calls (${requests} requests)`);
  const us = (ms: number) => ((ms * 1000) / requests).toFixed(1).padStart(8);
  for (const { name: what, selfMs, totalMs } of costs(profile).slice(0, Number(values.top)))
    console.log(`${us(selfMs)}${us(totalMs)}  ${what}`);
}
await stop(chatly);
