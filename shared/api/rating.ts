import * as z from 'zod';
import { limits } from '../limits.ts';
import { Conversation, Score, text } from '../protocol/index.ts';
import { data, operation } from './operation.ts';

export const rateConversation = operation({
  method: 'post',
  path: '/conversations/:id/rating',
  group: 'Conversations',
  access: 'visitor',
  summary: 'Rate a resolved conversation; a later rating takes the place of the earlier',
  body: z.object({ score: Score, comment: text(limits.text.ratingCommentChars).optional() }),
  responses: { 200: data(Conversation) },
});
export type RateConversation = z.infer<typeof rateConversation.body>;
