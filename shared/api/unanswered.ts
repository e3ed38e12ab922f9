import * as z from 'zod';
import { Time } from '../protocol/entities.ts';
import { Content, Entry, Question, Title } from './knowledge-base.ts';
import { Paging, data, list, operation } from './operation.ts';

const entry = { group: 'Knowledge base', access: 'operator' } as const;

const Status = z.enum(['open', 'dismissed', 'answered']);

const Asking = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  question: z.string(),
  score: z.number().meta({ description: 'How sure it was that the knowledge base answers, from 0 to 1.' }),
  askedAt: Time,
});

export const UnansweredQuestion = z
  .object({
    id: z.string(),
    question: z.string().meta({ description: 'As it was asked last.' }),
    times: z.int().meta({ description: 'How often it was asked, in words that are alike.' }),
    lastAskedAt: Time,
    status: Status,
    entryId: z.string().nullable().meta({ description: 'The entry that answers it.' }),
    askings: z.array(Asking).meta({ description: 'The last times, newest first.' }),
    suggestion: z
      .object({ answer: z.string(), conversationId: z.string(), messageId: z.string() })
      .nullable()
      .meta({ description: 'What an operator answered to it since.' }),
  })
  .meta({ id: 'UnansweredQuestion' });
export type UnansweredQuestion = z.infer<typeof UnansweredQuestion>;

export const listUnanswered = operation({
  ...entry,
  method: 'get',
  path: '/knowledge-base/unanswered',
  summary: 'Questions that the bot could not answer, last asked first, and how many are open (up to 1,000)',
  query: z.object({ status: Status.default('open'), ...Paging }),
  responses: { 200: list(UnansweredQuestion).extend({ open: z.int() }) },
});

export const updateUnanswered = operation({
  ...entry,
  method: 'patch',
  path: '/knowledge-base/unanswered/:id',
  summary: 'Dismiss a question that needs no answer, or take it up again',
  body: z.object({ status: Status.exclude(['answered']) }),
  responses: { 200: data(UnansweredQuestion) },
});

export const answerUnanswered = operation({
  ...entry,
  method: 'post',
  path: '/knowledge-base/unanswered/:id/entry',
  summary: 'Make an entry of a question, which is answered then',
  body: z.object({ answer: Content, question: Question.optional(), title: Title.nullish() }),
  takesLargeBodies: true,
  responses: { 201: data(Entry) },
});
export type UnansweredAnswer = z.infer<typeof answerUnanswered.body>;
