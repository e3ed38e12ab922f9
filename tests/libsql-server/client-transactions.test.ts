import type { Client } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { testServer } from './support.ts';

async function withTable(definition = 'a'): Promise<Client> {
  const client = (await testServer()).client();
  await client.execute(`CREATE TABLE t (${definition})`);
  return client;
}

const sumOf = async (client: Pick<Client, 'execute'>): Promise<unknown> =>
  (await client.execute('SELECT sum(a) FROM t')).rows[0]?.[0];

describe('batch()', () => {
  it.each(['write', 'deferred'] as const)('runs statements in order, in a %s transaction', async (mode) => {
    const client = (await testServer()).client();
    const results = await client.batch(
      [
        'CREATE TABLE t (a, b)',
        "INSERT INTO t VALUES (1, 'one')",
        'SELECT * FROM t',
        { sql: 'INSERT INTO t VALUES (?, ?)', args: [2, 'two'] },
        'SELECT * FROM t ORDER BY a',
      ],
      mode,
    );
    expect(results[2]?.rows).toEqual([{ a: 1, b: 'one' }]);
    expect(results[4]?.rows).toEqual([
      { a: 1, b: 'one' },
      { a: 2, b: 'two' },
    ]);
  });

  it('rolls all back when one statement fails, and says which', async () => {
    const client = await withTable();
    const failing = client.batch(
      ['INSERT INTO t VALUES (1)', 'SELECT foobar', 'INSERT INTO t VALUES (2)'],
      'write',
    );
    await expect(failing).rejects.toMatchObject({ code: 'SQL_INPUT_ERROR', statementIndex: 1 });
    expect(await sumOf(client)).toBe(null);
  });

  it('keeps 100 concurrent write batches apart', async () => {
    const client = await withTable('a, b');
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const results = await client.batch(
          [{ sql: 'INSERT INTO t VALUES (?, ?)', args: [index, index * 10] }, 'SELECT sum(a), sum(b) FROM t'],
          'write',
        );
        const [a, b] = Array.from(results[1]?.rows[0] ?? []);
        expect(b).toBe(Number(a) * 10);
      }),
    );
    expect(await sumOf(client)).toBe(4950);
  });

  it('takes thousands of statements, equal or different', async () => {
    const client = (await testServer()).client();
    const results = await client.batch(
      Array.from({ length: 4000 }, (_, index) => ({ sql: `SELECT ?, ${index % 200}`, args: [index] })),
      'read',
    );
    expect(results.map((result) => Array.from(result.rows[0] ?? []))).toEqual(
      Array.from({ length: 4000 }, (_, index) => [index, index % 200]),
    );
  });

  it('lets a read batch write nothing', async () => {
    const client = await withTable();
    await expect(client.batch(['SELECT 1', 'INSERT INTO t VALUES (1)'], 'read')).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    await expect(client.batch(['INSERT INTO t VALUES (1) RETURNING a'], 'read')).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    expect(await sumOf(client)).toBe(null);
    await client.batch(['INSERT INTO t VALUES (1)'], 'write');
  });
});

