import { SQL, StringChunk } from 'drizzle-orm';
import { AppError } from '../errors.ts';

type Bindable = string | number | null | Uint8Array;
export type Compiled = { sql: string; args: Bindable[] };

/**
 * The text and the arguments of a statement. Only what the store writes, `sql` and values, is known here: Drizzle's own
 * compiler, made for all of its builders, costs a message post three times as much. Errors: invalid_request.
 */
export function compile(statement: SQL): Compiled {
  const compiled: Compiled = { sql: '', args: [] };
  append(statement, compiled);
  return compiled;
}

function append(chunk: unknown, compiled: Compiled): void {
  if (chunk instanceof SQL) {
    for (const part of chunk.queryChunks) append(part, compiled);
  } else if (chunk instanceof StringChunk) {
    compiled.sql += chunk.value.length === 1 ? chunk.value[0] : chunk.value.join('');
  } else {
    compiled.sql += '?';
    compiled.args.push(bindable(chunk));
  }
}

function bindable(value: unknown): Bindable {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number' || value === null) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`A ${typeof value} cannot be bound to a statement.`);
}

/** Half of a surrogate pair has no UTF-8 form: the database would refuse it, whichever schema let it through. */
function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  throw new AppError('invalid_request', { message: 'Text must be well-formed Unicode.' });
}
