import type { Analysis } from './sql-analysis.ts';
import type { Token } from './sql-tokens.ts';

// The native library reads text as a C string: it cuts it at a NUL, and text that is not UTF-8 (a CAST, a lone
// surrogate out of json_extract) aborts the whole process. So text crosses as a blob, and a blob as hex text.
const wire = (expression: string): string =>
  `CASE typeof(${expression}) WHEN 'text' THEN CAST(${expression} AS BLOB) WHEN 'blob' THEN hex(${expression}) ELSE ${expression} END`;

function wireSelect(sql: string, columnCount: number): string {
  const names = Array.from({ length: columnCount }, (_, index) => `c${index}`);
  // LIMIT inside and WHERE outside keep SQLite from flattening, which would evaluate each expression three times.
  return `WITH "__wire"(${names.join()}) AS (SELECT * FROM (${sql}\n) LIMIT -1) SELECT ${names.map(wire).join()} FROM "__wire" WHERE 1`;
}

const OPERAND_END = new Set(['text', 'quoted', 'number', 'param']);
// A word that can stand before the last word of an expression, so that the last word is no alias.
const INFIX = new Set([
  'COLLATE',
  'IS',
  'NOT',
  'AND',
  'OR',
  'LIKE',
  'GLOB',
  'REGEXP',
  'MATCH',
  'IN',
  'BETWEEN',
  'ESCAPE',
  'DISTINCT',
  'FROM',
  'CASE',
  'WHEN',
  'THEN',
  'ELSE',
]);
const NO_ALIAS = new Set(['ISNULL', 'NOTNULL', 'END', 'NULL']);

function withoutAlias(item: readonly Token[]): readonly Token[] {
  const last = item.at(-1);
  const before = item.at(-2);
  if (last === undefined || before === undefined) return item;
  if (before.kind === 'word' && before.text === 'AS') return item.slice(0, -2);
  const canBeAlias =
    last.kind === 'quoted' || last.kind === 'text' || (last.kind === 'word' && !NO_ALIAS.has(last.text));
  const endsOperand =
    OPERAND_END.has(before.kind) ||
    before.text === ')' ||
    (before.kind === 'word' && !INFIX.has(before.text));
  return canBeAlias && endsOperand ? item.slice(0, -1) : item;
}

function returningItems(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && token.kind === 'symbol' && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function wireReturning({ sql, tokens }: Analysis, columns: readonly string[]): string | undefined {
  const at = tokens.findLastIndex((token) => token.kind === 'word' && token.text === 'RETURNING');
  const keyword = tokens[at];
  const start = tokens[0]?.start ?? 0;
  if (keyword === undefined) return undefined;
  const items = returningItems(tokens.slice(at + 1));
  const starWidth = columns.length - items.length + 1;
  const expressions: string[] = [];
  for (const item of items) {
    const [first] = item;
    if (first === undefined) return undefined;
    if (first.text === '*' && item.length === 1) {
      const names = columns.slice(expressions.length, expressions.length + starWidth);
      expressions.push(...names.map((name) => `"${name.replaceAll('"', '""')}"`));
    } else {
      const bare = withoutAlias(item);
      expressions.push(sql.slice(first.start - start, (bare.at(-1) ?? first).end - start));
    }
  }
  return `${sql.slice(0, keyword.end - start)} ${expressions.map((each) => wire(`(${each})`)).join()}`;
}

/** The statement rewritten so that every value crosses the native boundary unharmed, or `undefined` where it cannot be. */
export function wireSql(analysis: Analysis, columns: readonly string[]): string | undefined {
  if (analysis.kind === 'select') return wireSelect(analysis.sql, columns.length);
  if (analysis.kind === 'insert' || analysis.kind === 'change') return wireReturning(analysis, columns);
  return undefined;
}
