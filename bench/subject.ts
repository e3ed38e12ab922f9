import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import type { Call } from './closed-loop.ts';

/** A server under load, with its tenant, its conversations and what may be asked of it. */
export type Subject = {
  name: string;
  url: string;
  process: ChildProcess;
  workloads: Record<string, (index: number) => Call>;
};

/** Conversations of a subject, and messages in each. */
export const size = { conversations: 200, messages: 50 };

type Args = [command: string, ...args: string[]];
type Options = { cwd?: string; env?: NodeJS.ProcessEnv };

/** Runs a server on the first core, so that the driver has the other (Linux). */
export function pinned(args: Args, options: Options = {}): ChildProcess {
  return serving(['taskset', '-c', '0', ...args], options);
}

/** Runs a server for as long as the driver runs. */
export function serving([command, ...args]: Args, options: Options = {}): ChildProcess {
  const server = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => server.kill('SIGTERM'));
  return server;
}

/** The JSON line with which a server says where it is. Errors: it ended first. */
export function started<Shape extends z.ZodType>(
  server: ChildProcess,
  shape: Shape,
): Promise<z.output<Shape>> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}; is Chatly built?`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      const line = chunk
        .toString()
        .split('\n')
        .find((text) => text.startsWith('{'));
      if (line !== undefined) resolve(shape.parse(JSON.parse(line)));
    });
  });
}

export async function stop(subject: Subject): Promise<void> {
  subject.process.kill('SIGTERM');
  await once(subject.process, 'exit');
}

type Ask = { token?: string; body?: unknown };

/** Asks for JSON of a shape; a body makes it a POST. Errors: any answer but a good one of that shape. */
export async function ask<Shape extends z.ZodType>(
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

/** Fifty messages in every conversation, through the API. */
export async function fill(url: string, token: string, ids: string[]): Promise<void> {
  for (const id of ids) {
    const contents = Array.from(
      { length: size.messages },
      (_, n) => `Message ${n} of this conversation, of a usual length.`,
    );
    await Promise.all(
      contents.map((content) =>
        ask(z.unknown(), `${url}/api/conversations/${id}/messages`, { token, body: { content } }),
      ),
    );
  }
}

/** The workloads that both sides serve under the same addresses. */
export function sharedWorkloads(token: string, ids: string[]): Subject['workloads'] {
  const id = (index: number) => ids[index % ids.length];
  return {
    'conversation with 50 messages': (index) => ({
      method: 'GET',
      path: `/api/conversations/${id(index)}`,
      token,
    }),
    'conversation list': () => ({ method: 'GET', path: '/api/conversations?limit=50', token }),
    'message post': (index) => ({
      method: 'POST',
      path: `/api/conversations/${id(index)}/messages`,
      token,
      body: { content: `Load ${index}` },
    }),
  };
}
