import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SQL } from 'drizzle-orm';
import Database from 'libsql';
import { compile } from '../../shared/store/compile.ts';
import { root } from '../../scripts/paths.ts';

/** SQLite itself with our schema and no rows. */
export function migratedDatabase(): Database.Database {
  const db = new Database(':memory:');
  const folder = join(root, 'migrations');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()) {
    db.exec(readFileSync(join(folder, file), 'utf8'));
  }
  return db;
}

/** How SQLite would run a statement over our schema, as the lines of its plan. */
export function queryPlanner(): (statement: SQL) => string[] {
  const db = migratedDatabase();
  return (statement) => {
    const { sql, args } = compile(statement);
    const rows: unknown[] = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(args);
    return rows.map((row) => String(Object(row).detail));
  };
}
