import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client, Config } from '@libsql/client';
import { createClient } from '@libsql/client/http';
import { onTestFinished } from 'vitest';
import type { LibsqlServer, LibsqlServerOptions } from '../../libsql-server/server.ts';
import { startLibsqlServer } from '../../libsql-server/server.ts';

export type TestServer = LibsqlServer & { file: string; client: (config?: Partial<Config>) => Client };
export type WireValue = { type: string; value?: unknown; base64?: string };
export type Result = { rows: WireValue[][]; step_results: unknown[]; step_errors: unknown[] };
export type Response = { type: string; result: Result; is_autocommit: boolean };
export type WireError = { message: string; code: string };
export type Body = WireError & {
  baton: string | null;
  results: { type: string; response: Response; error?: WireError }[];
};
export type Answer = { status: number; body: Body };

// The tests look into it right away, and fail where it is something else.
const isBody = (json: unknown): json is Body => typeof json === 'object' && json !== null;

/** A folder that goes when the test does. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chatly-libsql-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A server of the test's own, on a free port and a new file. */
export async function testServer(options: Partial<LibsqlServerOptions> = {}): Promise<TestServer> {
  const file = options.file ?? join(temporaryFolder(), 'test.db');
  const server = await startLibsqlServer({ port: 0, ...options, file });
  onTestFinished(() => server.close());
  const client = (config: Partial<Config> = {}): Client => {
    const made = createClient({
      url: server.url,
      ...(options.authToken ? { authToken: options.authToken } : {}),
      ...config,
    });
    onTestFinished(() => made.close());
    return made;
  };
  return { ...server, file, client };
}

/** Posts a body as it is, JSON or not. */
export async function postRaw(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/v2/pipeline`, { method: 'POST', body, headers });
  const json: unknown = await response.json();
  if (!isBody(json)) throw new Error(`The answer is no object: ${String(json)}`);
  return { status: response.status, body: json };
}

/** Sends requests as one pipeline. */
export function pipeline(url: string, requests: unknown, baton?: string | null): Promise<Answer> {
  return postRaw(url, JSON.stringify({ baton, requests }));
}

export const execute = (sql: string, args: unknown[] = []): unknown => ({
  type: 'execute',
  stmt: { sql, args },
});
export const close = { type: 'close' };
export const text = (value: string): unknown => ({ type: 'text', value });
