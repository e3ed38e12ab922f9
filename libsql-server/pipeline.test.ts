import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { decodePipeline } from './decode-request.ts';
import { Engine } from './engine.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { runPipeline } from './pipeline.ts';
import { StreamRegistry } from './stream-registry.ts';

it('a commit that cannot be brought to disk is not acknowledged; a read needs no disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chatly-pipeline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const engine = new Engine(join(folder, 'x.db'), DEFAULT_LIMITS);
  const registry = new StreamRegistry(engine);
  const run = (sql: string): Promise<string | undefined> => {
    const requests = [{ type: 'execute', stmt: { sql } }, { type: 'close' }];
    return runPipeline(decodePipeline({ requests }, DEFAULT_LIMITS), engine, registry, () => true);
  };
  expect(await run('CREATE TABLE t (a)')).toContain('"results"');
  engine.wal.close();
  await expect(run('INSERT INTO t VALUES (1)')).rejects.toThrow(/EBADF/);
  expect(await run('SELECT 1')).toContain('"results"');
});
