import { Agent, request } from 'node:http';
import { percentile } from './percentile.ts';

/** `status` is the answer that counts as good; absent: any below 400. */
export type Call = { method: string; path: string; token: string; body?: unknown; status?: number };
export type Load = { requests: number; perSecond: number; p50Ms: number; p99Ms: number; failures: number };

/** Keeps `connections` requests under way for `durationMs`; each connection sends its next when it has its answer. */
export async function closedLoop(
  origin: string,
  options: { connections: number; durationMs: number; next: (index: number) => Call },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const timesMs: number[] = [];
  let failures = 0;
  let index = 0;
  const startedMs = performance.now();
  const endsMs = startedMs + options.durationMs;
  const worker = async () => {
    while (performance.now() < endsMs) {
      const sentMs = performance.now();
      const call = options.next(index++);
      const status = await send(agent, origin, call);
      timesMs.push(performance.now() - sentMs);
      if (call.status === undefined ? status >= 400 : status !== call.status) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, worker));
  const elapsedMs = performance.now() - startedMs;
  agent.destroy();
  const at = (share: number) => percentile(timesMs, share);
  const requests = timesMs.length;
  return { requests, perSecond: (requests / elapsedMs) * 1000, p50Ms: at(0.5), p99Ms: at(0.99), failures };
}

/** Sends one call and resolves with the status of its answer, once that has come to its end. */
export function send(agent: Agent, origin: string, { method, path, token, body }: Call): Promise<number> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    const outgoing = request(origin + path, { method, agent, headers }, (incoming) => {
      incoming.resume();
      incoming.once('end', () => resolve(incoming.statusCode ?? 599));
    });
    outgoing.once('error', reject);
    outgoing.end(text);
  });
}
