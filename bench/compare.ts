import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Call, type Load, closedLoop } from './closed-loop.ts';

/**
 * `node bench/compare.ts --peer DIR [--peer-node node] [--seconds 4]`: Chatly beside the peer in one run, on the same workloads, in the
 * order A B B A, servers on one core and the driver on the other (Linux). Read the ratios, not the absolutes.
 */
const { values } = parseArgs({
  options: {
    peer: { type: 'string' },
    'peer-node': { type: 'string', default: process.execPath },
    seconds: { type: 'string', default: '4' },
  },
});
const connections = 32;
const durationMs = Number(values.seconds) * 1000;
const messagesPerConversation = 50;
const conversations = 200;

type Subject = {
  name: string;
  url: string;
  process: ChildProcess;
  workloads: Record<string, (index: number) => Call>;
};

function pinned(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  return spawn('taskset', ['-c', '0', command, ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const Registered = z.object({ token: z.string(), user: z.object({ tenantId: z.string() }) });
const Session = z.object({ data: z.object({ visitorToken: z.string() }) });
const Opened = z.object({ data: z.object({ conversation: z.object({ id: z.string() }) }) });
const PeerOpened = z.object({ id: z.string() });

type Ask = { token?: string; body?: unknown };

async function json<Shape extends z.ZodType>(
  shape: Shape,
  address: string,
  { token = '', body }: Ask,
): Promise<z.output<Shape>> {
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return shape.parse(await response.json());
}

async function startChatly(): Promise<Subject> {
  const server = pinned(process.execPath, [join(import.meta.dirname, 'serve-chatly.ts')]);
  const url = await new Promise<string>((resolve) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      const found = /"url":"([^"]+)"/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
  });
  const { token, user } = await json(Registered, `${url}/api/auth/register`, {
    body: { email: 'bench@example.com', password: 'bench-password', companyName: 'Bench' },
  });
  const { data: visitor } = await json(Session, `${url}/api/widget/public/${user.tenantId}/sessions`, {
    body: {},
  });
  const ids: string[] = [];
  for (let n = 0; n < conversations; n += 1) {
    const opened = await json(Opened, `${url}/api/conversations`, {
      token: visitor.visitorToken,
      body: { content: `Question ${n}`, clientId: `open-${n}` },
    });
    ids.push(opened.data.conversation.id);
  }
  await fill(url, token, ids);
  return { name: 'Chatly', url, process: server, workloads: workloadsOf(token, ids) };
}

async function startPeer(dir: string): Promise<Subject> {
  const port = 18_000 + Math.floor(Math.random() * 1000);
  const db = join(mkdtempSync(join(tmpdir(), 'peer-')), 'peer.db');
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), DB: db };
  const server = pinned(values['peer-node'], ['server.mjs'], { cwd: dir, env });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/hello`);
  const { token } = await json(z.object({ token: z.string() }), `${url}/api/auth/register`, {
    body: { email: 'b@example.com', password: 'bench-password', name: 'B' },
  });
  const ids: string[] = [];
  for (let n = 0; n < conversations; n += 1) {
    const body = { visitorName: `V ${n}` };
    ids.push((await json(PeerOpened, `${url}/api/conversations`, { token, body })).id);
  }
  await fill(url, token, ids);
  return { name: 'peer', url, process: server, workloads: workloadsOf(token, ids) };
}

const startsWithinMs = 20_000;

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

/** Fifty messages in every conversation, through the API. */
async function fill(url: string, token: string, ids: string[]): Promise<void> {
  for (const id of ids) {
    const contents = Array.from(
      { length: messagesPerConversation },
      (_, n) => `Message ${n} of this conversation, of a usual length.`,
    );
    await Promise.all(
      contents.map((content) =>
        json(z.unknown(), `${url}/api/conversations/${id}/messages`, { token, body: { content } }),
      ),
    );
  }
}

function workloadsOf(token: string, ids: string[]): Subject['workloads'] {
  const id = (index: number) => ids[index % ids.length];
  return {
    'message post': (index) => ({
      method: 'POST',
      path: `/api/conversations/${id(index)}/messages`,
      token,
      body: { content: `Load ${index}` },
    }),
    'conversation with 50 messages': (index) => ({
      method: 'GET',
      path: `/api/conversations/${id(index)}`,
      token,
    }),
    'conversation list': () => ({ method: 'GET', path: '/api/conversations?limit=50', token }),
  };
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}

async function run(subject: Subject, workload: string): Promise<Load> {
  const next = subject.workloads[workload];
  if (!next) throw new Error(`No workload ${workload}.`);
  await closedLoop(subject.url, { connections, durationMs: durationMs / 4, next });
  const load = await closedLoop(subject.url, { connections, durationMs, next });
  if (load.failures > 0) throw new Error(`${subject.name}, ${workload}: ${load.failures} failures`);
  return load;
}

const chatly = await startChatly();
const peer = values.peer ? await startPeer(values.peer) : null;
for (const workload of ['conversation with 50 messages', 'conversation list', 'message post']) {
  const order = peer ? [chatly, peer, peer, chatly] : [chatly, chatly];
  const loads = new Map<Subject, Load[]>();
  for (const subject of order)
    loads.set(subject, [...(loads.get(subject) ?? []), await run(subject, workload)]);
  const [ours = 0, theirs] = [chatly, peer].map(
    (subject) => subject && median((loads.get(subject) ?? []).map(({ perSecond }) => perSecond)),
  );
  const p99 = median((loads.get(chatly) ?? []).map(({ p99Ms }) => p99Ms));
  console.log(
    `${workload.padEnd(32)} Chatly ${Math.round(ours ?? 0)}/s (p99 ${p99.toFixed(1)} ms)${theirs ? `  peer ${Math.round(theirs)}/s  ratio ${((ours ?? 0) / theirs).toFixed(2)}` : ''}`,
  );
}
for (const subject of [chatly, peer]) {
  subject?.process.kill('SIGTERM');
  if (subject) await once(subject.process, 'exit');
}
