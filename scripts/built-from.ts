import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All that is read to build: what is made of the same is the same. */
const sources = ['client', 'dashboard', 'functions', 'realtime', 'scripts', 'shared', 'site', 'widget'];
const settings = ['package-lock.json', 'tsconfig.json', 'wrangler.toml'];

/** What the project in a folder would be built of now; another text where anything of it is another. */
export function sourcesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of [...sources.flatMap((name) => filesIn(folder, name)), ...settings].toSorted())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(folder: string, name: string): string[] {
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
