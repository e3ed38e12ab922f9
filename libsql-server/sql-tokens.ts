export type TokenKind = 'word' | 'quoted' | 'text' | 'number' | 'param' | 'symbol';

/** One token of SQL; `text` is upper-case for words and without its quotes for quoted identifiers. */
export type Token = { kind: TokenKind; text: string; start: number; end: number };

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWordStart = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code >= 128;
const isWordPart = (code: number): boolean => isWordStart(code) || isDigit(code) || code === 36;

const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' };

function skipBlank(sql: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < sql.length && isSpace(sql.charCodeAt(at))) at += 1;
    if (sql.startsWith('--', at)) {
      const end = sql.indexOf('\n', at);
      at = end === -1 ? sql.length : end + 1;
    } else if (sql.startsWith('/*', at)) {
      const end = sql.indexOf('*/', at + 2);
      at = end === -1 ? sql.length : end + 2;
    } else return at;
  }
}

function endOfQuoted(sql: string, start: number, closing: string): number {
  let at = start + 1;
  for (;;) {
    const end = sql.indexOf(closing, at);
    if (end === -1) return sql.length;
    if (closing === ']' || sql[end + 1] !== closing) return end + 1;
    at = end + 2;
  }
}

function endOfWord(sql: string, start: number): number {
  let at = start;
  while (at < sql.length && isWordPart(sql.charCodeAt(at))) at += 1;
  return at;
}

function endOfParam(sql: string, start: number): number {
  let at = endOfWord(sql, start + 1);
  while (sql[start] === '$' && sql.startsWith('::', at)) at = endOfWord(sql, at + 2);
  return at;
}

function quotedToken(sql: string, start: number, opening: string, closing: string): Token {
  const end = endOfQuoted(sql, start, closing);
  const inner = sql.slice(start + 1, end - 1).replaceAll(closing + closing, closing);
  return { kind: opening === "'" ? 'text' : 'quoted', text: inner, start, end };
}

/** The token at or after `from`, comments and blanks skipped, or `undefined` at the end of the text. */
export function nextToken(sql: string, from: number): Token | undefined {
  const start = skipBlank(sql, from);
  const first = sql[start];
  if (first === undefined) return undefined;
  const closing = CLOSING[first];
  if (closing !== undefined) return quotedToken(sql, start, first, closing);
  const code = sql.charCodeAt(start);
  if (isWordStart(code)) {
    const end = endOfWord(sql, start);
    if (end === start + 1 && (first === 'x' || first === 'X') && sql[end] === "'") {
      return { ...quotedToken(sql, end, "'", "'"), start };
    }
    return { kind: 'word', text: sql.slice(start, end).toUpperCase(), start, end };
  }
  if (isDigit(code)) {
    const end = endOfWord(sql, start);
    return { kind: 'number', text: sql.slice(start, end), start, end };
  }
  const end = '?:@$#'.includes(first) ? endOfParam(sql, start) : start + 1;
  const kind = end > start + 1 || first === '?' ? 'param' : 'symbol';
  return { kind, text: sql.slice(start, end), start, end };
}

/** The tokens of each statement of a text; a semicolon inside a trigger's body does not end it. */
export function splitStatements(sql: string): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] = [];
  let at = 0;
  for (;;) {
    const token = nextToken(sql, at);
    if (token === undefined) break;
    at = token.end;
    if (token.text === ';' && token.kind === 'symbol' && !isInsideTrigger(current)) {
      if (current.length > 0) statements.push(current);
      current = [];
    } else current.push(token);
  }
  if (current.length > 0) statements.push(current);
  return statements;
}

function isInsideTrigger(tokens: readonly Token[]): boolean {
  const words = tokens
    .slice(0, 6)
    .filter((token) => token.kind === 'word')
    .map((token) => token.text);
  const start = words[0] !== 'EXPLAIN' ? 0 : words[1] === 'QUERY' ? 3 : 1;
  if (words[start] !== 'CREATE') return false;
  const next = words[start + 1];
  const object = next === 'TEMP' || next === 'TEMPORARY' ? words[start + 2] : next;
  if (object !== 'TRIGGER') return false;
  // As sqlite3_complete() has it: a trigger ends with `; END ;`.
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  return !(last?.kind === 'word' && last.text === 'END' && before?.text === ';' && before.kind === 'symbol');
}
