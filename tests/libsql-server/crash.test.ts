import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { expect, it } from 'vitest';
import type { ServerProcess } from './server-process.ts';
import { startServerProcess } from './server-process.ts';
import { temporaryFolder, testServer } from './support.ts';

const ROUNDS = 5;
const WRITERS = 8;

/** Writes until the server is gone; every id in `acknowledged` was answered with success. */
async function writeUntilKilled(url: string, prefix: string, acknowledged: string[]): Promise<void> {
  const client = createClient({ url });
  for (let count = 0; ; count += 1) {
    const id = `${prefix}-${count}`;
    const sql = 'INSERT INTO kept (id, body) VALUES (?, ?)';
    const counting = 'UPDATE counter SET n = n + 1';
    const done = await client.batch([{ sql, args: [id, id.repeat(50)] }, counting], 'write').then(
      () => true,
      () => false,
    );
    if (!done) return;
    acknowledged.push(id);
  }
}

async function round(
  { url, child, ended }: ServerProcess,
  name: string,
  acknowledged: string[],
): Promise<void> {
  const before = acknowledged.length;
  const writers = Array.from({ length: WRITERS }, (_, index) =>
    writeUntilKilled(url, `${name}-${index}`, acknowledged),
  );
  // A random number of acknowledged writes, so that the kill falls anywhere, also into checkpoints.
  const killAt = before + 20 + Math.floor(Math.random() * 600);
  while (acknowledged.length < killAt) await new Promise(setImmediate);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  await Promise.all(writers);
}

it(
  'SIGKILL at any moment loses no acknowledged write and tears none apart',
  { timeout: 60_000 },
  async () => {
    const file = join(temporaryFolder(), 'crash.db');
    const acknowledged: string[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      const server = await startServerProcess(file);
      const schema =
        'CREATE TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE IF NOT EXISTS counter (n); ';
      await createClient({ url: server.url }).executeMultiple(
        `${schema} INSERT INTO counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter)`,
      );
      await round(server, String(index), acknowledged);
    }
    const client = (await testServer({ file })).client();
    const rows = (await client.execute('SELECT id, body FROM kept')).rows;
    const kept = new Set(rows.map((row) => row['id']));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(rows.filter((row) => row['body'] !== String(row['id']).repeat(50))).toEqual([]);
    expect((await client.execute('SELECT n FROM counter')).rows[0]?.['n']).toBe(rows.length);
    expect((await client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok');
  },
);
