import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Call, send } from './closed-loop.ts';

type Schedule = { perSecond: number; durationMs: number; call: (index: number) => Call };

/**
 * Sends calls at the times a schedule names, whether those before are answered or not; the time at which each ought to
 * have been sent. Errors: any call that fails.
 */
export async function openLoop(origin: string, { perSecond, durationMs, call }: Schedule): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const startedMs = performance.now();
  const count = Math.floor((perSecond * durationMs) / 1000);
  const dueMs = Array.from({ length: count }, (_, index) => startedMs + (index * 1000) / perSecond);
  const answers: Promise<void>[] = [];
  for (const [index, atMs] of dueMs.entries()) {
    const waitMs = atMs - performance.now();
    if (waitMs > 1) await setTimeout(waitMs);
    answers.push(
      send(agent, origin, call(index)).then((status) => {
        if (status >= 400) throw new Error(`${origin}: ${status}`);
      }),
    );
  }
  await Promise.all(answers);
  agent.destroy();
  return dueMs;
}
