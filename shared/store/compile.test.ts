import { sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

describe('a compiled statement', () => {
  it('says what Drizzle’s own compiler makes of it', () => {
    const inner = sql`(SELECT ${1} ${sql.raw('FROM')} t ${sql.join([sql`WHERE a = ${'x'}`, sql`b = ${null}`], sql` AND `)})`;
    const statement = sql`SELECT ${'first'}, ${inner} ${sql``}LIMIT ${2}`;
    const { sql: text, params } = new SQLiteSyncDialect().sqlToQuery(statement);
    expect(compile(statement)).toEqual({ sql: text, args: params });
    expect(params).toEqual(['first', 1, 'x', null, 2]);
  });

  it('binds truth as SQLite knows it', () => {
    expect(compile(sql`SELECT ${true}, ${false}`).args).toEqual([1, 0]);
  });

  it('binds bytes as they are', () => {
    const bytes = Uint8Array.of(0, 255);
    expect(compile(sql`SELECT ${bytes}`)).toEqual({ sql: 'SELECT ?', args: [bytes] });
  });

  it('takes no value that SQLite would have to guess at', () => {
    for (const value of [undefined, {}, [1], new Date(0), 1n, () => 1])
      expect(() => compile(sql`SELECT ${value}`)).toThrow('cannot be bound');
  });

  it('refuses half of a surrogate pair as the caller’s mistake', () => {
    expect(() => compile(sql`SELECT ${'\ud83d'}`)).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });
});
