/** An error of one statement or request: it becomes an `error` result inside a 200 answer. */
export class StatementError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** An error of the whole HTTP request: it becomes a JSON answer `{ message, code }` with this status. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A body that is JSON but not the protocol. */
export const badRequest = (message: string): HttpError => new HttpError(400, 'PROTOCOL_ERROR', message);

const PRIMARY_CODES = [
  'SQLITE_OK',
  'SQLITE_UNKNOWN',
  'SQLITE_INTERNAL',
  'SQLITE_PERM',
  'SQLITE_ABORT',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_READONLY',
  'SQLITE_INTERRUPT',
  'SQLITE_IOERR',
  'SQLITE_CORRUPT',
  'SQLITE_NOTFOUND',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'SQLITE_PROTOCOL',
  'SQLITE_EMPTY',
  'SQLITE_SCHEMA',
  'SQLITE_TOOBIG',
  'SQLITE_CONSTRAINT',
  'SQLITE_MISMATCH',
  'SQLITE_MISUSE',
  'SQLITE_NOLFS',
  'SQLITE_AUTH',
  'SQLITE_FORMAT',
  'SQLITE_RANGE',
  'SQLITE_NOTADB',
];

const SYNTAX = /syntax error$|^unrecognized token|^incomplete input/;
// SQLite gives these an offset in the text, and sqld tells errors with an offset apart by this code.
const INPUT = /^no such (column|function)/;

/** Turns what the native library throws into sqld's code and message; anything else is rethrown. */
export function statementErrorFrom(error: unknown): StatementError {
  if (error instanceof StatementError) return error;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const raw = 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode & 0xff : 1;
  if (raw === 1 && SYNTAX.test(error.message)) {
    return new StatementError('SQL_PARSE_ERROR', `SQL string could not be parsed: ${error.message}`);
  }
  if (raw === 1 && INPUT.test(error.message)) {
    return new StatementError('SQL_INPUT_ERROR', `SQL input error: ${error.message}`);
  }
  return new StatementError(PRIMARY_CODES[raw] ?? 'SQLITE_UNKNOWN', `SQLite error: ${error.message}`);
}

/** What a writer is told that waited in vain for the one write lock. */
export const busyError = (): StatementError =>
  new StatementError('SQLITE_BUSY', 'SQLite error: database is locked');
