import { StatementError } from './errors.ts';
import { pragmaKind } from './sql-pragmas.ts';
import type { Token } from './sql-tokens.ts';
import { splitStatements } from './sql-tokens.ts';

export type StatementKind =
  | 'select'
  | 'read'
  | 'explain'
  | 'insert'
  | 'change'
  | 'schema'
  | 'write'
  | 'connection'
  | 'begin'
  | 'begin-write'
  | 'begin-readonly'
  | 'end'
  | 'savepoint'
  | 'refused'
  | 'unknown';

/** What the server has to know of a statement before it runs it. */
export type Analysis = {
  sql: string;
  kind: StatementKind;
  /** It needs the one write lock. */
  writes: boolean;
  tokens: readonly Token[];
  /** The name of each parameter with its prefix, by position; `undefined` for a plain `?`. */
  params: readonly (string | undefined)[];
};

const FIRST_WORDS: Readonly<Record<string, StatementKind>> = {
  SELECT: 'select',
  VALUES: 'select',
  INSERT: 'insert',
  REPLACE: 'insert',
  UPDATE: 'change',
  DELETE: 'change',
  DROP: 'schema',
  ALTER: 'schema',
  COMMIT: 'end',
  END: 'end',
  SAVEPOINT: 'savepoint',
  RELEASE: 'savepoint',
  VACUUM: 'refused',
  ATTACH: 'refused',
  DETACH: 'refused',
  ANALYZE: 'refused',
  REINDEX: 'refused',
};
const WRITING = new Set<StatementKind>(['insert', 'change', 'schema', 'write', 'begin-write']);
const MAX_PARAMS = 32_766;

const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text : '';
};

function withKind(tokens: readonly Token[]): StatementKind {
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(' && token.kind === 'symbol') depth += 1;
    if (token.text === ')' && token.kind === 'symbol') depth -= 1;
    const kind = depth === 0 && token.kind === 'word' ? FIRST_WORDS[token.text] : undefined;
    if (kind === 'select' || kind === 'insert' || kind === 'change') return kind;
  }
  return 'unknown';
}

function createKind(tokens: readonly Token[]): StatementKind {
  const second = wordAt(tokens, 1);
  if (second === 'TEMP' || second === 'TEMPORARY') return 'refused';
  let at = second === 'UNIQUE' || second === 'VIRTUAL' ? 3 : 2;
  if (wordAt(tokens, at) === 'IF') at += 3;
  const schema = tokens[at + 1]?.text === '.' ? tokens[at]?.text.toUpperCase() : undefined;
  return schema === 'TEMP' || schema === 'TEMPORARY' ? 'refused' : 'schema';
}

function beginKind(tokens: readonly Token[]): StatementKind {
  const words = new Set(tokens.map((token) => token.text));
  if (words.has('READONLY')) return 'begin-readonly';
  return words.has('IMMEDIATE') || words.has('EXCLUSIVE') ? 'begin-write' : 'begin';
}

function kindOf(tokens: readonly Token[]): StatementKind {
  const first = wordAt(tokens, 0);
  if (first === 'WITH') return withKind(tokens);
  if (first === 'CREATE') return createKind(tokens);
  if (first === 'BEGIN') return beginKind(tokens);
  if (first === 'PRAGMA') return pragmaKind(tokens, 0);
  if (first === 'ROLLBACK') return tokens.some((token) => token.text === 'TO') ? 'savepoint' : 'end';
  if (first === 'EXPLAIN') {
    const at = tokens.findIndex((token) => token.text === 'PRAGMA');
    return at !== -1 && pragmaKind(tokens, at) === 'refused' ? 'refused' : 'explain';
  }
  return FIRST_WORDS[first] ?? 'unknown';
}

function paramsOf(tokens: readonly Token[]): (string | undefined)[] {
  const params: (string | undefined)[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== 'param') continue;
    if (text === '?') params.push(undefined);
    else if (text.startsWith('?')) {
      const index = Number(text.slice(1));
      // SQLite refuses such a number itself; the array must not grow to it first.
      if (!(index >= 1 && index <= MAX_PARAMS)) continue;
      while (params.length < index) params.push(undefined);
      params[index - 1] ??= text;
    } else if (!params.includes(text)) params.push(text);
  }
  return params;
}

function analyse(sql: string, tokens: readonly Token[]): Analysis {
  const kind = kindOf(tokens);
  const text = sql.slice(tokens[0]?.start, tokens.at(-1)?.end);
  if (kind === 'refused') {
    throw new StatementError(
      'SQL_PARSE_ERROR',
      `SQL string could not be parsed: unsupported statement: ${text.slice(0, 200)}`,
    );
  }
  return { sql: text, kind, writes: WRITING.has(kind), tokens, params: paramsOf(tokens) };
}

function checkText(sql: string): void {
  if (sql.includes('\0')) throw new StatementError('SQL_PARSE_ERROR', 'SQL string contains a NUL character');
}

/** Analyses a text that must hold exactly one statement; throws StatementError where it does not. */
export function analyseOne(sql: string): Analysis {
  checkText(sql);
  const statements = splitStatements(sql);
  const [only] = statements;
  if (only === undefined)
    throw new StatementError('SQL_NO_STATEMENT', 'SQL string does not contain any statement');
  if (statements.length > 1) {
    throw new StatementError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement');
  }
  return analyse(sql, only);
}

/** Analyses every statement of a text, in order; throws StatementError when one is not allowed. */
export function analyseMany(sql: string): Analysis[] {
  checkText(sql);
  return splitStatements(sql).map((tokens) => analyse(sql, tokens));
}
