import { spawnSync } from 'node:child_process';
import { buildAssets } from './build-assets.ts';
import { root } from './paths.ts';

/** Builds what is served and what is deployed: the static assets and the Worker's bundle, by wrangler itself. */
export function build(): void {
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
}

if (import.meta.main) build();
