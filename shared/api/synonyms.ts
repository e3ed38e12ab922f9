import * as z from 'zod';
import { limits } from '../limits.ts';
import { Time } from '../protocol/entities.ts';
import { text } from '../protocol/text.ts';
import { Done, data, list, operation } from './operation.ts';

const entry = { group: 'Knowledge base', access: 'operator' } as const;

export const Synonyms = z
  .object({
    id: z.string(),
    words: z.array(z.string()).meta({ description: 'Words or short phrases that mean the same.' }),
    createdAt: Time,
  })
  .meta({ id: 'Synonyms' });
export type Synonyms = z.infer<typeof Synonyms>;

const Words = z.object({
  words: z.array(text(limits.text.synonymChars)).min(2).max(limits.synonyms.words),
});

export const listSynonyms = operation({
  ...entry,
  method: 'get',
  path: '/knowledge-base/synonyms',
  summary: 'All words that mean the same to a search, newest first',
  responses: { 200: list(Synonyms) },
});

export const createSynonyms = operation({
  ...entry,
  method: 'post',
  path: '/knowledge-base/synonyms',
  summary: 'Say that words mean the same: a search by one of them finds the others too',
  body: Words,
  responses: { 201: data(Synonyms) },
});

export const updateSynonyms = operation({
  ...entry,
  method: 'put',
  path: '/knowledge-base/synonyms/:id',
  summary: 'Say anew which words mean the same',
  body: Words,
  responses: { 200: data(Synonyms) },
});

export const deleteSynonyms = operation({
  ...entry,
  method: 'delete',
  path: '/knowledge-base/synonyms/:id',
  summary: 'Let words mean the same no longer',
  responses: { 200: Done },
});
