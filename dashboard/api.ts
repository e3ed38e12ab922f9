import { hc } from 'hono/client';
import type { App } from '../functions/app.ts';
import type { Issue } from '../shared/errors.ts';
import { type FailureCode, RequestError } from '../client/http.ts';

const patienceMs = 20_000;

/** The typed client; the session travels as a cookie that no script can read. */
export const api = hc<App>(location.origin, {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(patienceMs) }),
}).api;

/** A call that did not succeed, with what the answer says about single fields. */
export class CallError extends RequestError {
  readonly issues: readonly Issue[];

  constructor(code: FailureCode, message: string, issues: readonly Issue[] = []) {
    super(code, message);
    this.issues = issues;
  }
}

const unreachable = 'The server cannot be reached. Check your connection, then try again.';
const unreadable = 'The server answered with something unreadable. Try again in a moment.';

type Answer = Pick<Response, 'ok' | 'text'> & { json(): Promise<unknown> };

/** The answer to a call, of whatever kind. Errors: CallError where nobody answers. */
export async function reach<A>(call: Promise<A>): Promise<A> {
  try {
    return await call;
  } catch {
    throw new CallError('offline', unreachable);
  }
}

/** The body of a call. Errors: CallError. */
export async function read<A extends Answer>(call: Promise<A>): Promise<Awaited<ReturnType<A['json']>>> {
  const answer = await reach(call);
  const body = await answer
    .text()
    .then(JSON.parse)
    .catch(() => null);
  if (answer.ok && body) return body;
  throw new CallError(body?.code ?? 'unavailable', body?.message ?? unreadable, body?.issues);
}

/** What to tell a person about a failure. */
export function messageOf(error: unknown): string {
  return error instanceof RequestError ? error.message : 'Something went wrong on this page. Reload it.';
}
