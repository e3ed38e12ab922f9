import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, type StackOptions, startStack } from '../../scripts/stack.ts';

type TestOptions = Partial<Omit<StackOptions, 'libsqlPort'>>;

/** The real stack on free ports over an empty database; `close` leaves nothing behind. */
export async function startTestStack(options: TestOptions = {}): Promise<Stack> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'chatly-'));
  const stack = await startStack({ port: 0, ...options, dataDir, libsqlPort: 0 });
  return {
    ...stack,
    async close() {
      await stack.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
