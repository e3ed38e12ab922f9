import { type Load, closedLoop } from './closed-loop.ts';
import { cpuTimes } from './cpu-time.ts';
import type { Subject } from './subject.ts';

/** A load, and the processor time that each request cost the server, in ms: in all, and by program. */
export type Measured = Load & { cpuMs: number; cpuMsOf: Map<string, number> };

/** Loads a subject after a warm-up of a quarter of the time. Errors: any failed request. */
export async function measure(
  subject: Subject,
  workload: string,
  load: { connections: number; durationMs: number },
): Promise<Measured> {
  const next = subject.workloads[workload];
  if (!next) throw new Error(`${subject.name} has no workload ${workload}.`);
  await closedLoop(subject.url, { ...load, durationMs: load.durationMs / 4, next });
  const before = cpuTimes(subject.process.pid ?? 0);
  const result = await closedLoop(subject.url, { ...load, next });
  const after = cpuTimes(subject.process.pid ?? 0);
  if (result.failures > 0) throw new Error(`${subject.name}, ${workload}: ${result.failures} failures`);
  const cpuMsOf = new Map(
    [...after].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / result.requests]),
  );
  return { ...result, cpuMs: [...cpuMsOf.values()].reduce((sum, ms) => sum + ms, 0), cpuMsOf };
}
