import Database from 'libsql';
import type { Analysis } from './sql-analysis.ts';
import { StatementError, statementErrorFrom } from './errors.ts';
import type { Limits } from './limits.ts';
import { LruCache } from './lru-cache.ts';
import type { Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';
import type { ResultBudget } from './result-budget.ts';
import type { SqlValue } from './values.ts';
import { encodeValue } from './values.ts';

/** Counts schema changes of the database file; every connection drops its compiled statements when it moves. */
export type SchemaClock = { now: number };

const LAST_ROWID = 'SELECT changes(), last_insert_rowid()';

/** One native connection: compiles with a cache, runs, and writes results as the protocol's JSON. */
export class Connection {
  readonly #db: Database.Database;
  readonly #limits: Limits;
  readonly #clock: SchemaClock;
  readonly #cache: LruCache<Prepared>;
  readonly #counts: Database.Statement;
  #cachedAt: number;
  #changedSchema = false;
  #readonlyTransaction = false;
  #changedState = false;

  constructor(file: string, limits: Limits, clock: SchemaClock) {
    this.#db = new Database(file, { timeout: limits.busyMs });
    this.#limits = limits;
    this.#clock = clock;
    this.#cache = new LruCache(limits.cachedStatements);
    this.#cachedAt = clock.now;
    this.#db.exec('PRAGMA journal_mode = WAL');
    // NORMAL, because WalSync makes each commit durable before it is acknowledged, many in one fsync.
    this.#db.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    this.#db.exec(
      `PRAGMA cache_size = -${limits.sqliteCacheKib}; PRAGMA journal_size_limit = ${limits.walKeptBytes}`,
    );
    this.#counts = this.#db.prepare(LAST_ROWID).raw(true).safeIntegers(true);
  }

  get inTransaction(): boolean {
    return this.#db.inTransaction;
  }

  /** Opens the file for real (SQLite waits for the first use) and bounds SQLite's memory in this process. */
  warmUp(): void {
    this.#db.prepare('SELECT count(*) FROM sqlite_schema').all();
    this.#db.pragma(`soft_heap_limit = ${this.#limits.sqliteSoftHeapBytes}`);
    this.#db.pragma(`hard_heap_limit = ${this.#limits.sqliteHardHeapBytes}`);
  }

  /** Compiles a statement, or finds it compiled; throws StatementError when SQLite refuses it. */
  prepare(analysis: Analysis): Prepared {
    if (this.#cachedAt !== this.#clock.now) {
      this.#cache.clear();
      this.#cachedAt = this.#clock.now;
    }
    const known = this.#cache.get(analysis.sql);
    if (known !== undefined) return known;
    const prepared = prepare(this.#db, analysis);
    if (analysis.kind !== 'schema' && analysis.sql.length <= this.#limits.cachedSqlChars)
      this.#cache.set(analysis.sql, prepared);
    return prepared;
  }

  /** Runs one statement and returns its result as JSON; throws StatementError. */
  run(analysis: Analysis, args: readonly SqlValue[], wantRows: boolean, budget: ResultBudget): string {
    if (analysis.writes && this.#readonlyTransaction) {
      throw new StatementError('SQLITE_READONLY', 'SQLite error: attempt to write a readonly database');
    }
    try {
      const prepared = this.prepare(analysis);
      const result =
        prepared.columns.length === 0
          ? this.#change(prepared, analysis, args)
          : this.#rows(prepared, analysis, args, wantRows, budget);
      if (analysis.kind === 'begin-readonly') this.#readonlyTransaction = true;
      return result;
    } catch (thrown) {
      const error = statementErrorFrom(thrown);
      if (error.code === 'SQLITE_BUSY' && analysis.writes) this.#unstick(analysis, args);
      throw error;
    } finally {
      this.#follow(analysis);
    }
  }

  /** Rolls back whatever is open and makes the connection as good as new for the next stream. */
  reset(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    this.#endTransaction();
    if (this.#changedState) this.#db.exec('PRAGMA foreign_keys = ON; PRAGMA defer_foreign_keys = OFF');
    this.#changedState = false;
  }

  /** Moves the write-ahead log into the database file. */
  checkpoint(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#cache.clear();
    this.#db.close();
  }

  #follow(analysis: Analysis): void {
    if (analysis.kind === 'schema') {
      this.#changedSchema = true;
      this.#clock.now += 1;
    }
    if (analysis.kind === 'connection') this.#changedState = true;
    if ((this.#changedSchema || this.#readonlyTransaction) && !this.#db.inTransaction) this.#endTransaction();
  }

  #endTransaction(): void {
    // Others compiled against the schema from before the commit, this one against what a rollback took back.
    if (this.#changedSchema) this.#clock.now += 1;
    this.#changedSchema = false;
    this.#readonlyTransaction = false;
  }

  #change({ native, columnsJson }: Prepared, { kind }: Analysis, args: readonly SqlValue[]): string {
    const info = native.run(args);
    const changes = kind === 'insert' || kind === 'change' ? info.changes : 0;
    const rowid = kind === 'insert' ? `"${this.#exactRowid(info.lastInsertRowid)}"` : 'null';
    return `{"cols":${columnsJson},"rows":[],"affected_row_count":${changes},"last_insert_rowid":${rowid}}`;
  }

  #exactRowid(rowid: number | bigint): number | bigint {
    // The native library passes it as a double.
    return Number.isSafeInteger(rowid) ? rowid : this.#countsNow().rowid;
  }

  #countsNow(): { changes: bigint; rowid: bigint } {
    const [row] = this.#counts.all();
    if (!Array.isArray(row)) throw new Error('SQLite did not answer with its counts');
    return { changes: BigInt(row[0]), rowid: BigInt(row[1]) };
  }

  #rows(
    prepared: Prepared,
    { kind }: Analysis,
    args: readonly SqlValue[],
    wantRows: boolean,
    budget: ResultBudget,
  ): string {
    const isDml = kind === 'insert' || kind === 'change';
    const rows = this.#read(prepared, args, isDml, wantRows, budget);
    // all() and iterate() report no changes, so RETURNING has to ask.
    const counts = isDml ? this.#countsNow() : undefined;
    const rowid = kind === 'insert' && counts ? `"${counts.rowid}"` : 'null';
    return `{"cols":${prepared.columnsJson},"rows":[${rows}],"affected_row_count":${counts?.changes ?? 0},"last_insert_rowid":${rowid}}`;
  }

  #read(
    { native, wired }: Prepared,
    args: readonly SqlValue[],
    isDml: boolean,
    wantRows: boolean,
    budget: ResultBudget,
  ): string {
    let json = '';
    let count = 0;
    const rows = native.iterate(args);
    try {
      for (const row of rows) {
        count += 1;
        if ((count & 63) === 0) budget.checkTime();
        if (!wantRows || !Array.isArray(row)) continue;
        json += count === 1 ? encodeRow(row, wired, budget) : `,${encodeRow(row, wired, budget)}`;
        budget.checkSize(count, json.length);
      }
    } catch (error) {
      if (!isFromSqlite(error)) abandon(native, rows, args, isDml);
      throw error;
    }
    budget.spend(json.length);
    return json;
  }

  #unstick(analysis: Analysis, args: readonly SqlValue[]): void {
    // SQLite leaves a busy statement running, with its old snapshot. Only a new run resets it, so this one must fail.
    this.#db.exec('PRAGMA query_only = ON');
    try {
      this.prepare(analysis).native.run(args);
    } catch (error) {
      statementErrorFrom(error);
    } finally {
      this.#db.exec('PRAGMA query_only = OFF');
    }
  }
}

/** Ends a statement whose rows are not wanted to the last, or its snapshot would stay open. */
function abandon(
  native: Database.Statement,
  rows: Iterator<unknown>,
  args: readonly SqlValue[],
  isDml: boolean,
): void {
  // A change is done by now and its rows are few; get() would do it again, but for a query it is the only reset.
  if (isDml) while (!rows.next().done);
  else native.get(args);
}

// After an error of its own SQLite has ended the statement itself.
const isFromSqlite = (error: unknown): boolean => error instanceof Error && 'rawCode' in error;

function encodeRow(row: readonly unknown[], wired: boolean, budget: ResultBudget): string {
  let json = '[';
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index];
    // Before it is encoded: a value of hundreds of megabytes would not fit a string.
    if (typeof value === 'string' || value instanceof Uint8Array) budget.checkSize(1, value.length);
    json += index === 0 ? encodeValue(value, wired) : `,${encodeValue(value, wired)}`;
  }
  return `${json}]`;
}
