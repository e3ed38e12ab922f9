import { readFileSync, readdirSync } from 'node:fs';

/** What Linux counts processor time in, whatever the machine: `getconf CLK_TCK`. */
const ticksPerSecond = 100;

/** Processor time, in ms, that a process and its descendants have used so far, by the name of their program (Linux). */
export function cpuTimes(pid: number): Map<string, number> {
  const family = new Set([pid]);
  const used = new Map<string, number>();
  // Children have higher ids than their parents, except after the ids have wrapped: then a second run is right.
  const ids = readdirSync('/proc')
    .map(Number)
    .filter((id) => id >= pid)
    .toSorted((a, b) => a - b);
  for (const id of ids) {
    const stat = statOf(id);
    if (stat === null || !(id === pid || family.has(stat.parent))) continue;
    family.add(id);
    used.set(stat.name, (used.get(stat.name) ?? 0) + stat.cpuMs);
  }
  return used;
}

type Stat = { name: string; parent: number; cpuMs: number };

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
    name: line.slice(line.indexOf('(') + 1, end),
    parent: parent ?? 0,
    cpuMs: (((userTicks ?? 0) + (systemTicks ?? 0)) * 1000) / ticksPerSecond,
  };
}
