import { expect, it, vi } from 'vitest';
import { limits } from '../limits.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { asEmbedded, understood } from './meaning.ts';
import { ModelError } from './model.ts';
import { readQuestion } from './read-question.ts';

const question = readQuestion('How long does a refund take?');
const vector = Float32Array.of(1, 2);

it('a question has its meaning where a model says it, in the time that a question has', async () => {
  const calls: unknown[] = [];
  const embed: EmbeddingModel['embed'] = async (...call) => {
    calls.push(call);
    return [vector];
  };
  expect(await understood({ name: 'm', embed }, question)).toEqual({
    ...question,
    meaning: { model: 'm', vector },
  });
  const { questionMs: totalMs, questionAttempts: attempts } = limits.embedding;
  expect(calls).toEqual([[[question.text], { totalMs, attempts }]]);
});

it('a question is its words alone without a model, and where it fails', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const embed = () => Promise.reject(new ModelError('timeout'));
  expect(await understood(null, question)).toEqual(question);
  expect(await understood({ name: 'm', embed }, question)).toEqual(question);
});

it.each([
  ['text-embedding-3-small', 'Title\nText', 'Title\nText'],
  ['@cf/baai/bge-m3', 'Title\nText', 'Title\nText'],
  ['nomic-embed-text:latest', 'search_query: Title\nText', 'search_document: Title\nText'],
  ['intfloat/multilingual-e5-large@512', 'query: Title\nText', 'passage: Title\nText'],
])('%s is told of a text what it needs to be', (name, asQuestion, asPassage) => {
  const parts = ['Title', ' ', 'Text'];
  expect(asEmbedded({ name }, 'question', parts)).toBe(asQuestion);
  expect(asEmbedded({ name }, 'passage', parts)).toBe(asPassage);
});

it('a long text is cut where no character is', () => {
  const text = asEmbedded({ name: 'm' }, 'passage', ['x'.repeat(limits.embedding.textChars - 1), '😀']);
  expect(text.isWellFormed()).toBe(true);
  expect(text.length).toBeLessThanOrEqual(limits.embedding.textChars);
  const odd = asEmbedded({ name: 'm' }, 'passage', [`${'x'.repeat(limits.embedding.textChars - 1)}😀`]);
  expect(odd.isWellFormed()).toBe(true);
});
