import { hc } from 'hono/client';
import type { App } from '../functions/app.ts';
import { RequestError, answerOf } from '../widget/http.ts';

const patienceMs = 20_000;

/** The typed client; the session travels as a cookie that no script can read. */
export const api = hc<App>(location.origin, {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(patienceMs) }),
}).api;

type Answer = Pick<Response, 'ok' | 'text'> & { json(): Promise<unknown> };

/** The body of a call. Errors: RequestError. */
export async function read<A extends Answer>(call: Promise<A>): Promise<Awaited<ReturnType<A['json']>>> {
  let answer: A;
  try {
    answer = await call;
  } catch {
    throw new RequestError('offline', 'The server cannot be reached. Check your connection, then try again.');
  }
  return answerOf<Awaited<ReturnType<A['json']>>>(answer);
}

export function messageOf(error: unknown): string {
  return error instanceof RequestError ? error.message : String(error);
}
