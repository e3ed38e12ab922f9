import * as z from 'zod';
import { limits } from '../limits.ts';
import { Citation, text } from '../protocol/index.ts';
import { operation } from './operation.ts';

/** The data of one server-sent event while a reply is drafted; index 0 begins anew, whatever came before it. */
export const SuggestionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('delta'), index: z.int().min(0), text: z.string() }),
  z.object({
    type: z.literal('done'),
    content: z
      .string()
      .nullable()
      .meta({ description: 'The whole draft, which replaces the deltas; null: none.' }),
    citations: z.array(Citation),
    reason: z.enum(['found', 'no_answer', 'outage']),
  }),
]);
export type SuggestionEvent = z.infer<typeof SuggestionEvent>;

export const suggestReply = operation({
  method: 'post',
  path: '/conversations/:id/suggest',
  group: 'Conversations',
  access: 'operator',
  summary: 'Draft a reply from the knowledge base, as server-sent events: deltas, then done',
  body: z.object({
    question: text(limits.text.messageChars).optional().meta({
      description: 'What to answer; without it, the visitor’s last message, at the cost of a look.',
    }),
  }),
  responses: { 200: 'text/event-stream' },
});
