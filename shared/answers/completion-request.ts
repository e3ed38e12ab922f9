import * as z from 'zod';
import { readBody } from '../crawl/read-body.ts';
import type { ModelConfig, Prompt } from './model.ts';

const refusalBytes = 16 * 1024;
const Refusal = z.object({ error: z.object({ param: z.string() }) });

/** The requests to one server. Where it refuses one of our settings by name, later requests do without. */
export class CompletionRequests {
  readonly #config: ModelConfig;
  readonly #refused = new Set<string>();

  constructor(config: ModelConfig) {
    this.#config = config;
  }

  get url(): string {
    return `${this.#config.baseUrl.trim().replace(/\/+$/, '')}/chat/completions`;
  }

  /** A redirect is not followed: the key is for this address only. */
  for(prompt: Prompt, signal: AbortSignal): RequestInit {
    const key = this.#config.apiKey?.trim();
    return {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(this.#body(prompt)),
      redirect: 'manual',
      signal,
    };
  }

  #body({ messages, temperature, maxTokens }: Prompt) {
    const { model } = this.#config;
    // OpenAI's reasoning models take neither `max_tokens` nor `temperature`; many other servers know only `max_tokens`.
    const limit = this.#refused.has('max_tokens')
      ? { max_completion_tokens: maxTokens }
      : { max_tokens: maxTokens };
    const heat = this.#refused.has('temperature') ? {} : { temperature };
    return { model, messages, stream: true, ...limit, ...heat };
  }

  /** Whether a refusal names a setting that can be done without, so that asking again may help. */
  async learnFrom(refusal: Response, signal: AbortSignal): Promise<boolean> {
    const bytes = await readBody(refusal, refusalBytes, signal).catch(() => new Uint8Array());
    const param = Refusal.safeParse(jsonOf(new TextDecoder().decode(bytes))).data?.error.param;
    if (param !== 'max_tokens' && param !== 'temperature') return false;
    const isNew = !this.#refused.has(param);
    this.#refused.add(param);
    return isNew;
  }
}

/** The value of a JSON text; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
