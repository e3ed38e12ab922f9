import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from './free-port.ts';
import { root } from './paths.ts';

export type PartykitOptions = {
  /** 0 takes a free port. */
  port: number;
  /** The rooms' storage goes into a folder of its own in here. */
  dataDir: string;
  vars: Record<string, string>;
};

export type Partykit = { host: string; close(): Promise<void> };

const startWithinMs = 60_000;
const stopWithinMs = 5_000;
const pollMs = 25;

/**
 * Starts `partykit dev` and resolves once it answers. Errors: an Error with what it printed, where it stops instead.
 * It leads a process group of its own, so that its workerd and esbuild go when it goes.
 */
export async function startPartykit({ port: wanted, dataDir, vars }: PartykitOptions): Promise<Partykit> {
  const port = wanted === 0 ? await findFreePort() : wanted;
  const persist = join(dataDir, 'partykit');
  mkdirSync(persist, { recursive: true });
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/.bin/partykit'), ...devArgs(port, persist, vars)],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1', WRANGLER_SEND_METRICS: 'false' },
    },
  );
  const output = printed(child);
  const stop = stopper(child);
  try {
    await answering(child, `http://127.0.0.1:${port}/`);
    return { host: `127.0.0.1:${port}`, close: stop };
  } catch (error) {
    await stop();
    throw new Error(`PartyKit did not start.\n${output()}`, { cause: error });
  }
}

function devArgs(port: number, persist: string, vars: Record<string, string>): string[] {
  const named = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}=${value}`]);
  return [
    'dev',
    '--port',
    String(port),
    '--persist',
    persist,
    '--no-hotkeys',
    '--disable-request-cf-fetch',
    ...named,
  ];
}

/** Keeps the newest of what the process prints: reading it on also keeps the process from blocking on a full pipe. */
function printed(child: ChildProcess): () => string {
  const keptChars = 8_000;
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-keptChars);
    });
  }
  return () => text;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const deadlineMs = Date.now() + startWithinMs;
  while (Date.now() < deadlineMs) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`It stopped with ${child.exitCode}.`);
    try {
      await fetch(url, { signal: AbortSignal.timeout(startWithinMs) });
      return;
    } catch {
      await delay(pollMs);
    }
  }
  throw new Error(`No answer within ${startWithinMs} ms.`);
}

/** Ends the whole process group, once, also when this process ends first; resolves when none of it is left. */
function stopper(child: ChildProcess): () => Promise<void> {
  const group = child.pid;
  if (group === undefined) return async () => {};
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-group, name);
    } catch {
      return false;
    }
  };
  const atExit = () => void signal('SIGKILL');
  process.once('exit', atExit);
  const stop = async (): Promise<void> => {
    const isRunning = child.exitCode === null && child.signalCode === null;
    const exited = isRunning ? once(child, 'exit') : Promise.resolve();
    signal('SIGTERM');
    const deadlineMs = Date.now() + stopWithinMs;
    while (signal(0) && Date.now() < deadlineMs) await delay(pollMs);
    signal('SIGKILL');
    await exited;
    process.removeListener('exit', atExit);
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}
