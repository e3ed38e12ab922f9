import type { Client, InValue } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { testServer } from './support.ts';

async function roundTrip(
  value: InValue,
  intMode: 'number' | 'bigint' | 'string' = 'number',
): Promise<unknown> {
  const client = (await testServer()).client({ intMode });
  return (await client.execute({ sql: 'SELECT ?', args: [value] })).rows[0]?.[0];
}

async function withTable(definition = 'a'): Promise<Client> {
  const client = (await testServer()).client();
  await client.execute(`CREATE TABLE t (${definition})`);
  return client;
}

describe('execute()', () => {
  it('names columns, their declared types and the values of each row', async () => {
    const client = await withTable('i INTEGER, f FLOAT, s TEXT, b BLOB');
    await client.execute("INSERT INTO t VALUES (7, 0.25, 'foo', X'626172')");
    const result = await client.execute('SELECT i, f, s, b, 1 + 1 AS sum FROM t');
    expect(result.columns).toEqual(['i', 'f', 's', 'b', 'sum']);
    expect(result.columnTypes).toEqual(['INTEGER', 'FLOAT', 'TEXT', 'BLOB', '']);
    expect(result.toJSON()['rows']).toEqual([[7, 0.25, 'foo', 'YmFy', 2]]);
    expect({ ...result.rows[0] }).toMatchObject({ i: 7, s: 'foo', sum: 2 });
  });

  it('gives rows in the order asked for, also of VALUES, WITH and compound queries', async () => {
    const client = await withTable();
    expect((await client.execute("VALUES (1, 'one'), (2, 'two')")).rows.map((row) => row[1])).toEqual([
      'one',
      'two',
    ]);
    const counting =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250) SELECT i FROM n ORDER BY i DESC';
    expect((await client.execute(counting)).rows.map((row) => row[0])).toEqual(
      Array.from({ length: 250 }, (_, index) => 250 - index),
    );
    expect(
      (await client.execute('SELECT 3 AS x UNION SELECT 1 UNION SELECT 2 ORDER BY x -- last')).rows.map(
        (row) => row[0],
      ),
    ).toEqual([1, 2, 3]);
  });

  it('counts affected rows of INSERT, UPDATE, DELETE, WITH … INSERT and RETURNING', async () => {
    const client = await withTable();
    const affected = async (sql: string): Promise<number> => (await client.execute(sql)).rowsAffected;
    expect(await affected('INSERT INTO t VALUES (1), (2), (3)')).toBe(3);
    expect(await affected('WITH x(a) AS (SELECT 2 * a FROM t) INSERT INTO t SELECT a FROM x')).toBe(3);
    expect(await affected('UPDATE t SET a = a + 1 WHERE a > 3 RETURNING a')).toBe(2);
    expect(await affected('DELETE FROM t WHERE a = 1')).toBe(1);
    expect(await affected('SELECT * FROM t')).toBe(0);
    expect(await affected('CREATE TABLE u (a)')).toBe(0);
  });

  it('gives the exact rowid of an insert, beyond what a double holds', async () => {
    const client = await withTable('id INTEGER PRIMARY KEY, s');
    expect((await client.execute('INSERT INTO t VALUES (12345, 1)')).toJSON()['lastInsertRowid']).toBe(
      '12345',
    );
    expect((await client.execute('INSERT INTO t VALUES (9007199254740993, 2)')).lastInsertRowid).toBe(
      9007199254740993n,
    );
    const returning = await client.execute(
      "INSERT INTO t VALUES (9007199254740995, 3) RETURNING 42 AS x, 'foo' y",
    );
    expect(returning.lastInsertRowid).toBe(9007199254740995n);
    expect(returning.columns).toEqual(['x', 'y']);
    expect(Array.from(returning.rows[0] ?? [])).toEqual([42, 'foo']);
  });

  it('sees a column added after the statement was first run', async () => {
    const client = await withTable();
    await client.execute('INSERT INTO t VALUES (1)');
    expect((await client.execute('SELECT * FROM t')).columns).toEqual(['a']);
    await client.batch(["ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'new'"], 'write');
    const result = await client.execute('SELECT * FROM t');
    expect([result.columns, result.columnTypes, Array.from(result.rows[0] ?? [])]).toEqual([
      ['a', 'b'],
      ['', 'TEXT'],
      [1, 'new'],
    ]);
  });

  it.each([
    ['SELECT foobar', 'SQL_INPUT_ERROR', /no such column: foobar/],
    ['SELECT * FROM nowhere', 'SQLITE_UNKNOWN', /^SQLITE_UNKNOWN: SQLite error: no such table: nowhere/],
    ['SELEC 1', 'SQL_PARSE_ERROR', /syntax error/],
    ["INSERT INTO u VALUES ('x', 1)", 'SQLITE_CONSTRAINT', /SQLite error: UNIQUE constraint failed: u.a/],
    [
      "INSERT INTO u VALUES ('y', NULL)",
      'SQLITE_CONSTRAINT',
      /SQLite error: NOT NULL constraint failed: u.b/,
    ],
    ['SELECT 1; SELECT 2', 'SQL_MANY_STATEMENTS', /more than one statement/],
    ['-- nothing', 'SQL_NO_STATEMENT', /does not contain any statement/],
  ])('%s fails with %s', async (sql, code, message) => {
    const client = (await testServer()).client();
    await client.executeMultiple("CREATE TABLE u (a UNIQUE, b NOT NULL); INSERT INTO u VALUES ('x', 1)");
    await expect(client.execute(sql)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('refuses a foreign key that points nowhere', async () => {
    const client = (await testServer()).client();
    await client.executeMultiple('CREATE TABLE p (id PRIMARY KEY); CREATE TABLE c (p REFERENCES p (id))');
    await expect(client.execute('INSERT INTO c VALUES (1)')).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
    });
  });
});

