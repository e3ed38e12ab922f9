import * as z from 'zod';
import { limits } from '../limits.ts';
import { data, operation } from './operation.ts';

const Count = z
  .int()
  .min(0)
  .max(limits.page.maxCount)
  .meta({ description: `Counted up to ${limits.page.maxCount}, which stands for that many or more.` });

export const ConversationCounts = z
  .object({
    open: Count,
    mine: Count.meta({ description: 'Open and assigned to the caller.' }),
    unassigned: Count.meta({ description: 'Open and assigned to nobody.' }),
    unanswered: Count.meta({ description: 'Open, no longer the bot’s, and the visitor waits.' }),
    bot: Count.meta({ description: 'Open and answered by the bot.' }),
    resolved: Count,
  })
  .meta({ id: 'ConversationCounts' });
export type ConversationCounts = z.infer<typeof ConversationCounts>;

export const countConversations = operation({
  method: 'get',
  path: '/conversations/counts',
  group: 'Conversations',
  access: 'operator',
  summary: 'How many conversations each filter of the inbox holds',
  responses: { 200: data(ConversationCounts) },
});
