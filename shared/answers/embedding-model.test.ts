import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import {
  type EmbeddingServer,
  type EmbeddingStep,
  startEmbeddingServer,
} from '../../tests/support/embedding-server.ts';
import { embedText } from '../../tests/support/embed-text.ts';
import { embeddingOf } from '../config.ts';
import { limits } from '../limits.ts';
import { type EmbeddingConfig, openAiEmbeddings } from './embedding-model.ts';
import { type AiBinding, workersAiEmbeddings } from './workers-ai.ts';

const options = { dimensions: 24, common: 0.5 };
const patience = { totalMs: 5_000, attempts: 3 };
const texts = ['Refunds take fourteen days.', 'We ship on Mondays.', 'Open from nine.'];
const wanted = texts.map((text) => Float32Array.from(embedText(text, options)));

let server: EmbeddingServer;
beforeAll(async () => {
  server = await startEmbeddingServer(options);
});
beforeEach(() => void server.requests.splice(0));
afterAll(() => server.close());

const waits: number[] = [];
const model = (config: Partial<EmbeddingConfig> = {}) =>
  openAiEmbeddings({ baseUrl: `${server.url}/ `, model: 'm', ...config }, fetch, {
    delay: async (delayMs) => void waits.push(delayMs),
    random: () => 1,
  });
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );

describe('what comes back', () => {
  it('is a vector for each text, in their order, asked for with the key', async () => {
    expect(await model({ apiKey: ' key ' }).embed(texts, patience)).toEqual(wanted);
    expect(server.requests).toMatchObject([
      { model: 'm', input: texts, headers: { authorization: 'Bearer key' } },
    ]);
    expect(server.requests[0]?.dimensions).toBeUndefined();
  });

  it.each([{ kind: 'disorder' }, { kind: 'workers-ai' }] satisfies EmbeddingStep[])(
    'is read in whichever form it comes: $kind',
    async (step) => {
      server.script(step);
      expect(await model().embed(texts, patience)).toEqual(wanted);
    },
  );

  it('is of the length that was asked for, which is part of the model’s name', async () => {
    const short = model({ dimensions: 8 });
    expect([short.name, model().name]).toEqual(['m@8', 'm']);
    expect((await short.embed(['a'], patience)).map(({ length }) => length)).toEqual([8]);
  });

  it('comes in batches, each for a part of many texts', async () => {
    const many = Array.from({ length: limits.embedding.batchTexts + 1 }, (_, at) => `Text ${at}`);
    const vectors = await model().embed(many, patience);
    expect(server.requests.map(({ input }) => input.length)).toEqual([limits.embedding.batchTexts, 1]);
    expect(vectors.at(-1)).toEqual(Float32Array.from(embedText(many.at(-1) ?? '', options)));
  });
});

describe('an answer that is none', () => {
  it.each(['count', 'dimensions', 'number', 'order', 'zeros', 'huge'] as const)(
    'is not taken: wrong %s; asking again may help',
    async (what) => {
      server.script({ kind: 'wrong', what });
      expect(await model().embed(texts, patience)).toEqual(wanted);
      expect(server.requests).toHaveLength(2);
    },
  );

  it.each(['', '{', '{"data":[]}', '{"data":[{"index":0,"embedding":[NaN]}]}', '[]', 'null'])(
    'is not taken: %s',
    async (body) => {
      server.script({ kind: 'body', body });
      expect(await failureOf(model().embed(['a'], { ...patience, attempts: 1 }))).toMatchObject({
        reason: 'unreachable',
      });
    },
  );
});

describe('a server in trouble', () => {
  it('is asked again after a while that grows, or that it names', async () => {
    waits.splice(0);
    server.script({ kind: 'status', status: 500 }, { kind: 'status', status: 429, retryAfter: '2' });
    expect(await model().embed(texts, patience)).toEqual(wanted);
    const { backoffMs } = limits.answer;
    expect(waits).toEqual([backoffMs, 2_000 + 2 * backoffMs]);
  });

  it.each([
    [401, 'refused', 1],
    [400, 'refused', 1],
    [500, 'unreachable', 3],
    [429, 'busy', 3],
  ])('fails in the end: %s', async (status, reason, requests) => {
    server.always = { kind: 'status', status };
    expect(await failureOf(model().embed(texts, patience))).toMatchObject({ reason, status });
    server.always = null;
    expect(server.requests).toHaveLength(requests);
  });

  it('is not followed elsewhere, with the key', async () => {
    server.script({ kind: 'status', status: 307, location: '/v1/embeddings' });
    expect(await failureOf(model().embed(texts, patience))).toMatchObject({ reason: 'refused', status: 307 });
    expect(server.requests).toHaveLength(1);
  });

  it('is not waited for beyond its time, nor where nobody listens', async () => {
    server.script({ kind: 'silence' });
    expect(await failureOf(model().embed(texts, { totalMs: 50, attempts: 3 }))).toMatchObject({
      reason: 'timeout',
    });
    const deaf = openAiEmbeddings({ baseUrl: 'http://127.0.0.1:1/v1', model: 'm' });
    expect(await failureOf(deaf.embed(['a'], { ...patience, attempts: 1 }))).toMatchObject({
      reason: 'unreachable',
    });
  });
});

test('Workers AI is asked for its texts by their name there', async () => {
  const calls: unknown[][] = [];
  const binding: AiBinding = {
    async run(...call) {
      calls.push(call);
      return Response.json({ shape: [1, 2], data: [[1, 2]], pooling: 'cls' });
    },
  };
  const found = await workersAiEmbeddings(binding, '@cf/baai/bge-m3').embed(['a'], patience);
  expect(found).toEqual([Float32Array.from([1, 2])]);
  expect(calls).toMatchObject([['@cf/baai/bge-m3', { text: ['a'] }, { returnRawResponse: true }]]);
});

test('bindings name where embeddings come from; half of it stops the start', async () => {
  const asked: string[] = [];
  const AI: AiBinding = {
    run: async (name) => {
      asked.push(name);
      return Response.json({ data: [[1]] });
    },
  };
  expect(embeddingOf({ AI, AI_MODEL: 'm', AI_BASE_URL: server.url })).toBe(null);
  await embeddingOf({ AI, AI_BASE_URL: server.url, EMBEDDING_MODEL: '@cf/e' })?.embed(['a'], patience);
  await embeddingOf({ AI, EMBEDDING_MODEL: 'e' })?.embed(['a'], patience);
  expect(asked).toEqual(['@cf/e', 'e']);
  const main = { AI_BASE_URL: server.url, AI_API_KEY: 'main', EMBEDDING_MODEL: 'e' };
  await embeddingOf(main)?.embed(['a'], patience);
  await embeddingOf({ ...main, AI_BASE_URL: 'http://m.example/v1', EMBEDDING_BASE_URL: server.url })?.embed(
    ['a'],
    patience,
  );
  await embeddingOf({ ...main, EMBEDDING_BASE_URL: server.url, EMBEDDING_API_KEY: 'own' })?.embed(
    ['a'],
    patience,
  );
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer main',
    undefined,
    'Bearer own',
  ]);
  expect(() => embeddingOf({ EMBEDDING_MODEL: 'e' })).toThrow('EMBEDDING_BASE_URL');
  expect(() => embeddingOf({ EMBEDDING_BASE_URL: server.url })).toThrow('EMBEDDING_MODEL');
});
