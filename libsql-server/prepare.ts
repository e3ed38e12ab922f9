import type Database from 'libsql';
import { StatementError, statementErrorFrom } from './errors.ts';
import type { Analysis } from './sql-analysis.ts';
import { wireSql } from './wire-columns.ts';

export type Column = { name: string; decltype: string | null };

/** A compiled statement; `wired` says that its values come rewritten by `wireSql`. */
export type Prepared = {
  native: Database.Statement;
  columns: readonly Column[];
  columnsJson: string;
  wired: boolean;
};

function compile(db: Database.Database, sql: string): Database.Statement {
  try {
    return db.prepare(sql);
  } catch (error) {
    throw statementErrorFrom(error);
  }
}

function wire(
  db: Database.Database,
  analysis: Analysis,
  columns: readonly Column[],
): Database.Statement | undefined {
  const sql = wireSql(
    analysis,
    columns.map((column) => column.name),
  );
  if (sql === undefined) return undefined;
  try {
    return db.prepare(sql);
  } catch (error) {
    // A RETURNING list the rewriting misread still runs as it stands; a SELECT read directly could end the process.
    if (analysis.kind === 'select') throw statementErrorFrom(error);
    return undefined;
  }
}

/** Compiles a statement so that its values can be read unharmed; throws StatementError when SQLite refuses it. */
export function prepare(db: Database.Database, analysis: Analysis): Prepared {
  const plain = compile(db, analysis.sql);
  if (analysis.kind === 'unknown') {
    throw new StatementError(
      'SQL_PARSE_ERROR',
      `SQL string could not be parsed: unsupported statement: ${analysis.sql.slice(0, 200)}`,
    );
  }
  const columns = plain.columns().map(({ name, type }) => ({ name, decltype: type }));
  const columnsJson = JSON.stringify(columns);
  if (columns.length === 0) return { native: plain, columns, columnsJson, wired: false };
  const wired = wire(db, analysis, columns);
  const native = wired ?? plain;
  native.raw(true);
  native.safeIntegers(true);
  return { native, columns, columnsJson, wired: wired !== undefined };
}
