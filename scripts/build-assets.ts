import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dashboardFiles } from './build-dashboard.ts';
import { type AssetFile, widgetFiles } from './build-widget.ts';
import { root } from './paths.ts';

const out = join(root, 'dist/assets');

function write({ path, contents }: AssetFile): void {
  const target = join(out, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, contents);
}

/** Builds what the Worker serves beside its API. Errors: an Error where that fails or something is over its budget. */
export function buildAssets(): void {
  // In a process of its own: esbuild runs plugins asynchronously only, and builds are waited for.
  const { status } = spawnSync(process.execPath, [import.meta.filename], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The static assets could not be built.');
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(join(root, 'site'), out, { recursive: true });
  (await widgetFiles()).forEach(write);
  (await dashboardFiles()).forEach(write);
}

if (import.meta.main) await main();
