import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { type Subject, ask, fill, pinned, sharedWorkloads, size } from './subject.ts';

const Opened = z.object({ id: z.string() });
const startsWithinMs = 20_000;

export type Peer = Subject & { token: string; tenantId: string };

const Registered = z.object({ token: z.string(), user: z.object({ tenantId: z.string() }) });

/** Starts the peer in `dir` under the Node that its native module was compiled for, filled as Chatly is. */
export async function startPeer(dir: string, node: string): Promise<Peer> {
  const port = 18_000 + Math.floor(Math.random() * 1000);
  const db = join(mkdtempSync(join(tmpdir(), 'peer-')), 'peer.db');
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), DB: db };
  const server = pinned([node, 'server.mjs'], { cwd: dir, env });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/hello`);
  const { token, user } = await ask(Registered, `${url}/api/auth/register`, {
    body: { email: 'b@example.com', password: 'bench-password', name: 'B' },
  });
  const ids: string[] = [];
  for (let n = 0; n < size.conversations; n += 1) {
    const body = { visitorName: `V ${n}` };
    ids.push((await ask(Opened, `${url}/api/conversations`, { token, body })).id);
  }
  await fill(url, token, ids);
  return {
    name: 'peer',
    url,
    process: server,
    token,
    tenantId: user.tenantId,
    workloads: sharedWorkloads(token, ids),
  };
}

async function answering(address: string): Promise<void> {
  const deadlineMs = performance.now() + startsWithinMs;
  while (performance.now() < deadlineMs) {
    const isUp = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await setTimeout(100);
  }
  throw new Error(`${address} does not answer.`);
}
