import { badRequest } from './errors.ts';
import { asArray, asObject } from './json-shape.ts';
import type { Limits } from './limits.ts';

export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: readonly Condition[] }
  | { type: 'is_autocommit' };

export type StepOutcome = 'skipped' | 'ok' | 'error';

/** How many condition nodes a batch may still have; shared by all its steps. */
export type NodeBudget = { left: number };

/** Decodes the condition of the step at `stepIndex`; throws a 400 when it is malformed, too deep or looks ahead. */
export function decodeCondition(
  json: unknown,
  stepIndex: number,
  budget: NodeBudget,
  limits: Limits,
  depth = 1,
): Condition {
  budget.left -= 1;
  if (depth > limits.conditionDepth || budget.left < 0)
    throw badRequest('batch conditions are too deep or too many');
  const cond = asObject(json, 'condition');
  const inner = (value: unknown): Condition => decodeCondition(value, stepIndex, budget, limits, depth + 1);
  const type = cond['type'];
  switch (type) {
    case 'ok':
    case 'error': {
      const step = cond['step'];
      if (typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < stepIndex)
        return { type, step };
      throw badRequest('condition must refer to an earlier step of its batch');
    }
    case 'not':
      return { type, cond: inner(cond['cond']) };
    case 'and':
    case 'or':
      return { type, conds: asArray(cond['conds'], 'conds', limits.conditionNodes).map(inner) };
    case 'is_autocommit':
      return { type };
    default:
      throw badRequest('condition has an unknown type');
  }
}

/** Whether a step may run, given what became of the steps before it. */
export function isMet(
  condition: Condition,
  outcomes: readonly StepOutcome[],
  isAutocommit: () => boolean,
): boolean {
  switch (condition.type) {
    case 'ok':
    case 'error':
      return outcomes[condition.step] === condition.type;
    case 'not':
      return !isMet(condition.cond, outcomes, isAutocommit);
    case 'and':
      return condition.conds.every((each) => isMet(each, outcomes, isAutocommit));
    case 'or':
      return condition.conds.some((each) => isMet(each, outcomes, isAutocommit));
    case 'is_autocommit':
      return isAutocommit();
  }
}
