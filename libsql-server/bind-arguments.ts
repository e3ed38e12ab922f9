import type { Analysis } from './sql-analysis.ts';
import { StatementError } from './errors.ts';
import type { Arguments } from './decode-request.ts';
import type { SqlValue } from './values.ts';

const invalid = (what: string): StatementError =>
  new StatementError('ARGS_INVALID', `Arguments do not match SQL parameters: ${what}`);

/** The value of each parameter by position; throws StatementError when arguments are missing or too many. */
export function bindArguments({ params }: Analysis, { positional, named }: Arguments): readonly SqlValue[] {
  if (named.size > 0 && positional.length > 0) {
    throw new StatementError(
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
      'Specifying both positional and named arguments is not supported',
    );
  }
  const given = named.size > 0 ? named.size : positional.length;
  if (given > params.length) throw invalid(`too many parameters, expected ${params.length} found ${given}`);
  if (named.size === 0 && given === params.length) return positional;
  return params.map((name, index) => {
    const found = lookUp(name, named);
    const value = found === undefined ? positional[index] : found;
    if (value === undefined) throw invalid(`value for parameter ${name ?? index + 1} not found`);
    return value;
  });
}

function lookUp(name: string | undefined, named: ReadonlyMap<string, SqlValue>): SqlValue | undefined {
  if (name === undefined) return undefined;
  const exact = named.get(name);
  return exact === undefined ? named.get(name.slice(1)) : exact;
}
