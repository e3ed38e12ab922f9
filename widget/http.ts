import type { ErrorCode } from './protocol.ts';

export type FailureCode = ErrorCode | 'offline';

/** A call that did not succeed; `code` is the contract's, or `offline` where nobody answered. */
export class RequestError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string = code) {
    super(message);
    this.code = code;
  }
}

export function codeOf(error: unknown): FailureCode {
  return error instanceof RequestError ? error.code : 'internal';
}

/** Whether the same call may succeed later without anybody doing anything. */
export function isPassing(code: FailureCode): boolean {
  return code === 'offline' || code === 'unavailable' || code === 'internal' || code === 'rate_limited';
}

const patienceMs = 15_000;

export type Call = { method?: string; token?: string | undefined; body?: unknown };

/** One JSON call. Errors: RequestError. */
export async function request<T>(url: string, { method = 'GET', token, body }: Call = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    throw new RequestError('offline');
  }
  return answerOf(response);
}

/** The body of an answer. Errors: RequestError with the code that the answer names. */
export async function answerOf<T>(response: Pick<Response, 'ok' | 'text'>): Promise<T> {
  const answer = await response
    .text()
    .then(JSON.parse)
    .catch(() => null);
  if (response.ok && answer) return answer;
  throw new RequestError(answer?.code ?? 'unavailable', answer?.message);
}
