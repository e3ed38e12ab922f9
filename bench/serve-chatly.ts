import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../scripts/stack.ts';

/** The built bundle in workerd, asked directly, over the libSQL server: what the driver of a benchmark speaks to. */
const dataDir = mkdtempSync(join(tmpdir(), 'chatly-bench-'));
const stack = await startStack({ dataDir, port: 0, libsqlPort: 0, isDirect: true });
console.log(JSON.stringify({ url: stack.url }));

process.on('SIGTERM', () => {
  void stack.close().then(() => {
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(0);
  });
});
