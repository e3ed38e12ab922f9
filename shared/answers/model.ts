import { dropBody } from '../crawl/read-body.ts';
import { limits } from '../limits.ts';
import { CallLimits } from './call-limits.ts';
import { CompletionRequests } from './completion-request.ts';
import { canRetry, delay, failureOf, fetchWithin, problemOf, waitMs } from './model-call.ts';
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
  const problem = problemOf(response) ?? unlessStream(response);
  if (problem || !response.body) {
    dropBody(response);
    throw problem ?? new ModelError('cut');
  }
  yield* readCompletion(response.body, signal);
}

function unlessStream({ status, headers }: Response): ModelError | null {
  const isStream = /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
  return isStream ? null : new ModelError('refused', { status });
}
