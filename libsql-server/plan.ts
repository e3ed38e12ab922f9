import { bindArguments } from './bind-arguments.ts';
import type { Condition } from './conditions.ts';
import type { Statement, StreamRequest } from './decode-request.ts';
import type { Engine } from './engine.ts';
import { statementErrorFrom } from './errors.ts';
import type { StatementError } from './errors.ts';
import type { Analysis } from './sql-analysis.ts';
import { analyseMany } from './sql-analysis.ts';
import type { Stream } from './stream.ts';
import type { SqlValue } from './values.ts';

export type PlannedStatement = { analysis: Analysis; args: readonly SqlValue[]; wantRows: boolean };
export type PlannedStep = { statement: PlannedStatement | StatementError; condition: Condition | undefined };

/** A request with its SQL looked up, analysed and its arguments bound, ready to run without waiting. */
export type PlannedRequest =
  | { type: 'execute'; statement: PlannedStatement }
  | { type: 'batch'; steps: readonly PlannedStep[] }
  | { type: 'sequence'; statements: readonly Analysis[] }
  | { type: 'describe'; analysis: Analysis }
  | { type: 'store_sql' | 'close_sql' | 'get_autocommit' | 'close' }
  | { type: 'failed'; error: StatementError };

function planStatement({ sql, args, wantRows }: Statement, engine: Engine, stream: Stream): PlannedStatement {
  const analysis = engine.analyse(stream.sqls.text(sql));
  return { analysis, args: bindArguments(analysis, args), wantRows };
}

function plan(request: StreamRequest, engine: Engine, stream: Stream): PlannedRequest {
  switch (request.type) {
    case 'execute':
      return { type: 'execute', statement: planStatement(request.statement, engine, stream) };
    case 'batch': {
      const steps = request.steps.map(({ statement, condition }): PlannedStep => {
        return { statement: attempt(() => planStatement(statement, engine, stream)), condition };
      });
      return { type: 'batch', steps };
    }
    case 'sequence':
      return { type: 'sequence', statements: analyseMany(stream.sqls.text(request.sql)) };
    case 'describe':
      return { type: 'describe', analysis: engine.analyse(stream.sqls.text(request.sql)) };
    case 'store_sql':
      stream.sqls.store(request.sqlId, request.sql);
      return { type: 'store_sql' };
    case 'close_sql':
      stream.sqls.forget(request.sqlId);
      return { type: 'close_sql' };
    default:
      return { type: request.type };
  }
}

function attempt<Value>(make: () => Value): Value | StatementError {
  try {
    return make();
  } catch (error) {
    return statementErrorFrom(error);
  }
}

/** Plans a pipeline's requests in order; what cannot be planned becomes that request's error. */
export function planPipeline(
  requests: readonly StreamRequest[],
  engine: Engine,
  stream: Stream,
): PlannedRequest[] {
  return requests.map((request) => {
    const planned = attempt(() => plan(request, engine, stream));
    return planned instanceof Error ? { type: 'failed', error: planned } : planned;
  });
}

/** Whether any statement of the requests will need the write lock. */
export function needsWriteLock(requests: readonly PlannedRequest[]): boolean {
  return requests.some((request) => {
    if (request.type === 'execute') return request.statement.analysis.writes;
    if (request.type === 'sequence') return request.statements.some(({ writes }) => writes);
    return (
      request.type === 'batch' &&
      request.steps.some(({ statement }) => 'analysis' in statement && statement.analysis.writes)
    );
  });
}
