import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { prepare } from './prepare.ts';
import { analyseOne } from './sql-analysis.ts';
import { encodeValue } from './values.ts';
import { wireSql } from './wire-columns.ts';

function read(
  db: Database.Database,
  sql: string,
): { values: unknown[][]; columns: string[]; wired: boolean } {
  const { native, columns, wired } = prepare(db, analyseOne(sql));
  const rows = native.all([]).filter((row) => Array.isArray(row));
  const values = rows.map((row) =>
    row.map((value: unknown) => JSON.parse(encodeValue(value, wired)).value ?? null),
  );
  return { values, columns: columns.map(({ name }) => name), wired };
}

describe('RETURNING is rewritten item by item', () => {
  it.each([
    ['a', ['x\0y']],
    ['*', ['x\0y', '1']],
    ['a AS n, b m', ['x\0y', '1']],
    ['b, *, b', ['1', 'x\0y', '1', '1']],
    ["a || '!' \"odd, name\", max(b, 2) AS 'from', (SELECT 'q')", ['x\0y!', '2', 'q']],
    ['a COLLATE nocase, b IS NULL, b NOTNULL, b IS NOT NULL', ['x\0y', '0', '1', '1']],
    ["CASE b WHEN 1 THEN 'one' END, CASE WHEN b THEN a ELSE b END c", ['one', 'x\0y']],
    ["a IN ('a', 'b'), -b, NOT b, b BETWEEN 0 AND 2", ['0', '-1', '0', '1']],
    ["rowid, 'RETURNING', typeof(a)", ['1', 'RETURNING', 'text']],
  ])('RETURNING %s', (list, expected) => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE t (a, b)');
    const plain = db.prepare(`INSERT INTO t VALUES ('', 0) RETURNING ${list}`).columns();
    const { values, columns, wired } = read(
      db,
      `INSERT INTO t VALUES ('x' || char(0) || 'y', 1) RETURNING ${list} -- end`,
    );
    expect([values, wired]).toEqual([[expected], true]);
    expect(columns).toEqual(plain.map(({ name }) => name));
  });
});

describe('a query', () => {
  it('evaluates each expression once', () => {
    const db = new Database(':memory:');
    const sql = wireSql(analyseOne('SELECT random()'), ['r']) ?? '';
    const steps = db.prepare(`EXPLAIN ${sql}`).raw(true).all();
    const calls = steps.filter(
      (step) => Array.isArray(step) && step[1] === 'Function' && String(step[5]).startsWith('random'),
    );
    expect(calls).toHaveLength(1);
  });

  it('keeps its order and its names, equal ones too', () => {
    const db = new Database(':memory:');
    db.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('b'), ('c'), ('a')");
    const { values, columns } = read(db, 'SELECT a, a, a AS "x y" FROM t ORDER BY a DESC LIMIT 2');
    expect([values, columns]).toEqual([
      [
        ['c', 'c', 'c'],
        ['b', 'b', 'b'],
      ],
      ['a', 'a', 'x y'],
    ]);
  });
});
