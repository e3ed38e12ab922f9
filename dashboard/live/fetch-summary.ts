import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { api, read } from '../api.ts';
import { summaryOf } from './summary-of.ts';

/** A conversation as lists show it. Errors: CallError. */
export async function fetchSummary(id: string): Promise<ConversationSummary> {
  const { data } = await read(api.conversations[':id'].$get({ param: { id }, query: { limit: '1' } }));
  return summaryOf(data);
}
