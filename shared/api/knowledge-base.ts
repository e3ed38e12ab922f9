import * as z from 'zod';
import { limits } from '../limits.ts';
import { Citation, Time } from '../protocol/entities.ts';
import { Id, text } from '../protocol/text.ts';
import { Done, Paging, SearchText, data, list, operation, pageSize } from './operation.ts';

const jsonDepth = 8;

/** What keeps a JSON value out of metadata. It looks no deeper than it allows, whatever the value. */
function problemIn(value: unknown, levels: number): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : 'Must be well-formed Unicode.';
  if (typeof value !== 'object' || value === null) return null;
  if (levels === 0) return `Must not nest deeper than ${jsonDepth} levels.`;
  for (const [key, child] of Object.entries(value)) {
    const problem = problemIn(key, levels) ?? problemIn(child, levels - 1);
    if (problem) return problem;
  }
  return null;
}

export const Metadata = z.record(z.string(), z.unknown()).check((ctx) => {
  // Its size is known by writing it as JSON, which only a value of little depth survives.
  const isTooLong = () => JSON.stringify(ctx.value).length > limits.text.metadataChars;
  const tooLong = `Must be at most ${limits.text.metadataChars} characters of JSON.`;
  const message = problemIn(ctx.value, jsonDepth) ?? (isTooLong() ? tooLong : null);
  if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
});

export const Entry = z
  .object({
    id: z.string(),
    type: z.enum(['text', 'qa']),
    title: z.string().nullable(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    content: z.string().nullable(),
    metadata: z.record(z.string(), z.unknown()),
    status: z.enum(['ready', 'indexing', 'failed']).meta({
      description: 'Its words find it at once; `ready` is what is found in every way that there is.',
    }),
    error: z.string().nullable(),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'KnowledgeEntry' });
export type Entry = z.infer<typeof Entry>;

export const Title = text(limits.text.entryTitleChars);
export const Question = text(limits.text.questionChars);
export const Content = text(limits.text.entryChars);

export const EntryInput = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('qa'),
    title: Title.nullish(),
    question: Question,
    answer: Content,
    metadata: Metadata.optional(),
    messageId: Id.optional().meta({
      description: 'The visitor’s message that asked the question: it is unanswered no longer. Not stored.',
    }),
  }),
  z.object({
    type: z.literal('text'),
    title: Title.nullish(),
    content: Content,
    metadata: Metadata.optional(),
  }),
]);
export type EntryInput = z.infer<typeof EntryInput>;

export const EntryPatch = z.object({
  title: Title.nullable().optional(),
  question: Question.optional(),
  answer: Content.optional(),
  content: Content.optional(),
  metadata: Metadata.optional(),
});
export type EntryPatch = z.infer<typeof EntryPatch>;

const entry = { group: 'Knowledge base', access: 'operator' } as const;

export const listEntries = operation({
  ...entry,
  method: 'get',
  path: '/knowledge-base',
  summary: 'Entries, newest first',
  query: z.object({ q: SearchText.optional(), ...Paging }),
  responses: { 200: list(Entry) },
});

export const createEntry = operation({
  ...entry,
  method: 'post',
  path: '/knowledge-base',
  summary: 'Add an entry',
  body: EntryInput,
  takesLargeBodies: true,
  responses: { 201: data(Entry) },
});

export const getEntry = operation({
  ...entry,
  method: 'get',
  path: '/knowledge-base/:id',
  summary: 'One entry',
  responses: { 200: data(Entry) },
});

export const updateEntry = operation({
  ...entry,
  method: 'put',
  path: '/knowledge-base/:id',
  summary: 'Change what is named in an entry',
  body: EntryPatch,
  takesLargeBodies: true,
  responses: { 200: data(Entry) },
});

export const deleteEntry = operation({
  ...entry,
  method: 'delete',
  path: '/knowledge-base/:id',
  summary: 'Remove an entry, also from the search',
  responses: { 200: Done },
});

export const Passage = z
  .object({
    entryId: z.string(),
    title: z.string(),
    passage: z.string(),
    score: z.number().meta({ description: 'Higher is better; comparable within one answer only.' }),
  })
  .meta({ id: 'Passage' });
export type Passage = z.infer<typeof Passage>;

export const searchEntries = operation({
  ...entry,
  method: 'get',
  path: '/knowledge-base/search',
  summary: 'The passages that fit a question best',
  query: z.object({
    q: SearchText,
    limit: pageSize(limits.page.passages, limits.page.maxPassages),
  }),
  responses: { 200: z.object({ data: z.array(Passage) }) },
});

export const Asked = z
  .object({
    decision: z.enum(['answer', 'decline']),
    reason: z.enum(['found', 'nothing_found', 'too_little_in_common', 'asks_for_person', 'only_chats']),
    score: z.number().meta({ description: 'How sure it is that the knowledge base answers, from 0 to 1.' }),
    threshold: z.number().meta({ description: 'The score from which it answers.' }),
    answer: z.string().nullable(),
    citations: z.array(Citation),
    passages: z.array(Passage),
  })
  .meta({ id: 'Asked' });
export type Asked = z.infer<typeof Asked>;

export const askKnowledge = operation({
  ...entry,
  method: 'post',
  path: '/knowledge-base/ask',
  summary: 'What the knowledge base answers to a question, without a conversation',
  body: z.object({ question: Question }),
  responses: { 200: data(Asked) },
});

export const crawlPage = operation({
  ...entry,
  method: 'post',
  path: '/knowledge-base/crawl',
  summary: 'Fetch one public page as an entry',
  body: z.object({
    url: z.string().trim().min(1).max(limits.text.urlChars),
    selector: z.string().trim().min(1).max(limits.text.selectorChars).optional(),
  }),
  responses: { 201: data(Entry) },
});
