import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sourcesOf } from './built-from.ts';
import { root } from './paths.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chatly-sources-'));
  const left = new Set(['node_modules', 'dist', '.git']);
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(path.slice(root.length)) });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tells whether anything that a build reads is another, wherever the project lies', () => {
  const before = sourcesOf(folder);
  expect(sourcesOf(root)).toBe(before);
  writeFileSync(join(folder, 'shared/limits.test.ts'), '// Tests are not built.');
  writeFileSync(join(folder, 'README.md'), 'Nor are docs.');
  expect(sourcesOf(folder)).toBe(before);
  const seen = new Set([before]);
  const changes = [
    () => writeFileSync(join(folder, 'shared/limits.ts'), 'export const limits = {};'),
    () => renameSync(join(folder, 'widget/fill.ts'), join(folder, 'widget/filled.ts')),
    () => writeFileSync(join(folder, 'site/new.txt'), ''),
    () => rmSync(join(folder, 'dashboard/theme.ts')),
    () => writeFileSync(join(folder, 'wrangler.toml'), ''),
  ];
  for (const change of changes) {
    change();
    seen.add(sourcesOf(folder));
  }
  expect(seen.size).toBe(1 + changes.length);
});
