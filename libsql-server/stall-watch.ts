import { Worker } from 'node:worker_threads';

const BEAT_MS = 400;

/**
 * Ends this process (SIGKILL, which loses nothing acknowledged) when one native call blocks it for longer than
 * `limitMs`: the native library is synchronous and a statement without rows cannot be interrupted.
 */
export function endWhenStalled(limitMs: number): void {
  const beats = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL('./stall-worker.ts', import.meta.url), {
    workerData: { beats, limitMs },
  });
  worker.unref();
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref();
}
