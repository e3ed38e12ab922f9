import type { ErrorCode } from './protocol.ts';

export type FailureCode = ErrorCode | 'offline';

/** A call that did not succeed; `code` is the contract's, or `offline` where nobody answered. */
export class RequestError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message?: string) {
    super(message ?? code);
    this.code = code;
  }
}

export function codeOf(error: unknown): FailureCode {
  return error instanceof RequestError ? error.code : 'internal';
}

/** Whether the same call may succeed later without anybody doing anything. */
export function isPassing(code: FailureCode): boolean {
  return ['offline', 'unavailable', 'internal', 'rate_limited'].includes(code);
}

const patienceMs = 15_000;

/** One JSON call. Errors: RequestError with the code that the answer names. */
export async function request<T>(url: string, token?: string, method?: string, body?: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const signal = AbortSignal.timeout(patienceMs);
  const response = await fetch(url, {
    method: method ?? 'GET',
    credentials: 'omit',
    signal,
    headers,
    body: body ? JSON.stringify(body) : null,
  }).catch(() => {
    throw new RequestError('offline');
  });
  const answer = await response
    .text()
    .then(JSON.parse)
    .catch(() => null);
  if (response.ok && answer) return answer;
  throw new RequestError(answer?.code ?? 'unavailable');
}
