import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../libsql-server/main.ts', import.meta.url));

export type ServerProcess = {
  url: string;
  child: ChildProcess;
  ended: Promise<string>;
  errors: () => string;
};

/** Starts the command line server on a free port; rejects with what it printed when it ends instead. */
export function startServerProcess(
  file: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN, '--file', file, '--port', '0', ...args], {
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const ended = new Promise<string>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? String(code))),
  );
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const url = /http:\/\/\S+/.exec(output)?.[0];
      if (url !== undefined) resolve({ url, child, ended, errors: () => errors });
    });
    void ended.then((how) => reject(new Error(`${how}: ${errors}`)));
  });
}
