import { describe, expect, it } from 'vitest';
import { analyseMany, analyseOne } from './sql-analysis.ts';

describe('analyseOne', () => {
  it.each([
    ['SELECT 1', 'select', false],
    ['  /* c */ select 1; -- end', 'select', false],
    ['VALUES (1)', 'select', false],
    ['WITH a AS (SELECT 1), b(x) AS (INSERT) SELECT * FROM a', 'select', false],
    ['with a as (select 1) insert into t select * from a', 'insert', true],
    ['WITH RECURSIVE a AS (SELECT 1) UPDATE t SET x = 1', 'change', true],
    ['REPLACE INTO t VALUES (1)', 'insert', true],
    ['DELETE FROM t', 'change', true],
    ['CREATE UNIQUE INDEX i ON t (a)', 'schema', true],
    ['DROP TABLE t', 'schema', true],
    ['BEGIN', 'begin', false],
    ['BEGIN DEFERRED', 'begin', false],
    ['begin immediate transaction', 'begin-write', true],
    ['BEGIN EXCLUSIVE', 'begin-write', true],
    ['BEGIN TRANSACTION READONLY', 'begin-readonly', false],
    ['COMMIT', 'end', false],
    ['END TRANSACTION', 'end', false],
    ['ROLLBACK', 'end', false],
    ['ROLLBACK TRANSACTION TO SAVEPOINT s', 'savepoint', false],
    ['EXPLAIN INSERT INTO t VALUES (1)', 'explain', false],
    ['PRAGMA foreign_keys', 'read', false],
    ['PRAGMA foreign_keys = off', 'connection', false],
    ['PRAGMA main.user_version = 3', 'write', true],
    ['NONSENSE', 'unknown', false],
  ])('%s is %s', (sql, kind, writes) => {
    expect(analyseOne(sql)).toMatchObject({ kind, writes });
  });

  it.each([
    ['SELECT ?, ?', [undefined, undefined]],
    ['SELECT ?3, ?', [undefined, undefined, '?3', undefined]],
    ['SELECT :a, @a, $a, :a', [':a', '@a', '$a']],
    ['SELECT $a::b, ?1', ['$a::b']],
    ["SELECT '?', \"?\", [?], `?`, '''?', /* ? */ x'3f' -- ?", []],
    ['SELECT ?999999999, ?0', []],
    ['SELECT a$b, :ž', [':ž']],
  ])('parameters of %s', (sql, params) => {
    expect(analyseOne(sql).params).toEqual(params);
  });

  it.each(['', ';;', ' -- nothing', '/* open', 'SELECT 1; SELECT 2', 'SELECT \0', 'VACUUM'])(
    'refuses %j',
    (sql) => {
      expect(() => analyseOne(sql)).toThrow(/SQL string/);
    },
  );

  it.each(["SELECT '", 'SELECT "a', 'SELECT [a', 'SELECT `', '((((', '?', "x'", '$::', 'E\u0301'])(
    'bears the broken text %j',
    (sql) => {
      expect(() => analyseOne(sql)).not.toThrow();
    },
  );
});

describe('analyseMany', () => {
  it('keeps triggers whole and drops empty statements', () => {
    const trigger =
      'CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; DELETE FROM t; END';
    const sql = `;; SELECT 1; ${trigger}; EXPLAIN ${trigger};SELECT ';'`;
    expect(analyseMany(sql).map((each) => each.sql)).toEqual([
      'SELECT 1',
      trigger,
      `EXPLAIN ${trigger}`,
      "SELECT ';'",
    ]);
  });

  it('takes a long text in little time', () => {
    const startedMs = performance.now();
    expect(analyseMany('SELECT 1;'.repeat(100_000))).toHaveLength(100_000);
    expect(analyseMany(`SELECT ${"'".repeat(900_000)}`)).toHaveLength(1);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
