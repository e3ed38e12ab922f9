import { setTimeout } from 'node:timers/promises';
import { as, newTenant, signIn } from '../tests/support/people.ts';
import { startChatly } from './chatly.ts';
import { listenAtChatly } from './listeners.ts';
import { percentile } from './percentile.ts';
import { stop } from './subject.ts';

/** `node bench/logout.ts`: from the request that logs out to the first 401 and to the close of the session's socket. */
const times = 20;
const [refusedMs, closedMs]: [number[], number[]] = [[], []];

const chatly = await startChatly({ isEmpty: true });
const owner = await newTenant(chatly.url);
for (let n = 0; n < times; n += 1) {
  const operator = await signIn(owner);
  const socket = await listenAtChatly(operator, () => {});
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', () => resolve(performance.now())),
  );
  const startedMs = performance.now();
  await as(operator, 'POST', '/auth/logout');
  while ((await as(operator, 'GET', '/widget')).status !== 401) await setTimeout(1);
  refusedMs.push(performance.now() - startedMs);
  closedMs.push((await closed) - startedMs);
  await setTimeout(20);
}
for (const [what, ms] of Object.entries({ 'refused with 401': refusedMs, 'socket closed': closedMs }))
  console.log(
    `${what}: p50 ${percentile(ms, 0.5).toFixed(0)} ms, longest ${percentile(ms, 1).toFixed(0)} ms`,
  );
await stop(chatly);
