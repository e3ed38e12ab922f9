import { execFileSync } from 'node:child_process';

/** The workerd processes that this one has begun, however far down. */
export function workerds(): Set<number> {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  const rows = table.split('\n').map((row) => /^ *(\d+) +(\d+) +(.*)$/.exec(row) ?? []);
  const found = [process.pid];
  for (const parent of found) {
    for (const [, pid, ppid] of rows) if (Number(ppid) === parent) found.push(Number(pid));
  }
  const isWorkerd = (pid: number) =>
    rows.some(([, each, , name]) => Number(each) === pid && name?.endsWith('workerd'));
  return new Set(found.filter(isWorkerd));
}

/** Runs `start` and says which workerd processes it began. */
export async function withWorkerds<T>(start: () => Promise<T>): Promise<{ value: T; pids: number[] }> {
  const before = workerds();
  const value = await start();
  return { value, pids: [...workerds()].filter((pid) => !before.has(pid)) };
}

/** Ends processes with no word of warning. */
export function killHard(pids: number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}