describe('migrate() and executeMultiple()', () => {
  it('migrates with foreign keys off, and has them on afterwards', async () => {
    const client = (await testServer()).client();
    await client.executeMultiple('CREATE TABLE p (id PRIMARY KEY); CREATE TABLE c (p REFERENCES p (id))');
    await client.migrate(['INSERT INTO c VALUES (7)', 'INSERT INTO p VALUES (7)', 'DELETE FROM p']);
    expect((await client.execute('SELECT p FROM c')).rows).toEqual([{ p: 7 }]);
    await expect(client.execute('INSERT INTO c VALUES (8)')).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
    });
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.[0]).toBe(1);
  });

  it('runs several statements, triggers and transactions among them', async () => {
    const client = (await testServer()).client();
    await client.executeMultiple(`
      CREATE TABLE t (a); CREATE TABLE log (a); -- a comment; with a semicolon
      CREATE TRIGGER tr AFTER INSERT ON t BEGIN
        INSERT INTO log VALUES (CASE WHEN new.a > 1 THEN 'big;' ELSE 'small' END);
        UPDATE log SET a = a || '!';
      END;
      BEGIN; INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); COMMIT;`);
    expect((await client.execute('SELECT a FROM log')).rows).toEqual([{ a: 'small!!' }, { a: 'big;!' }]);
  });

  it('stops at the first error and rolls back what its own BEGIN began', async () => {
    const client = (await testServer()).client();
    const script =
      'CREATE TABLE t (a); INSERT INTO t VALUES (1); BEGIN; INSERT INTO t VALUES (2); INSERT INTO t VALUES (foo()); COMMIT;';
    await expect(client.executeMultiple(script)).rejects.toMatchObject({ code: 'SQL_INPUT_ERROR' });
    expect(await sumOf(client)).toBe(1);
  });
});

describe('transaction()', () => {
  it('commits what it did, and is over then', async () => {
    const client = await withTable();
    const transaction = await client.transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    await transaction.batch([
      { sql: 'INSERT INTO t VALUES (?)', args: [2] },
      { sql: 'INSERT INTO t VALUES (?)', args: [4] },
    ]);
    await transaction.executeMultiple('INSERT INTO t VALUES (8); INSERT INTO t VALUES (16)');
    expect(await sumOf(transaction)).toBe(31);
    await transaction.commit();
    expect(transaction.closed).toBe(true);
    expect(await sumOf(client)).toBe(31);
    await expect(transaction.execute('SELECT 1')).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' });
  });

  it.each(['rollback', 'close'] as const)('leaves nothing behind after %s()', async (ending) => {
    const client = await withTable();
    const transaction = await client.transaction('write');
    await transaction.execute('INSERT INTO t VALUES (1)');
    await transaction[ending]();
    // The next writer waits for the lock, so it also proves that the lock was given up.
    await client.execute('INSERT INTO t VALUES (2)');
    expect(await sumOf(client)).toBe(2);
  });

  it('survives a failing statement', async () => {
    const client = await withTable('a UNIQUE');
    const transaction = await client.transaction('write');
    await expect(transaction.execute('SELECT foo')).rejects.toThrow();
    await expect(
      transaction.batch(['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (8)']),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
    await transaction.commit();
    expect(await sumOf(client)).toBe(1);
  });

  it('does not see what others commit while it reads', async () => {
    const client = await withTable();
    const reader = await client.transaction('read');
    expect(await sumOf(reader)).toBe(null);
    await client.execute('INSERT INTO t VALUES (1)');
    expect(await sumOf(reader)).toBe(null);
    await reader.commit();
    expect(await sumOf(client)).toBe(1);
  });

  it('commits and rolls back when nothing was done', async () => {
    const client = (await testServer()).client();
    await (await client.transaction('read')).commit();
    await (await client.transaction('write')).rollback();
  });

  it('keeps savepoints', async () => {
    const client = await withTable();
    const transaction = await client.transaction('write');
    await transaction.executeMultiple(
      'INSERT INTO t VALUES (1); SAVEPOINT s; INSERT INTO t VALUES (2); ROLLBACK TO s; RELEASE s',
    );
    await transaction.commit();
    expect(await sumOf(client)).toBe(1);
  });

  it('sees a schema change rolled back', async () => {
    const client = await withTable();
    const transaction = await client.transaction('write');
    await transaction.execute('ALTER TABLE t ADD COLUMN b');
    expect((await transaction.execute('SELECT * FROM t')).columns).toEqual(['a', 'b']);
    expect((await client.execute('SELECT * FROM t')).columns).toEqual(['a']);
    await transaction.rollback();
    expect((await client.execute('SELECT * FROM t')).columns).toEqual(['a']);
    await client.execute('INSERT INTO t VALUES (1)');
  });
});
