import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../../scripts/paths.ts';

/** What a fresh clone does not have, and the tests, which nobody starts. */
const left = new Set(['.git', '.data', '.wrangler', '.partykit', 'dist', 'node_modules', 'tests']);

/** The project as in a fresh clone, so that building it disturbs no suite that runs beside; `remove` ends it. */
export function copyProject(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'chatly-project-'));
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
