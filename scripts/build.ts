import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssets } from './build-assets.ts';
import { sourcesOf } from './built-from.ts';
import { root } from './paths.ts';

/** Says of what sources `dist` was built; it is not there while that is being done. */
const stamp = join(root, 'dist/built-from');

/** Builds what is served and what is deployed: the static assets and the Worker's bundle, by wrangler itself. */
export function build(): void {
  rmSync(stamp, { force: true });
  const sources = sourcesOf(root);
  buildAssets();
  const { status, stdout, stderr } = spawnSync(
    'wrangler',
    ['deploy', '--dry-run', '--outdir', 'dist/worker'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
    },
  );
  if (status !== 0) throw new Error(`The Worker could not be bundled.\n${stdout}\n${stderr}`);
  console.log(/Total Upload.*/.exec(stdout)?.[0] ?? stdout);
  writeFileSync(stamp, sources);
}

/** Builds, unless what was built last was built of the same. */
export function buildIfChanged(): void {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesOf(root))
    console.log('Nothing has changed since the last build.');
  else build();
}

if (import.meta.main) build();
