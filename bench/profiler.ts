import { once } from 'node:events';
import * as z from 'zod';

const Targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }));
const Frame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: Frame, children: z.array(z.number()).default([]) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
const Answer = z.object({ id: z.number().optional(), result: z.unknown().optional() });
export type Profile = z.infer<typeof Profile>;

/** A V8 isolate's profiler, spoken to over its inspector at a local port. */
export async function openProfiler(
  port: number,
): Promise<{ start(): Promise<void>; stop(): Promise<Profile> }> {
  const targets = Targets.parse(await (await fetch(`http://127.0.0.1:${port}/json`)).json());
  const address = targets[0]?.webSocketDebuggerUrl;
  if (address === undefined) throw new Error(`Nothing to inspect at port ${port}.`);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let lastId = 0;
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = Answer.parse(JSON.parse(String(data)));
    if (id !== undefined) waiting.get(id)?.(result);
  });
  const call = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      const id = ++lastId;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    async start() {
      await call('Profiler.enable');
      await call('Profiler.setSamplingInterval', { interval: 200 });
      await call('Profiler.start');
    },
    async stop() {
      const { profile } = z.object({ profile: Profile }).parse(await call('Profiler.stop'));
      socket.close();
      return profile;
    },
  };
}

type Cost = { name: string; selfMs: number; totalMs: number };

/** What each function took itself and with all it called, in ms, dearest first. */
export function costs({ nodes, samples, timeDeltas }: Profile): Cost[] {
  const selfMs = new Map<number, number>();
  samples.forEach((id, n) => selfMs.set(id, (selfMs.get(id) ?? 0) + (timeDeltas[n] ?? 0) / 1000));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sums = new Map<string, Cost>();
  const visit = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (!node) return 0;
    const { functionName, url, lineNumber } = node.callFrame;
    const name = `${functionName || '(anonymous)'} ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`;
    const below = new Set(above).add(name);
    const own = selfMs.get(id) ?? 0;
    const total = node.children.reduce((sum, child) => sum + visit(child, below), own);
    const cost = sums.get(name) ?? { name, selfMs: 0, totalMs: 0 };
    cost.selfMs += own;
    // A function that calls itself is counted once.
    if (!above.has(name)) cost.totalMs += total;
    sums.set(name, cost);
    return total;
  };
  visit(nodes[0]?.id ?? 0, new Set());
  return [...sums.values()].toSorted((a, b) => b.selfMs - a.selfMs);
}