describe('values', () => {
  it.each([0, -2023, 12.345, 1e18, -1e18, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0.1 + 0.2])(
    'float %d is exact',
    async (value) => {
      expect(await roundTrip(value, 'bigint')).toBe(value);
    },
  );

  it.each([0n, -42n, 9007199254740993n, 9223372036854775807n, -9223372036854775808n])(
    'integer %d is exact',
    async (value) => {
      expect(await roundTrip(value, 'bigint')).toBe(value);
      expect(await roundTrip(value, 'string')).toBe(String(value));
    },
  );

  it('an integer too large for a number is refused by the client, not rounded', async () => {
    await expect(roundTrip(9007199254740992n)).rejects.toThrow(RangeError);
  });

  it.each([
    ['', 'empty'],
    ['a\n\r\t "quoted" \\ \u2028', 'escapes'],
    ['žluťoučký kůň 😀 \u{10FFFF} \uFFFE', 'unicode'],
    ['a\0b\0', 'NUL characters'],
    ['\0', 'only NUL'],
    ['x'.repeat(300_000), 'long'],
  ])('text %# is exact as argument, in a row and in RETURNING', async (value) => {
    expect(await roundTrip(value)).toBe(value);
    const client = await withTable('s TEXT, n');
    const inserted = await client.execute({
      sql: 'INSERT INTO t VALUES (?, 1) RETURNING s, n, s AS again',
      args: [value],
    });
    expect(Array.from(inserted.rows[0] ?? [])).toEqual([value, 1, value]);
    expect((await client.execute('SELECT s FROM t')).rows[0]?.['s']).toBe(value);
    expect((await client.execute('UPDATE t SET n = 2 RETURNING *')).rows[0]?.['s']).toBe(value);
  });

  it('blobs of every byte and of none are exact, also in RETURNING', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index ^ 0xab);
    expect(await roundTrip(bytes)).toEqual(bytes.buffer);
    expect(await roundTrip(new Uint8Array(0))).toEqual(new ArrayBuffer(0));
    const client = await withTable();
    const result = await client.execute({ sql: 'INSERT INTO t VALUES (?) RETURNING a', args: [bytes] });
    expect(result.rows[0]?.['a']).toEqual(bytes.buffer);
  });

  it('null, booleans and dates travel as the client sends them', async () => {
    expect(await roundTrip(null)).toBe(null);
    expect(await roundTrip(true)).toBe(1);
    expect(await roundTrip(new Date('2023-01-02T12:34:56Z'))).toBe(1672662896000);
  });

  it('infinity computed in SQL arrives as infinity', async () => {
    const client = (await testServer()).client();
    expect(Array.from((await client.execute('SELECT 9e999, -9e999')).rows[0] ?? [])).toEqual([
      Infinity,
      -Infinity,
    ]);
  });
});

