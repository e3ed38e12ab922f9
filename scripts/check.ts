import { spawnSync } from 'node:child_process';
import { root } from './paths.ts';
import { missingDocPaths } from './check-docs.ts';
import { migrationsBehind } from './check-migrations.ts';

type Check = { name: string; run: () => boolean };

const command = (line: string) => (): boolean => {
  const [program = '', ...args] = line.split(' ');
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
};

const problems = (find: () => string[]) => (): boolean => {
  const found = find();
  for (const problem of found) console.error(problem);
  return found.length === 0;
};

const checks: Check[] = [
  { name: 'types of the Worker and the room', run: command('tsc -p tsconfig.json') },
  { name: 'types of scripts and tests', run: command('tsc -p tests/tsconfig.json') },
  { name: 'types of the widget', run: command('tsc -p widget/tsconfig.json') },
  { name: 'types of the dashboard', run: command('tsc -p dashboard/tsconfig.json') },
  { name: 'lint and who may import whom', run: command('oxlint --quiet') },
  { name: 'format', run: command('oxfmt --check') },
  { name: 'docs name files that exist', run: problems(missingDocPaths) },
  { name: 'migrations match the schema', run: problems(migrationsBehind) },
];

/** Runs every check and returns the names of those that failed, having said why. */
export function check(): string[] {
  return checks.filter(({ run }) => !run()).map(({ name }) => name);
}

if (import.meta.main) {
  const failed = check();
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join('; ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
