import { zValidator } from '@hono/zod-validator';
import type { HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type * as z from 'zod';
import { AppError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { PublicEnv } from './context.ts';
import { knownRoute } from './routes.ts';

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

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Other bytes would be read, and stored, as something that nobody sent. Errors: invalid_request. */
async function requireUtf8(request: HonoRequest): Promise<void> {
  const bytes = await request.arrayBuffer();
  try {
    utf8.decode(bytes);
  } catch {
    throw new AppError('invalid_request', { message: 'The body is not UTF-8.' });
  }
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

const tooLarge = () => {
  throw new AppError('payload_too_large');
};
const limitedTo = (maxSize: number) => bodyLimit({ maxSize, onError: tooLarge });
const small = limitedTo(limits.body.defaultBytes);
const large = limitedTo(limits.body.knowledgeBytes);

/** As Hono's validator reads it: what this let through and that did not know would count as no body at all. */
const jsonType = /^\s*application\/([\w.-]+\+)?json\s*(;|$)/i;

/** Before anything is parsed: a body is JSON and of a bounded size. */
export const boundedJson = createMiddleware<PublicEnv>(async (c, next) => {
  if (c.req.raw.body === null || c.req.header('content-length') === '0') return next();
  if (!jsonType.test(c.req.header('content-type') ?? '')) throw new AppError('unsupported_media_type');
  return (knownRoute(c.req.path)?.takesLargeBodies ? large : small)(c, next);
});
