import type { StepOutcome } from './conditions.ts';
import { isMet } from './conditions.ts';
import { busyError, statementErrorFrom } from './errors.ts';
import type { StatementError } from './errors.ts';
import type { PlannedRequest, PlannedStatement, PlannedStep } from './plan.ts';
import type { ResultBudget } from './result-budget.ts';
import type { Analysis } from './sql-analysis.ts';
import type { Stream } from './stream.ts';

const errorJson = ({ message, code }: StatementError): string => JSON.stringify({ message, code });

function runStatement(
  { analysis, args, wantRows }: PlannedStatement,
  stream: Stream,
  budget: ResultBudget,
): string {
  const connection = stream.connection();
  budget.checkTime();
  if (analysis.writes && !stream.holdsGate) throw busyError();
  return connection.run(analysis, args, wantRows, budget);
}

function runBatch(steps: readonly PlannedStep[], stream: Stream, budget: ResultBudget): string {
  // A stream that cannot run anything fails the batch as a whole, as in sqld.
  stream.connection();
  const outcomes: StepOutcome[] = [];
  const results: string[] = [];
  const errors: string[] = [];
  for (const { statement, condition } of steps) {
    let outcome: StepOutcome = 'skipped';
    let result = 'null';
    let error = 'null';
    if (condition === undefined || isMet(condition, outcomes, () => stream.isAutocommit)) {
      try {
        if (statement instanceof Error) throw statement;
        result = runStatement(statement, stream, budget);
        outcome = 'ok';
      } catch (thrown) {
        error = errorJson(statementErrorFrom(thrown));
        outcome = 'error';
      }
    }
    outcomes.push(outcome);
    results.push(result);
    errors.push(error);
  }
  return `{"step_results":[${results.join()}],"step_errors":[${errors.join()}]}`;
}

function describe(analysis: Analysis, stream: Stream): string {
  const { columns } = stream.connection().prepare(analysis);
  const { kind, params, writes } = analysis;
  return JSON.stringify({
    params: params.map((name) => ({ name: name ?? null })),
    cols: columns,
    is_explain: kind === 'explain',
    is_readonly: !writes,
  });
}

function responseTo(request: PlannedRequest, stream: Stream, budget: ResultBudget): string {
  switch (request.type) {
    case 'execute':
      return `{"type":"execute","result":${runStatement(request.statement, stream, budget)}}`;
    case 'batch':
      return `{"type":"batch","result":${runBatch(request.steps, stream, budget)}}`;
    case 'sequence':
      for (const analysis of request.statements)
        runStatement({ analysis, args: [], wantRows: false }, stream, budget);
      return '{"type":"sequence"}';
    case 'describe':
      return `{"type":"describe","result":${describe(request.analysis, stream)}}`;
    case 'get_autocommit':
      stream.connection();
      return `{"type":"get_autocommit","is_autocommit":${stream.isAutocommit}}`;
    case 'close':
      stream.close();
      return '{"type":"close"}';
    case 'failed':
      throw request.error;
    default:
      return `{"type":"${request.type}"}`;
  }
}

/** Runs planned requests one after the other and returns the JSON of each one's result. */
export function executeAll(
  requests: readonly PlannedRequest[],
  stream: Stream,
  budget: ResultBudget,
): string[] {
  return requests.map((request) => {
    try {
      return `{"type":"ok","response":${responseTo(request, stream, budget)}}`;
    } catch (error) {
      return `{"type":"error","error":${errorJson(statementErrorFrom(error))}}`;
    }
  });
}
