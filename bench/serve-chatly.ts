import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../scripts/stack.ts';

/**
 * The built bundle in workerd, asked directly, over the libSQL server: what the driver of a benchmark speaks to. The
 * data go with it, unless DATA_DIR names where to keep them.
 */
const kept = process.env['DATA_DIR'];
const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'chatly-bench-'));
const inspectorPort = Number(process.env['INSPECTOR_PORT'] ?? 0);
const stack = await startStack({
  dataDir,
  port: 0,
  libsqlPort: 0,
  isDirect: true,
  vars: modelVars(process.env),
  ...(inspectorPort ? { inspectorPort } : {}),
});
console.log(JSON.stringify({ url: stack.url, database: stack.database }));

function modelVars({ AI_MODEL, AI_BASE_URL }: NodeJS.ProcessEnv): Record<string, string> {
  return AI_MODEL && AI_BASE_URL ? { AI_MODEL, AI_BASE_URL } : {};
}

process.on('SIGTERM', () => {
  void stack.close().then(() => {
    if (!kept) rmSync(dataDir, { recursive: true, force: true });
    process.exit(0);
  });
});
