import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type StartOptions = { folder: string; dataDir: string; args?: string[]; env?: Record<string, string> };

/** `npm start`'s script, as a process that leads a group of its own like one in a terminal. */
export class Started {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  output = '';

  constructor({ folder, dataDir, args = ['--port', '0', '--libsql-port', '0'], env = {} }: StartOptions) {
    this.#child = spawn(process.execPath, [join(folder, 'scripts/start.ts'), '--data', dataDir, ...args], {
      cwd: folder,
      detached: true,
      env: { ...process.env, ...env },
    });
    this.#exited = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.#child.emit('printed');
      });
    }
  }

  /** The address that it prints once it answers. Errors: an Error with what it printed, where it ends instead. */
  async url(): Promise<string> {
    for (;;) {
      const url = /^ {2}Chatly +(http:\S+)$/m.exec(this.output)?.[1];
      if (url !== undefined && this.output.includes('Ctrl-C')) return url;
      if (this.#child.exitCode !== null) throw new Error(`It ended.\n${this.output}`);
      await Promise.race([once(this.#child, 'printed'), this.#exited]);
    }
  }

  /** All the processes it has begun, and those that they have. */
  descendants(): number[] {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const rows = table
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/).map(Number));
    const found = [this.#child.pid ?? 0];
    for (const parent of found) {
      for (const [pid = 0, ppid] of rows) if (ppid === parent) found.push(pid);
    }
    return found.slice(1);
  }

  /** Ctrl-C goes to everything in the terminal's group, a `kill` to one process. */
  async stop(how: 'ctrl-c' | 'kill'): Promise<number | null> {
    const pid = this.#child.pid ?? 0;
    if (this.#child.exitCode === null)
      process.kill(how === 'ctrl-c' ? -pid : pid, how === 'ctrl-c' ? 'SIGINT' : 'SIGTERM');
    return this.ended();
  }

  async ended(): Promise<number | null> {
    await this.#exited;
    return this.#child.exitCode;
  }
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
