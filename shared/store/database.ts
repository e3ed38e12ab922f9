import { LibsqlError, type ResultSet, createClient } from '@libsql/client/http';
import { type SQL, sql } from 'drizzle-orm';
import { AppError, type ErrorCode, isErrorCode } from '../errors.ts';
import { limits } from '../limits.ts';
import { compile } from './compile.ts';

export type Row = ResultSet['rows'][number];

export type Database = {
  /** Runs one statement; its first row, if there is one. */
  one(statement: SQL): Promise<Row | undefined>;
  /** Runs statements as one write transaction, in one request; the rows of each. */
  write(statements: SQL[]): Promise<Row[][]>;
};

export type DatabaseConfig = { url: string; authToken?: string | undefined };

/** Never reached: a limit of the client's own would queue one request behind another's in the same isolate. */
const noQueue = 1_000_000;

/** Opens libSQL over HTTP. Every call is one request; failures are `AppError`s and carry no SQL. */
export function openDatabase(config: DatabaseConfig): Database {
  const client = createClient({
    url: config.url,
    concurrency: noQueue,
    fetch: fetchInTime,
    ...(config.authToken ? { authToken: config.authToken } : {}),
  });
  return {
    one: async (statement) => (await translated(client.execute(compile(statement)))).rows[0],
    write: async (statements) => {
      const results = await translated(client.batch(statements.map(compile), 'write'));
      return results.map((result) => result.rows);
    },
  };
}

/** The part of a `Response` that the client reads; a true one made around the body costs a third of the whole request. */
type Answer = Pick<Response, 'ok' | 'status' | 'headers' | 'text' | 'json'>;

/**
 * What was asked of a database that is silent may still happen: whoever asks again names what it wants. The timer
 * ends with the answer: one left pending (as `AbortSignal.timeout` leaves it) would keep a room from hibernating.
 */
async function fetchInTime(request: Request): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limits.database.answerMs);
  try {
    const response = await fetch(request, { signal: late.signal });
    const { ok, status, headers } = response;
    const body = await response.text();
    return { ok, status, headers, text: async () => body, json: async () => JSON.parse(body) };
  } finally {
    clearTimeout(timer);
  }
}

async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw translate(error);
  }
}

const badPath = /bad JSON path: '(\w+)'/;

function translate(error: unknown): AppError {
  if (!(error instanceof LibsqlError)) return new AppError('unavailable', { cause: error });
  const refusal = refusalOf(badPath.exec(error.message)?.[1]);
  if (refusal) return refusal;
  const broken = /^(SQLITE_(?!BUSY)|SQL_|PROTOCOL_)/.test(error.code);
  return new AppError(broken ? 'internal' : 'unavailable', { cause: error });
}

/**
 * A condition under which a statement must not run, and the code of its refusal: a word of ours, or SQL that makes one
 * followed by the seconds after which to try again, such as `rate_limited_60`.
 */
export type Rule = [broken: SQL, code: ErrorCode | SQL];

/** The first broken rule's code, or `$` (also the path that JSON reads as "all is well"). */
export function verdict(rules: Rule[]): SQL {
  const word = (code: Rule[1]) => (typeof code === 'string' ? sql.raw(`'${code}'`) : code);
  const cases = rules.map(([broken, code]) => sql`WHEN ${broken} THEN ${word(code)} `);
  return sql`CASE ${sql.join(cases)}ELSE '$' END`;
}

/** The refusal that a verdict stands for; null for `$` and whatever else is none. */
export function refusalOf(word: string | undefined): AppError | null {
  const [, code, seconds] = /^([a-z_]+?)(?:_(\d+))?$/.exec(word ?? '') ?? [];
  if (!isErrorCode(code)) return null;
  return new AppError(code, seconds === undefined ? {} : { retryAfterSeconds: Number(seconds) });
}

/**
 * A statement that fails, and with it the whole batch, when a rule is broken. SQLite has no RAISE outside of
 * triggers; reading an impossible JSON path stops just as surely, and its message carries our code out.
 */
export function gate(rules: Rule[]): SQL {
  return sql`SELECT json_extract('{}', ${verdict(rules)})`;
}
