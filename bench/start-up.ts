import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod';
import { cpuTimes } from './cpu-time.ts';
import { startEmptyWorker } from './empty-worker.ts';
import { median } from './percentile.ts';
import { pinned, started, stop } from './subject.ts';

/**
 * `node bench/start-up.ts`: the processor time that workerd takes from its start to its first answer, above what it
 * takes with a Worker that does nothing: the bundle compiled, its top level run, the app made. Medians of seven.
 */
const runs = 7;
const [ours, empty]: [number[], number[]] = [[], []];
for (let run = 0; run < runs; run += 1) {
  empty.push(await emptyWorker());
  ours.push(await chatly());
}
const [chatlyMs, emptyMs] = [median(ours), median(empty)];
console.log(
  `Chatly ${chatlyMs} ms, an empty Worker ${emptyMs} ms: ${chatlyMs - emptyMs} ms are the bundle's`,
);

async function chatly(): Promise<number> {
  const server = pinned([process.execPath, join(import.meta.dirname, 'serve-chatly.ts')]);
  const { url } = await started(server, z.object({ url: z.string() }));
  const { status } = await fetch(`${url}/api/nothing`);
  if (status !== 404) throw new Error(`Chatly answered ${status}.`);
  const usedMs = cpuTimes(server.pid ?? 0).get('workerd') ?? Number.NaN;
  server.kill('SIGTERM');
  await once(server, 'exit');
  return usedMs;
}

async function emptyWorker(): Promise<number> {
  const subject = await startEmptyWorker();
  await fetch(subject.url);
  const usedMs = cpuTimes(subject.process.pid ?? 0).get('workerd') ?? Number.NaN;
  await stop(subject);
  return usedMs;
}
