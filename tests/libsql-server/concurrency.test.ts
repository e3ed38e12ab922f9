import { describe, expect, it } from 'vitest';
import type { TestServer } from './support.ts';
import { close, execute, pipeline, testServer } from './support.ts';

async function withTable(limits = {}): Promise<TestServer> {
  const server = await testServer({ limits });
  await server.client().execute('CREATE TABLE t (a)');
  return server;
}

const valuesOf = async (server: TestServer): Promise<unknown[]> =>
  (await server.client().execute('SELECT a FROM t')).rows.map((row) => row['a']);

describe('one writer at a time', () => {
  it('writers wait for an open write transaction and come in the order they came', async () => {
    const server = await withTable();
    const transaction = await server.client().transaction('write');
    await transaction.execute('INSERT INTO t VALUES (0)');
    const settled: number[] = [];
    const sent: Promise<unknown>[] = [];
    for (let index = 1; index <= 5; index += 1) {
      sent.push(
        server
          .client()
          .execute(`INSERT INTO t VALUES (${index})`)
          .then(() => settled.push(index)),
      );
      // Several round trips later the write has surely arrived, and waits.
      for (let trip = 0; trip < 5; trip += 1) await server.client().execute('SELECT 1');
    }
    expect(settled).toEqual([]);
    expect(await valuesOf(server)).toEqual([]);
    await transaction.commit();
    await Promise.all(sent);
    expect(await valuesOf(server)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('reads do not wait for an open write transaction', async () => {
    const server = await withTable();
    const transaction = await server.client().transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    expect(await valuesOf(server)).toEqual([]);
    expect((await server.client().batch(['SELECT 1', 'SELECT 2'], 'read'))[1]?.rows[0]?.[0]).toBe(2);
    await transaction.rollback();
  });

  it('a wait has an end: SQLITE_BUSY, and the waiting line too', async () => {
    // SQLite's own wait would block everyone; it must not even begin.
    const server = await withTable({ writeWaitMs: 50, waitingWriters: 2, busyMs: 60_000 });
    const transaction = await server.client().transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    const writes = Array.from({ length: 6 }, (_, index) => {
      const client = server.client();
      if (index % 2) return client.execute('INSERT INTO t VALUES (2)');
      return client.batch(['INSERT INTO t VALUES (2)'], index ? 'write' : 'deferred');
    });
    const codes = (await Promise.allSettled(writes)).map((each) =>
      each.status === 'rejected' ? each.reason.code : 'ok',
    );
    expect(codes).toEqual(Array(6).fill('SQLITE_BUSY'));
    await transaction.commit();
    expect(await valuesOf(server)).toEqual([1]);
  });

  it('a deferred transaction that read before another wrote cannot write over it', async () => {
    const server = await withTable();
    const transaction = await server.client().transaction('deferred');
    await transaction.execute('SELECT a FROM t');
    await server.client().execute('INSERT INTO t VALUES (1)');
    await expect(transaction.execute('INSERT INTO t VALUES (2)')).rejects.toMatchObject({
      code: 'SQLITE_BUSY',
    });
    await transaction.rollback();
    await server.client().execute('INSERT INTO t VALUES (3)');
    expect(await valuesOf(server)).toEqual([1, 3]);
  });

  it('the work of a client that left while it waited is not done', async () => {
    const server = await withTable();
    const transaction = await server.client().transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    const leaving = new AbortController();
    const body = JSON.stringify({ requests: [execute('INSERT INTO t VALUES (2)'), close] });
    const abandoned = fetch(`${server.url}/v2/pipeline`, {
      method: 'POST',
      body,
      signal: leaving.signal,
    }).catch(() => 'left');
    for (let trip = 0; trip < 5; trip += 1) await server.client().execute('SELECT 1');
    leaving.abort();
    expect(await abandoned).toBe('left');
    for (let trip = 0; trip < 5; trip += 1) await server.client().execute('SELECT 1');
    await transaction.commit();
    await server.client().execute('INSERT INTO t VALUES (3)');
    expect(await valuesOf(server)).toEqual([1, 3]);
  });
});

describe('the time limit of a transaction', () => {
  it('rolls back a writer that takes too long, lets the next in, and says so', async () => {
    const server = await withTable({ transactionMs: 60 });
    const transaction = await server.client().transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    await server.client().execute('INSERT INTO t VALUES (2)');
    await expect(transaction.execute('INSERT INTO t VALUES (3)')).rejects.toMatchObject({
      code: 'TRANSACTION_TIMEOUT',
    });
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'TRANSACTION_TIMEOUT' });
    expect(await valuesOf(server)).toEqual([2]);
  });

  it('holds for one that stays busy, too', async () => {
    const server = await withTable({ transactionMs: 60 });
    const transaction = await server.client().transaction('write');
    const codes = new Set<string>();
    while (codes.size === 0)
      await transaction.execute('INSERT INTO t VALUES (1)').catch((error) => codes.add(error.code));
    expect([...codes]).toEqual(['TRANSACTION_TIMEOUT']);
    expect(await valuesOf(server)).toEqual([]);
  });

  it('starts anew with each transaction of a stream', async () => {
    const server = await withTable({ transactionMs: 150 });
    const startedMs = performance.now();
    let baton: string | null = null;
    while (performance.now() - startedMs < 300) {
      const { body } = await pipeline(
        server.url,
        [execute('BEGIN IMMEDIATE'), execute('INSERT INTO t VALUES (1)')],
        baton,
      );
      const ended = await pipeline(server.url, [execute('COMMIT')], body.baton);
      expect(ended.body.results[0]?.type).toBe('ok');
      baton = ended.body.baton;
    }
  });
});

describe('connections', () => {
  it('are handed on clean: no transaction, no settings, no changes of the one before', async () => {
    const server = await withTable();
    await pipeline(server.url, [
      execute('PRAGMA foreign_keys = OFF'),
      execute('BEGIN IMMEDIATE'),
      execute('INSERT INTO t VALUES (1)'),
      close,
    ]);
    const { body } = await pipeline(server.url, [
      { type: 'get_autocommit' },
      execute('PRAGMA foreign_keys'),
      close,
    ]);
    expect(body.results[0]?.response.is_autocommit).toBe(true);
    expect(body.results[1]?.response.result.rows[0]?.[0]?.value).toBe('1');
    expect(await valuesOf(server)).toEqual([]);
  });
});
