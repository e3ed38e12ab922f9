import { limits } from '../../shared/limits.ts';
import type { Note } from '../../shared/protocol/index.ts';
import { api, read } from '../api.ts';

const pageSize = String(limits.page.maxSize);

/** All notes on a conversation, for one that has more than come with it. Errors: CallError. */
export async function fetchNotes(id: string): Promise<Note[]> {
  const notes: Note[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const { data, page } = await read(api.conversations[':id'].notes.$get({ param: { id }, query }));
    notes.push(...data);
    cursor = page.nextCursor;
  }
  return notes;
}
