import { badRequest } from './errors.ts';
import type { Condition, NodeBudget } from './conditions.ts';
import { decodeCondition } from './conditions.ts';
import type { JsonObject } from './json-shape.ts';
import { asArray, asBoolean, asInt32, asObject, asString, isAbsent } from './json-shape.ts';
import type { Limits } from './limits.ts';
import type { SqlValue } from './values.ts';
import { decodeValue } from './values.ts';

/** SQL given as text, or as the number it was stored under. */
export type SqlSource = string | number;
export type Arguments = { positional: readonly SqlValue[]; named: ReadonlyMap<string, SqlValue> };
export type Statement = { sql: SqlSource; args: Arguments; wantRows: boolean };
export type BatchStep = { statement: Statement; condition: Condition | undefined };

export type StreamRequest =
  | { type: 'execute'; statement: Statement }
  | { type: 'batch'; steps: readonly BatchStep[] }
  | { type: 'sequence' | 'describe'; sql: SqlSource }
  | { type: 'store_sql'; sqlId: number; sql: string }
  | { type: 'close_sql'; sqlId: number }
  | { type: 'get_autocommit' | 'close' };

export type Pipeline = { baton: string | undefined; requests: readonly StreamRequest[] };

const MAX_ARGUMENTS = 32_766;
const NO_NAMES: ReadonlyMap<string, SqlValue> = new Map();

function decodeSql(value: unknown, limits: Limits): string {
  const sql = asString(value, 'sql');
  if (sql.length > limits.sqlChars)
    throw badRequest(`sql has ${sql.length} characters, at most ${limits.sqlChars} are allowed`);
  return sql;
}

function decodeSource(json: JsonObject, limits: Limits): SqlSource {
  const hasSql = !isAbsent(json['sql']);
  if (hasSql === !isAbsent(json['sql_id'])) throw badRequest('exactly one of sql and sql_id must be given');
  return hasSql ? decodeSql(json['sql'], limits) : asInt32(json['sql_id'], 'sql_id');
}

function decodeNamed(value: unknown): ReadonlyMap<string, SqlValue> {
  if (isAbsent(value)) return NO_NAMES;
  const items = asArray(value, 'named_args', MAX_ARGUMENTS);
  if (items.length === 0) return NO_NAMES;
  const named = new Map<string, SqlValue>();
  for (const item of items) {
    const arg = asObject(item, 'named argument');
    named.set(asString(arg['name'], 'name of an argument'), decodeValue(arg['value']));
  }
  return named;
}

function decodeStatement(value: unknown, limits: Limits): Statement {
  const json = asObject(value, 'stmt');
  const args = isAbsent(json['args']) ? [] : asArray(json['args'], 'args', MAX_ARGUMENTS).map(decodeValue);
  return {
    sql: decodeSource(json, limits),
    args: { positional: args, named: decodeNamed(json['named_args']) },
    wantRows: asBoolean(json['want_rows'], 'want_rows', true),
  };
}

function decodeBatch(value: unknown, limits: Limits): StreamRequest {
  const json = asObject(value, 'batch');
  const budget: NodeBudget = { left: limits.conditionNodes };
  const steps = asArray(json['steps'], 'steps', limits.batchSteps).map((item, index): BatchStep => {
    const step = asObject(item, 'step');
    const condition = isAbsent(step['condition'])
      ? undefined
      : decodeCondition(step['condition'], index, budget, limits);
    return { statement: decodeStatement(step['stmt'], limits), condition };
  });
  return { type: 'batch', steps };
}

function decodeStreamRequest(value: unknown, limits: Limits): StreamRequest {
  const json = asObject(value, 'request');
  const type = json['type'];
  switch (type) {
    case 'execute':
      return { type, statement: decodeStatement(json['stmt'], limits) };
    case 'batch':
      return decodeBatch(json['batch'], limits);
    case 'sequence':
    case 'describe':
      return { type, sql: decodeSource(json, limits) };
    case 'store_sql':
      return { type, sqlId: asInt32(json['sql_id'], 'sql_id'), sql: decodeSql(json['sql'], limits) };
    case 'close_sql':
      return { type, sqlId: asInt32(json['sql_id'], 'sql_id') };
    case 'get_autocommit':
    case 'close':
      return { type };
    default:
      throw badRequest('request has an unknown type');
  }
}

/** Decodes the body of a pipeline request; throws a 400 that says what is wrong. */
export function decodePipeline(body: unknown, limits: Limits): Pipeline {
  const json = asObject(body, 'the body');
  const baton = isAbsent(json['baton']) ? undefined : asString(json['baton'], 'baton');
  const items = asArray(json['requests'], 'requests', limits.pipelineRequests);
  return { baton, requests: items.map((item) => decodeStreamRequest(item, limits)) };
}
