import { readFileSync, readdirSync } from 'node:fs';

/** What Linux counts processor time in, whatever the machine: `getconf CLK_TCK`. */
const ticksPerSecond = 100;

/** Processor time, in ms, that a process and its descendants have used so far, by the name of their program (Linux). */
export function cpuTimes(pid: number): Map<string, number> {
  const used = new Map<string, number>();
  for (const { name, cpuMs } of familyOf(pid)) used.set(name, (used.get(name) ?? 0) + cpuMs);
  return used;
}

/** The first process of a program among a process and its descendants. Errors: there is none. */
export function pidOf(pid: number, program: string): number {
  const found = familyOf(pid).find(({ name }) => name === program);
  if (!found) throw new Error(`No ${program} runs.`);
  return found.id;
}

function familyOf(pid: number): Stat[] {
  const all = new Map<number, Stat>();
  for (const id of readdirSync('/proc').map(Number)) {
    const stat = id > 0 ? statOf(id) : null;
    if (stat !== null) all.set(id, stat);
  }
  const isOfFamily = (stat: Stat | undefined): boolean =>
    stat !== undefined && (stat.id === pid || isOfFamily(all.get(stat.parent)));
  return [...all.values()].filter(isOfFamily);
}

type Stat = { id: number; name: string; parent: number; cpuMs: number };

function statOf(pid: number): Stat | null {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name stands in brackets and may hold anything; what follows it are numbers.
  const end = line.lastIndexOf(')');
  const fields = line.slice(end + 2).split(' ');
  const [parent, userTicks, systemTicks] = [fields[1], fields[11], fields[12]].map(Number);
  return {
    id: pid,
    name: line.slice(line.indexOf('(') + 1, end),
    parent: parent ?? 0,
    cpuMs: (((userTicks ?? 0) + (systemTicks ?? 0)) * 1000) / ticksPerSecond,
  };
}
