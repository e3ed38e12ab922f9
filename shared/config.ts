import * as z from 'zod';
import { type EmbeddingModel, openAiEmbeddings } from './answers/embedding-model.ts';
import { type Model, openAiCompatible } from './answers/model.ts';
import { AiBinding, workersAi, workersAiEmbeddings } from './answers/workers-ai.ts';
import { limits } from './limits.ts';

const secretBytes = 32;

/** A secret fit for HMAC-SHA-256: at least 32 bytes, and not a text that somebody typed to get on. */
export function secret(name: string) {
  const how = `Make one with: openssl rand -base64 48`;
  return z
    .string(`${name} is missing. ${how}`)
    .refine((value) => new TextEncoder().encode(value).byteLength >= secretBytes, {
      message: `${name} needs at least ${secretBytes} bytes. ${how}`,
      abort: true,
    })
    .refine((value) => new Set(value).size >= 12, `${name} is too regular to be a secret. ${how}`);
}

export const LibsqlBindings = {
  LIBSQL_URL: z
    .string(
      'LIBSQL_URL is missing. Set it to your database, such as libsql://name.turso.io or http://127.0.0.1:8880.',
    )
    .refine(
      (value) => /^(libsql|https?):\/\/./.test(value),
      'LIBSQL_URL must begin with libsql://, https:// or http://.',
    )
    .transform((value) => value.replace(/^libsql:/, 'https:')),
  LIBSQL_AUTH_TOKEN: z.string().min(1).optional(),
};

function endpoint(name: string) {
  return z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      `${name} must be an address such as https://api.openai.com/v1.`,
    );
}

const { maxDimensions } = limits.embedding;

/**
 * The model that answers and the one that embeds: of any OpenAI-compatible endpoint, or of Workers AI where that is
 * bound as `AI`.
 */
export const ModelBindings = {
  AI_BASE_URL: endpoint('AI_BASE_URL').optional(),
  AI_API_KEY: z.string().min(1).optional(),
  AI_MODEL: z.string().min(1).optional(),
  AI: AiBinding.optional(),
  EMBEDDING_BASE_URL: endpoint('EMBEDDING_BASE_URL').optional(),
  EMBEDDING_API_KEY: z.string().min(1).optional(),
  EMBEDDING_MODEL: z.string().min(1).optional(),
  EMBEDDING_DIMENSIONS: z.coerce
    .number()
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= maxDimensions, {
      message: `EMBEDDING_DIMENSIONS must be a whole number from 1 to ${maxDimensions}.`,
    })
    .optional(),
};

/** The variables among them, which whoever starts rooms by hand passes on. */
export const modelVariables = [
  'AI_BASE_URL',
  'AI_API_KEY',
  'AI_MODEL',
  'EMBEDDING_BASE_URL',
  'EMBEDDING_API_KEY',
  'EMBEDDING_MODEL',
  'EMBEDDING_DIMENSIONS',
] as const;

type ModelVars = {
  AI_BASE_URL?: string | undefined;
  AI_API_KEY?: string | undefined;
  AI_MODEL?: string | undefined;
  AI?: AiBinding | undefined;
};

/**
 * The model that these bindings name; null where they name none, and answers are the knowledge's own sentences.
 * Errors: an Error where a part is missing.
 */
export function modelOf({
  AI_BASE_URL: baseUrl,
  AI_API_KEY: apiKey,
  AI_MODEL: model,
  AI,
}: ModelVars): Model | null {
  if (baseUrl === undefined && model === undefined) return null;
  if (model === undefined) throw new Error('AI_MODEL is missing: the name of a model at AI_BASE_URL.');
  if (baseUrl !== undefined) return openAiCompatible({ baseUrl, model, apiKey });
  if (AI) return workersAi(AI, model);
  throw new Error(
    'AI_MODEL needs a place to run: set AI_BASE_URL to an endpoint, or bind Workers AI as AI in wrangler.toml.',
  );
}

type EmbeddingVars = ModelVars & {
  EMBEDDING_BASE_URL?: string | undefined;
  EMBEDDING_API_KEY?: string | undefined;
  EMBEDDING_MODEL?: string | undefined;
  EMBEDDING_DIMENSIONS?: number | undefined;
};

/**
 * The model that embeds what these bindings name; null where they name none, and the search goes by words alone. It
 * runs where the model that answers does, unless it is told another place, which never gets the key of the first.
 * Errors: an Error where a part is missing.
 */
export function embeddingOf(vars: EmbeddingVars): EmbeddingModel | null {
  const { EMBEDDING_MODEL: model, EMBEDDING_BASE_URL: ownUrl, EMBEDDING_DIMENSIONS: dimensions } = vars;
  if (model === undefined) {
    if (ownUrl === undefined) return null;
    throw new Error('EMBEDDING_MODEL is missing: the name of a model at EMBEDDING_BASE_URL.');
  }
  const isPlatforms = ownUrl === undefined && (model.startsWith('@cf/') || vars.AI_BASE_URL === undefined);
  if (isPlatforms && vars.AI) return workersAiEmbeddings(vars.AI, model);
  const baseUrl = ownUrl ?? vars.AI_BASE_URL;
  const apiKey = vars.EMBEDDING_API_KEY ?? (ownUrl === undefined ? vars.AI_API_KEY : undefined);
  if (baseUrl !== undefined) return openAiEmbeddings({ baseUrl, model, apiKey, dimensions });
  throw new Error(
    'EMBEDDING_MODEL needs a place to run: set EMBEDDING_BASE_URL to an endpoint, or bind Workers AI as AI in wrangler.toml.',
  );
}

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: string[] };

/** Parses bindings; every problem says which binding is wrong and how to put it right. */
export function checkBindings<T extends z.ZodType>(schema: T, bindings: unknown): Checked<z.infer<T>> {
  const parsed = schema.safeParse(bindings);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.map(problemOf) };
}

function problemOf({ path, message }: z.core.$ZodIssue): string {
  const name = path.join('.');
  return message.includes(name) ? message : `${name}: ${message}`;
}
