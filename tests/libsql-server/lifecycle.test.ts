import { execFile } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@libsql/client/http';
import { describe, expect, it } from 'vitest';
import { startLibsqlServer } from '../../libsql-server/server.ts';
import type { RequestInfo } from '../../libsql-server/server.ts';
import { startServerProcess } from './server-process.ts';
import { close, execute, pipeline, temporaryFolder, testServer } from './support.ts';

const BACKUP = fileURLToPath(new URL('../../libsql-server/backup.ts', import.meta.url));
const backUp = (from: string, to: string): Promise<unknown> =>
  promisify(execFile)(process.execPath, [BACKUP, '--file', from, '--to', to]);

describe('starting', () => {
  it('makes missing folders, for its own user alone, and gives its url and port', async () => {
    const folder = join(temporaryFolder(), 'deep', 'er');
    const file = join(folder, 'x.db');
    const { url, port } = await testServer({ file });
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(existsSync(file)).toBe(true);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('says that a port is taken and how to change it, and lets go of the file', async () => {
    const { port } = await testServer();
    const file = join(temporaryFolder(), 'x.db');
    await expect(startLibsqlServer({ file, port })).rejects.toThrow(
      new RegExp(`Port ${port} .* already in use.*--port`),
    );
    await testServer({ file });
  });

  it('refuses a public address without a token', async () => {
    const file = join(temporaryFolder(), 'x.db');
    for (const host of ['0.0.0.0', '::', '192.168.1.1', 'example.com', '127.0.0.1.example.com']) {
      await expect(startLibsqlServer({ file, host, port: 0 })).rejects.toThrow(/without a token/);
      await expect(startLibsqlServer({ file, host, port: 0, authToken: '' })).rejects.toThrow(
        /without a token/,
      );
    }
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a file that another server has open, in this process or another', async () => {
    const { file } = await testServer();
    await expect(startLibsqlServer({ file, port: 0 })).rejects.toThrow(
      `already open in another libSQL server (process ${process.pid})`,
    );
    await expect(startServerProcess(file)).rejects.toThrow(
      `already open in another libSQL server (process ${process.pid})`,
    );
  });

  it('refuses what is no database file', async () => {
    const file = join(temporaryFolder(), 'x.db');
    writeFileSync(file, 'not a database, but long enough to be taken for one'.repeat(100));
    await expect(startLibsqlServer({ file, port: 0 })).rejects.toThrow(/not a database/);
    await expect(startLibsqlServer({ file: ':memory:', port: 0 })).rejects.toThrow(/needs a database file/);
  });
});

describe('stopping', () => {
  it('lets waiting work finish, ends open transactions, leaves a whole file and frees port and file', async () => {
    const server = await testServer();
    await server.client().execute('CREATE TABLE t (a)');
    const transaction = await server.client().transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    const waiting = server.client().execute('INSERT INTO t VALUES (2)');
    for (let trip = 0; trip < 5; trip += 1) await server.client().execute('SELECT 1');
    await Promise.all([server.close(), server.close(), waiting]);
    expect(statSync(`${server.file}-wal`).size).toBe(0);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    const again = await testServer({ file: server.file, port: server.port });
    expect((await again.client().execute('SELECT a FROM t')).rows).toEqual([{ a: 2 }]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s from the command line', async (signal) => {
    const file = join(temporaryFolder(), 'x.db');
    const { url, child, ended } = await startServerProcess(file, [], { LIBSQL_AUTH_TOKEN: 'secret' });
    await expect(createClient({ url }).execute('SELECT 1')).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    await createClient({ url, authToken: 'secret' }).executeMultiple(
      'CREATE TABLE t (a); INSERT INTO t VALUES (1)',
    );
    child.kill(signal);
    expect(await ended).toBe('0');
    expect((await (await testServer({ file })).client().execute('SELECT a FROM t')).rows).toEqual([{ a: 1 }]);
  });

  it('by itself when one statement blocks it for too long', async () => {
    const file = join(temporaryFolder(), 'x.db');
    const server = await startServerProcess(file, ['--max-stall-seconds', '1']);
    const client = createClient({ url: server.url });
    await client.executeMultiple('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    await expect(client.execute(endless)).rejects.toThrow();
    expect(await server.ended).toBe('SIGKILL');
    expect(server.errors()).toContain('cannot be interrupted');
    expect((await (await testServer({ file })).client().execute('SELECT a FROM t')).rows).toEqual([{ a: 1 }]);
  });

  it.each([
    ['--port', 'x'],
    ['--port', '70000'],
    ['--host', '0.0.0.0'],
    ['--nonsense', '1'],
  ])('at once, with a message, on %s %s', async (...args) => {
    await expect(startServerProcess(join(temporaryFolder(), 'x.db'), args)).rejects.toThrow(
      /^1: libSQL server: .{10}/,
    );
  });
});

describe('hooks', () => {
  it('count requests, and withhold an answer after the commit', async () => {
    const seen: RequestInfo[] = [];
    let mode: 'answer' | 'drop' = 'answer';
    const bodies: unknown[] = [];
    const intercept = (request: { path: string; body: unknown }): 'answer' | 'drop' => {
      bodies.push(request.body);
      return mode;
    };
    const { url } = await testServer({ onRequest: (info) => seen.push(info), intercept });
    await pipeline(url, [execute('CREATE TABLE t (a)'), close]);
    mode = 'drop';
    await expect(pipeline(url, [execute('INSERT INTO t VALUES (1)'), close])).rejects.toThrow();
    mode = 'answer';
    expect(
      (await pipeline(url, [execute('SELECT a FROM t'), close])).body.results[0]?.response.result.rows,
    ).toHaveLength(1);
    expect(seen.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/v2/pipeline', 200],
      ['POST', '/v2/pipeline', 'dropped'],
      ['POST', '/v2/pipeline', 200],
    ]);
    expect(bodies[1]).toEqual({ requests: [execute('INSERT INTO t VALUES (1)'), close] });
  });
});

describe('backup', () => {
  it('copies a database in use as it stood at one moment', async () => {
    const server = await testServer();
    const client = server.client();
    await client.executeMultiple('CREATE TABLE a (n); CREATE TABLE b (n)');
    const stop = new AbortController();
    const writing = (async () => {
      for (let n = 0; !stop.signal.aborted; n += 1)
        await client.batch([`INSERT INTO a VALUES (${n})`, `INSERT INTO b VALUES (${n})`], 'write');
    })();
    const to = join(temporaryFolder(), "it's a copy.db");
    await backUp(server.file, to);
    stop.abort();
    await writing;
    const copy = (await testServer({ file: to })).client();
    const [a, b, both] = await copy.batch(
      ['SELECT count(*) n FROM a', 'SELECT count(*) n FROM b', 'SELECT count(*) n FROM a JOIN b USING (n)'],
      'read',
    );
    expect(a?.rows).toEqual(b?.rows);
    expect(a?.rows).toEqual(both?.rows);
    await expect(backUp(server.file, to)).rejects.toThrow(/never overwrites/);
    await expect(backUp(`${server.file}x`, `${to}x`)).rejects.toThrow(/no database file/);
  });
});
