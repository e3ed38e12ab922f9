import type { Compiled } from './compile.ts';

/**
 * The part of libSQL's protocol (Hrana over HTTP, in JSON) that the store needs: one request that runs one statement,
 * or several as one write transaction, and ends. The official client, which keeps sessions over many requests, takes a
 * sixth of the processor time of a read, and sends whole numbers as floats.
 */

export type Row = Readonly<Record<string, string | number | null>>;

type Cell =
  | { type: 'null' }
  | { type: 'text' | 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'blob'; base64: string };
type Failure = { message: string; code?: string | null };
type Result = { cols: { name: string | null }[]; rows: Cell[][] };
type Steps = { step_results: (Result | null)[]; step_errors: (Failure | null)[] };
type Answer<T> = { results: ({ type: 'ok'; response: { result: T } } | { type: 'error'; error: Failure })[] };

/** What libSQL answers where it does not do as it is asked: its words, and a code such as `SQLITE_CONSTRAINT`. */
export class LibsqlError extends Error {
  readonly code: string;

  constructor({ message, code }: Failure) {
    super(message);
    this.code = code ?? '';
  }
}

const bodyOf = (request: object) => JSON.stringify({ requests: [request, { type: 'close' }] });

/** The body of a request that runs one statement. */
export function toRun(statement: Compiled): string {
  return bodyOf({ type: 'execute', stmt: encoded(statement) });
}

/** The body of a request that runs statements as one write transaction: each if the one before it did well. */
export function toWrite(statements: Compiled[]): string {
  const steps = [{ stmt: { sql: 'BEGIN IMMEDIATE' } }, ...statements.map(after)];
  steps.push(after({ sql: 'COMMIT', args: [] }, statements.length));
  const rollback = {
    stmt: { sql: 'ROLLBACK' },
    condition: { type: 'not', cond: isDone(statements.length + 1) },
  };
  return bodyOf({ type: 'batch', batch: { steps: [...steps, rollback] } });
}

const after = (statement: Compiled, step: number) => ({ stmt: encoded(statement), condition: isDone(step) });
const isDone = (step: number) => ({ type: 'ok', step });

/** The rows that the answer to `toRun` brings. Errors: LibsqlError; TypeError or SyntaxError where it is no answer. */
export function rowsRead(answer: string): Row[] {
  return rowsOf(resultIn<Result>(answer));
}

/** The rows of each statement that the answer to `toWrite` brings. Errors: the same, and nothing was written. */
export function rowsWritten(answer: string): Row[][] {
  const { step_results: results, step_errors: errors } = resultIn<Steps>(answer);
  const failure = errors.find((error) => error !== null);
  if (failure) throw new LibsqlError(failure);
  return results.slice(0, -1).map(resultOrThrow).slice(1, -1).map(rowsOf);
}

/** The failure that an answer with a status of no success tells of. */
export function failureIn(answer: string): LibsqlError {
  try {
    return new LibsqlError(JSON.parse(answer));
  } catch {
    return new LibsqlError({ message: answer });
  }
}

function resultIn<T>(text: string): T {
  const answer: Answer<T> = JSON.parse(text);
  const [first] = answer.results;
  if (first?.type === 'ok') return first.response.result;
  throw first ? new LibsqlError(first.error) : new TypeError('libSQL answered without a result.');
}

function resultOrThrow(result: Result | null): Result {
  if (result) return result;
  throw new LibsqlError({ message: 'A step of the transaction was passed over.' });
}

function encoded({ sql, args }: Compiled) {
  return { sql, args: args.map(cell) };
}

function cell(value: Compiled['args'][number]): Cell {
  if (typeof value === 'string') return { type: 'text', value };
  if (value === null) return { type: 'null' };
  if (typeof value !== 'number') return { type: 'blob', base64: btoa(binary(value)) };
  return Number.isSafeInteger(value) ? { type: 'integer', value: String(value) } : { type: 'float', value };
}

const binary = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

function rowsOf({ cols, rows }: Result): Row[] {
  return rows.map((cells) =>
    Object.fromEntries(cells.map((each, index) => [cols[index]?.name ?? '', valueOf(each)])),
  );
}

function valueOf(each: Cell): Row[string] {
  if (each.type === 'text' || each.type === 'float') return each.value;
  if (each.type === 'null') return null;
  if (each.type === 'integer') return Number(each.value);
  throw new TypeError('The store reads no bytes.');
}
