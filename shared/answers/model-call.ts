import { dropBody } from '../crawl/read-body.ts';
import { withinTime } from '../crawl/within-time.ts';
import { limits } from '../limits.ts';
import { ModelError } from './model-error.ts';

/** What every call of a model's server has in common: its end in time, what its failures are, when to ask again. */

type Init = RequestInit & { signal?: AbortSignal | null };

/** A fetch that ends with its signal, whether or not the platform's does. */
export async function fetchWithin(fetchPort: typeof fetch, url: string, init: Init): Promise<Response> {
  init.signal?.throwIfAborted();
  const response = fetchPort(url, init);
  if (!init.signal) return response;
  return withinTime(response, init.signal).catch((error: unknown) => {
    response.then(dropBody, () => {});
    throw error;
  });
}

const busyStatuses: ReadonlySet<number> = new Set([429, 503, 529]);

/** What a server's status says against its answer; null where it is well. */
export function problemOf({ ok, status, headers }: Response): ModelError | null {
  if (ok) return null;
  const retryAfterMs = retryAfterOf(headers);
  if (busyStatuses.has(status)) return new ModelError('busy', { status, retryAfterMs });
  if (status >= 500 || status === 408) return new ModelError('unreachable', { status, retryAfterMs });
  return new ModelError('refused', { status });
}

function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const afterMs = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(afterMs) ? Math.max(0, afterMs) : undefined;
}

const retried: ReadonlySet<string> = new Set(['unreachable', 'busy', 'cut']);

/** A server that wants to be left alone for longer than a visitor waits is not asked again. */
export function canRetry({ reason, retryAfterMs = 0 }: ModelError): boolean {
  return retried.has(reason) && retryAfterMs <= limits.answer.retryAfterMs;
}

/** Doubled each time, and never the same for all rooms at once. */
export function waitMs({ retryAfterMs }: ModelError, attempt: number, random: () => number): number {
  const backoffMs = limits.answer.backoffMs * 2 ** (attempt - 1);
  return Math.max(retryAfterMs ?? 0, 0) + backoffMs * (0.5 + random() / 2);
}

/** What went wrong, in words of ours. */
export function failureOf(
  error: unknown,
  { hasBegun, signal }: { hasBegun: boolean; signal: AbortSignal },
): ModelError {
  if (signal.reason instanceof ModelError) return signal.reason;
  if (error instanceof ModelError) return error;
  return new ModelError(hasBegun ? 'cut' : 'unreachable');
}

/** Resolves after a while, or rejects once the signal aborts. */
export function delay(delayMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, delayMs);
  return withinTime(promise, signal).finally(() => clearTimeout(timer));
}