describe('arguments', () => {
  it.each([
    ['SELECT ?2, ?3, ?1', ['one', 'two', 'three'], ['two', 'three', 'one']],
    ['SELECT ?3, ?1', ['one', 'two', 'three'], ['three', 'one']],
    ['SELECT ?2, ?, ?3', ['one', 'two', 'three'], ['two', 'three', 'three']],
    ['SELECT :b, :a, :b', { a: 'one', ':b': 'two' }, ['two', 'one', 'two']],
    ['SELECT @b, @a, ?1', { a: 'one', '@b': 'two' }, ['two', 'one', 'two']],
    ['SELECT $b, $a', { a: null, $b: 'two' }, ['two', null]],
    ['SELECT \'?\', ? AS "?" -- ?', [1], ['?', 1]],
  ])('%s', async (sql, args, expected) => {
    const client = (await testServer()).client();
    expect(Array.from((await client.execute({ sql, args })).rows[0] ?? [])).toEqual(expected);
  });

  it.each([
    ['SELECT ?, ?', [1]],
    ['SELECT ?', [1, 2]],
    ['SELECT 1', [1]],
    ['SELECT :a, :b', { a: 1 }],
  ])('too few or too many are refused: %s', async (sql, args) => {
    const client = (await testServer()).client();
    await expect(client.execute({ sql, args })).rejects.toMatchObject({ code: 'ARGS_INVALID' });
  });
});

describe('what the product builds on', () => {
  it('full-text search with ranking, highlighting and triggers', async () => {
    const client = (await testServer()).client();
    await client.executeMultiple(`CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'porter unicode61');
      INSERT INTO f VALUES ('Passwords', 'How to reset a forgotten password'), ('Other', 'Nothing here'), ('Resets', 'resetting')`);
    const sql =
      "SELECT title, bm25(f, 2, 1) AS score, highlight(f, 1, '<', '>') AS marked FROM f WHERE f MATCH ? ORDER BY rank LIMIT 5";
    const { rows } = await client.execute({ sql, args: ['"reset"'] });
    expect(rows.map((row) => [row['title'], row['marked'], Number(row['score']) < 0])).toEqual([
      ['Resets', '<resetting>', true],
      ['Passwords', 'How to <reset> a forgotten password', true],
    ]);
  });

  it('vectors, JSON, upserts with RETURNING and window functions', async () => {
    const client = await withTable('id INTEGER PRIMARY KEY, n INTEGER, v F32_BLOB(2)');
    const upsert =
      'INSERT INTO t VALUES (1, 1, vector32(?)) ON CONFLICT (id) DO UPDATE SET n = n + 1 RETURNING n, vector_extract(v) AS v';
    await client.execute({ sql: upsert, args: ['[1,2]'] });
    expect(Array.from((await client.execute({ sql: upsert, args: ['[1,2]'] })).rows[0] ?? [])).toEqual([
      2,
      '[1,2]',
    ]);
    const sql = `SELECT json_group_array(json_object('id', id, 'near', vector_distance_cos(v, '[1,2]') < 0.001)) AS j, count(*) OVER () AS c FROM t`;
    expect((await client.execute(sql)).rows).toEqual([{ j: '[{"id":1,"near":1}]', c: 1 }]);
  });
});
