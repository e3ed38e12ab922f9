import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.ts';

/** Generates migrations into a copy: a new file means that the schema has moved on without one. */
export function migrationsBehind(): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'chatly-migrations-'));
  try {
    cpSync(join(root, 'migrations'), copy, { recursive: true });
    const before = readdirSync(copy).length;
    const schema = join(root, 'shared/store/schema/index.ts');
    const args = ['generate', '--dialect', 'sqlite', '--schema', schema, '--out', copy, '--name', 'check'];
    const { status, stdout, stderr } = spawnSync('drizzle-kit', args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) return [`drizzle-kit could not read the schema: ${stdout}${stderr}`];
    return readdirSync(copy).length === before
      ? []
      : ['The schema has changed without a migration. Run: npm run db:generate -- --name what-changed'];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
