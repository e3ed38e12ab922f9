import { dropBody } from '../crawl/read-body.ts';
import { withinTime } from '../crawl/within-time.ts';
import { limits } from '../limits.ts';
import { CallLimits } from './call-limits.ts';
import { CompletionRequests } from './completion-request.ts';
import { ModelError } from './model-error.ts';
import { readCompletion } from './read-completion.ts';

export { ModelError, type ModelFailure } from './model-error.ts';

export type ModelConfig = { baseUrl: string; apiKey?: string | undefined; model: string };
export type ChatMessage = { role: 'system' | 'user' | 'assistant'; content: string };
export type Prompt = { messages: ChatMessage[]; temperature: number; maxTokens: number };

/** Text pieces as they come; throws ModelError. */
export type Model = (prompt: Prompt, signal: AbortSignal) => AsyncIterable<string>;

export type ModelOptions = {
  firstTokenMs: number;
  stallMs: number;
  totalMs: number;
  attempts: number;
  maxChars: number;
  /** Resolves after a while, or rejects once the signal aborts. */
  delay: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
};

const usual: ModelOptions = {
  ...limits.answer,
  maxChars: limits.text.messageChars,
  delay,
  random: Math.random,
};

/** Any server that speaks OpenAI's chat completions: OpenAI itself, Workers AI, gateways, Ollama, vLLM. */
export function openAiCompatible(
  config: ModelConfig,
  fetchPort: typeof fetch = (...args) => fetch(...args),
  options: Partial<ModelOptions> = {},
): Model {
  const settings = { ...usual, ...options };
  const requests = new CompletionRequests(config);
  return (prompt, signal) => ({
    [Symbol.asyncIterator]: () => {
      const stop = new AbortController();
      const call = { prompt, requests, fetchPort, settings, stop: stop.signal };
      const pieces = answer(call, signal);
      return {
        next: () => pieces.next(),
        // A generator would answer `return()` only after the `next()` that still waits for the server.
        return: async () => {
          stop.abort();
          await pieces.return();
          return { done: true, value: undefined };
        },
      };
    },
  });
}

type Call = {
  prompt: Prompt;
  requests: CompletionRequests;
  fetchPort: typeof fetch;
  settings: ModelOptions;
  stop: AbortSignal;
};

async function* answer(call: Call, outer: AbortSignal): AsyncGenerator<string, void> {
  const { settings, stop } = call;
  const time = new CallLimits(outer, settings.totalMs);
  stop.addEventListener('abort', time.stop);
  let charsLeft = settings.maxChars;
  try {
    for await (const piece of attempts(call, time)) {
      const fitting = [...piece].slice(0, charsLeft);
      charsLeft -= fitting.length;
      time.expect(null);
      yield fitting.join('');
      if (charsLeft === 0) return;
      time.expect(settings.stallMs);
    }
  } finally {
    time.close();
  }
}

/** Asks until something comes; what has begun to come is never asked for again. */
async function* attempts(call: Call, time: CallLimits): AsyncGenerator<string, void> {
  const { settings } = call;
  for (let attempt = 1; ; attempt += 1) {
    let hasBegun = false;
    try {
      time.expect(settings.firstTokenMs);
      for await (const piece of attemptOnce(call, time.signal)) {
        hasBegun = true;
        yield piece;
      }
      return;
    } catch (error) {
      const failure = failureOf(error, { hasBegun, signal: time.signal });
      if (hasBegun || attempt >= settings.attempts || !canRetry(failure)) throw failure;
      time.expect(null);
      await settings.delay(waitMs(failure, attempt, settings.random), time.signal).catch((error: unknown) => {
        throw failureOf(error, { hasBegun, signal: time.signal });
      });
    }
  }
}

async function* attemptOnce(
  { prompt, requests, fetchPort }: Call,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  const ask = () => fetchWithin(fetchPort, requests.url, requests.for(prompt, signal));
  let response = await ask();
  while (response.status === 400 && (await requests.learnFrom(response, signal))) response = await ask();
  const problem = problemOf(response);
  if (problem || !response.body) {
    dropBody(response);
    throw problem ?? new ModelError('cut');
  }
  yield* readCompletion(response.body, signal);
}

type Init = RequestInit & { signal?: AbortSignal | null };

async function fetchWithin(fetchPort: typeof fetch, url: string, init: Init): Promise<Response> {
  init.signal?.throwIfAborted();
  const response = fetchPort(url, init);
  if (!init.signal) return response;
  return withinTime(response, init.signal).catch((error: unknown) => {
    response.then(dropBody, () => {});
    throw error;
  });
}

const busyStatuses: ReadonlySet<number> = new Set([429, 503, 529]);

function problemOf({ ok, status, headers }: Response): ModelError | null {
  if (ok) {
    const isStream = /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
    return isStream ? null : new ModelError('refused', { status });
  }
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
function canRetry({ reason, retryAfterMs = 0 }: ModelError): boolean {
  return retried.has(reason) && retryAfterMs <= limits.answer.retryAfterMs;
}

/** Doubled each time, and never the same for all rooms at once. */
function waitMs({ retryAfterMs }: ModelError, attempt: number, random: () => number): number {
  const backoffMs = limits.answer.backoffMs * 2 ** (attempt - 1);
  return Math.max(retryAfterMs ?? 0, 0) + backoffMs * (0.5 + random() / 2);
}

function failureOf(
  error: unknown,
  { hasBegun, signal }: { hasBegun: boolean; signal: AbortSignal },
): ModelError {
  if (signal.reason instanceof ModelError) return signal.reason;
  if (error instanceof ModelError) return error;
  return new ModelError(hasBegun ? 'cut' : 'unreachable');
}

function delay(delayMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, delayMs);
  return withinTime(promise, signal).finally(() => clearTimeout(timer));
}
