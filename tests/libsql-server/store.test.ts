import { once } from 'node:events';
import { createServer } from 'node:http';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Database, gate, openDatabase } from '../../shared/store/database.ts';
import { testServer } from './support.ts';

/** The store's own database, as the Worker opens it, over a server with a table. */
async function withTable(): Promise<Database> {
  const server = await testServer({ authToken: 'secret' });
  await server
    .client()
    .execute('CREATE TABLE t (id TEXT PRIMARY KEY, n, kind GENERATED ALWAYS AS (typeof(n)))');
  return openDatabase({ url: server.url, authToken: 'secret' });
}

/** The address of a server that answers everything in one way. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${Object(server.address()).port}/`;
}

const ids = async (db: Database) =>
  (await db.one(sql`SELECT coalesce(group_concat(id ORDER BY id), '') AS ids FROM t`))?.['ids'];
const insert = (id: string, n: string | number | null | Uint8Array = null) =>
  sql`INSERT INTO t (id, n) VALUES (${id}, ${n})`;

describe('the store’s database', () => {
  it('keeps and returns each value as what it is', async () => {
    const db = await withTable();
    const values = ['', 'ünï 🙂 "\\\n\u0000', 0, -7, 2 ** 53 - 1, 1.5, -1e300, 2 ** 60, null];
    const kinds = ['text', 'text', 'integer', 'integer', 'integer', 'real', 'real', 'real', 'null'];
    await db.write(values.map((value, index) => insert(String(index), value)));
    for (const [index, n] of values.entries())
      expect(await db.one(sql`SELECT n, kind FROM t WHERE id = ${String(index)}`)).toEqual({
        n,
        kind: kinds[index],
      });
    await db.write([insert('bytes', Uint8Array.of(0, 128, 255))]);
    expect(await db.one(sql`SELECT hex(n) AS hex, kind FROM t WHERE id = 'bytes'`)).toEqual({
      hex: '0080FF',
      kind: 'blob',
    });
  });

  it('gives the rows of each statement of a write, and of none the first of none', async () => {
    const db = await withTable();
    const rows = await db.write([
      insert('a', 1),
      sql`SELECT id, n FROM t`,
      insert('b', 2),
      sql`SELECT n FROM t`,
    ]);
    expect(rows).toEqual([[], [{ id: 'a', n: 1 }], [], [{ n: 1 }, { n: 2 }]]);
    expect(await db.one(sql`SELECT 1 FROM t WHERE id = 'c'`)).toBeUndefined();
  });

  it.each([
    ['a rule is broken', gate([[sql`1`, 'forbidden']]), 'forbidden'],
    ['a rule names the time to wait', gate([[sql`1`, sql`'rate_limited_60'`]]), 'rate_limited'],
    ['a constraint fails', insert('before'), 'internal'],
    ['a statement is none', sql`SELEC`, 'internal'],
  ])('does nothing of a write where %s', async (_, broken, code) => {
    const db = await withTable();
    await db.write([insert('kept')]);
    await expect(db.write([insert('before'), broken, insert('after')])).rejects.toMatchObject({ code });
    expect(await ids(db)).toBe('kept');
    await db.write([insert('next')]);
    expect(await ids(db)).toBe('kept,next');
  });

  it.each([
    ['its commit failed', { message: 'disk I/O error', code: 'SQLITE_IOERR' }, 'internal'],
    ['its commit was passed over', null, 'unavailable'],
  ])('holds a write for done only when it is committed: %s', async (_, failure, code) => {
    const done = { cols: [], rows: [] };
    const result = { step_results: [done, done, null, done], step_errors: [null, null, failure, null] };
    const url = await answering(200, JSON.stringify({ results: [{ type: 'ok', response: { result } }] }));
    await expect(openDatabase({ url }).write([sql`SELECT 1`])).rejects.toMatchObject({ code });
  });

  it.each([
    ['no JSON', 200, '<html>'],
    ['nothing', 200, ''],
    ['no result', 200, '{"results":[]}'],
    ['a result of another shape', 200, '{"results":[{"type":"ok","response":{}}]}'],
    ['a failure of its own', 502, '<h1>Bad gateway</h1>'],
    ['a refusal', 401, '{"error":"Unauthorized"}'],
  ])('counts as out of reach where it answers with %s', async (_, status, body) => {
    const db = openDatabase({ url: await answering(status, body) });
    await expect(db.one(sql`SELECT 1`)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(db.write([sql`SELECT 1`])).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('counts as out of reach where nobody listens, or the token is wrong', async () => {
    const { url } = await testServer({ authToken: 'secret' });
    for (const config of [{ url, authToken: 'other' }, { url }, { url: 'http://127.0.0.1:1' }])
      await expect(openDatabase(config).one(sql`SELECT 1`)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says nothing of its SQL in what it throws', async () => {
    const db = await withTable();
    await expect(db.one(sql`SELECT secret_column FROM t`)).rejects.toMatchObject({
      message: expect.not.stringContaining('secret_column'),
    });
  });
});
