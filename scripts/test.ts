import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { check } from './check.ts';
import { buildIfChanged } from './build.ts';
import { root } from './paths.ts';

const resultsFile = join(root, 'dist/test-results.json');
const Results = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

/** `npm test`: the checks, the build, every suite; the last line counts. */
function main(): void {
  const failedChecks = check();
  buildIfChanged();
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(resultsFile, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile}`];
  const { status } = spawnSync('vitest', [...args, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  const results = Results.parse(JSON.parse(readFileSync(resultsFile, 'utf8')));
  // A suite that does not even load fails no test of its own; it must not pass for that.
  const broken = status !== 0 && results.numFailedTests === 0 ? 1 : 0;
  const failed = results.numFailedTests + failedChecks.length + broken;
  for (const name of failedChecks) console.error(`The check "${name}" failed: see above.`);
  console.log(`${results.numPassedTests} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
