import { zValidator } from '@hono/zod-validator';
import type * as z from 'zod';
import { AppError } from '../../shared/errors.ts';
import { requireUtf8 } from './body.ts';

type Outcome = { success: boolean; error?: { issues: readonly z.core.$ZodIssue[] } | undefined };

function refuseInvalid(outcome: Outcome): void {
  if (outcome.success) return;
  const issues = (outcome.error?.issues ?? []).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  const first = issues[0];
  const message = first
    ? [first.path, first.message].filter(Boolean).join(': ')
    : 'The request is not valid.';
  throw new AppError('invalid_request', { message, issues });
}

/** Validates the JSON body of an operation; handlers get exactly what its schema names. */
export function bodyOf<T extends z.ZodType>(operation: { body: T }) {
  const validate = zValidator('json', operation.body, refuseInvalid);
  const readAndValidate: typeof validate = async (c, next) => {
    await requireUtf8(c.req);
    return validate(c, next);
  };
  return readAndValidate;
}

/** Validates the query of an operation. */
export function queryOf<T extends z.ZodType>(operation: { query: T }) {
  return zValidator('query', operation.query, refuseInvalid);
}
