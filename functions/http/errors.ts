import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Failure } from '../../shared/api/system.ts';

const statuses = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** Where nobody can say when a limit ends. */
const defaultRetrySeconds = 60;

/** The contract's answer to whatever was thrown; the cause goes to the log, never to the caller. */
export function failure(error: unknown, c: Context): Response {
  const known = asAppError(error);
  const requestId = String(c.get('requestId'));
  const status = statuses[known.code];
  if (status >= 500) report(known, requestId, c);
  if (known.code === 'rate_limited') {
    c.header('retry-after', String(known.retryAfterSeconds ?? defaultRetrySeconds));
  }
  const body: Failure = {
    message: known.message,
    code: known.code,
    requestId,
    ...(known.issues ? { issues: known.issues } : {}),
  };
  return c.json(body, status);
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return new AppError('invalid_request', { message: 'The body is not well-formed JSON.' });
  }
  return new AppError('internal', { cause: error });
}

function report(error: AppError, requestId: string, c: Context): void {
  const cause =
    error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : String(error.cause);
  console.error(
    JSON.stringify({
      event: 'request_failed',
      requestId,
      code: error.code,
      method: c.req.method,
      path: c.req.path,
      cause,
    }),
  );
}
