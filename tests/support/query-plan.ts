import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import Database from 'libsql';
import { root } from '../../scripts/paths.ts';

const dialect = new SQLiteSyncDialect();

/** SQLite itself with our schema and no rows: how it would run a statement, as the lines of its plan. */
export function queryPlanner(): (statement: SQL) => string[] {
  const db = new Database(':memory:');
  const folder = join(root, 'migrations');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()) {
    db.exec(readFileSync(join(folder, file), 'utf8'));
  }
  return (statement) => {
    const { sql, params } = dialect.sqlToQuery(statement);
    const rows: unknown[] = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params);
    return rows.map((row) => String(Object(row).detail));
  };
}
