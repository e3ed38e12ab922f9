import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const TICK_MS = 1_000;
const STDERR = 2;

const { beats, limitMs }: { beats: Int32Array<SharedArrayBuffer>; limitMs: number } = workerData;

// Ticks are counted, not clock time: a machine that slept must not count as a stall.
let silentTicks = 0;
for (;;) {
  const before = Atomics.load(beats, 0);
  Atomics.wait(beats, 1, 0, TICK_MS);
  silentTicks = Atomics.load(beats, 0) === before ? silentTicks + 1 : 0;
  if (silentTicks * TICK_MS >= limitMs) {
    writeSync(
      STDERR,
      `libSQL server: one statement has run for more than ${limitMs / 1000} s and cannot be interrupted; stopping.\n`,
    );
    process.kill(process.pid, 'SIGKILL');
  }
}
