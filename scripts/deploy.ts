import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { LibsqlBindings, checkBindings } from '../shared/config.ts';
import { build } from './build.ts';
import { migrate } from './migrate.ts';
import { root } from './paths.ts';
import { startStack } from './stack.ts';

/**
 * `npm run deploy [-- --dry-run]`: builds, asks the built bundle whether it is well, migrates the database that
 * LIBSQL_URL names, deploys. With `--rooms partykit` it deploys the room to PartyKit instead. A dry run deploys and
 * migrates nothing.
 */
async function main(): Promise<void> {
  const isDryRun = process.argv.includes('--dry-run');
  const toPartykit = process.argv.includes('partykit');
  build();
  await askBundle();
  if (!isDryRun) await migrateTarget();
  if (toPartykit) return run('partykit', isDryRun ? ['--version'] : ['deploy', '--with-vars']);
  return run('wrangler', ['deploy', ...(isDryRun ? ['--dry-run'] : [])]);
}

/** Starts what would be deployed, in workerd, over an empty database, and asks for its health. */
async function askBundle(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-deploy-'));
  const stack = await startStack({ dataDir, port: 0, libsqlPort: 0 });
  try {
    const answer = await fetch(`${stack.url}/api/health`);
    if (!answer.ok) throw new Error(`The built Worker is not well: ${answer.status} ${await answer.text()}`);
    console.log('The built Worker answers: every part is up.');
  } finally {
    await stack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function migrateTarget(): Promise<void> {
  const checked = checkBindings(z.object(LibsqlBindings), process.env);
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  const { LIBSQL_URL: url, LIBSQL_AUTH_TOKEN: authToken } = checked.value;
  await migrate({ url, authToken });
  console.log(`Migrated ${new URL(url).host}.`);
}

function run(program: string, args: string[]): void {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed.`);
}

main().catch((error: unknown) => {
  console.error(`\nNothing was deployed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
