import { dropBody, readBody } from '../crawl/read-body.ts';
import { limits } from '../limits.ts';
import { CallLimits } from './call-limits.ts';
import { canRetry, delay, failureOf, fetchWithin, problemOf, waitMs } from './model-call.ts';
import { readEmbeddings } from './read-embeddings.ts';

export type EmbeddingConfig = {
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  /** How long vectors are to be, for models that make them in several lengths. */
  dimensions?: number | undefined;
};

export type Patience = { totalMs: number; attempts: number };

/** Puts texts where texts of like meaning are near. */
export type EmbeddingModel = {
  /** Tells its vectors from those of any other model. */
  name: string;
  /** A vector for each text, in their order and all of one length. Errors: ModelError. */
  embed(texts: readonly string[], patience: Patience): Promise<Float32Array<ArrayBuffer>[]>;
};

export type EmbeddingOptions = {
  delay: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
};

type Ports = EmbeddingOptions & { config: EmbeddingConfig; fetchPort: typeof fetch };

/** Any server that speaks OpenAI's embeddings: OpenAI itself, gateways, Ollama, vLLM, Text Embeddings Inference. */
export function openAiEmbeddings(
  config: EmbeddingConfig,
  fetchPort: typeof fetch = (...args) => fetch(...args),
  options: Partial<EmbeddingOptions> = {},
): EmbeddingModel {
  const { model, dimensions } = config;
  const ports: Ports = { delay, random: Math.random, ...options, config, fetchPort };
  return {
    name: dimensions === undefined ? model : `${model}@${dimensions}`,
    async embed(texts, { totalMs, attempts }) {
      const time = new CallLimits(new AbortController().signal, totalMs);
      try {
        const batches = [];
        for (let at = 0; at < texts.length; at += limits.embedding.batchTexts) {
          const batch = texts.slice(at, at + limits.embedding.batchTexts);
          batches.push(await inAttempts(ports, batch, { attempts, signal: time.signal }));
        }
        return batches.flat();
      } finally {
        time.close();
      }
    },
  };
}

type Trying = { attempts: number; signal: AbortSignal };

async function inAttempts(ports: Ports, texts: readonly string[], { attempts, signal }: Trying) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ports, texts, signal);
    } catch (error) {
      const failure = failureOf(error, { hasBegun: false, signal });
      if (attempt >= attempts || !canRetry(failure)) throw failure;
      await ports.delay(waitMs(failure, attempt, ports.random), signal).catch((late: unknown) => {
        throw failureOf(late, { hasBegun: false, signal });
      });
    }
  }
}

async function once({ config, fetchPort }: Ports, texts: readonly string[], signal: AbortSignal) {
  const url = `${config.baseUrl.trim().replace(/\/+$/, '')}/embeddings`;
  const response = await fetchWithin(fetchPort, url, requestFor(config, texts, signal));
  const problem = problemOf(response);
  if (problem) {
    dropBody(response);
    throw problem;
  }
  const bytes = await readBody(response, limits.embedding.answerBytes, signal);
  return readEmbeddings(new TextDecoder().decode(bytes), texts.length);
}

/** A redirect is not followed: the key is for this address only. */
function requestFor(
  { model, dimensions, apiKey }: EmbeddingConfig,
  input: readonly string[],
  signal: AbortSignal,
): RequestInit & { signal: AbortSignal } {
  const key = apiKey?.trim();
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model, input, ...(dimensions === undefined ? {} : { dimensions }) }),
    redirect: 'manual',
    signal,
  };
}
