import * as z from 'zod';
import { limits } from '../limits.ts';
import { ClientId, Note, text } from '../protocol/index.ts';
import { Done, Paging, data, list, operation } from './operation.ts';

const group = 'Conversations';

export const listNotes = operation({
  method: 'get',
  path: '/conversations/:id/notes',
  group,
  access: 'operator',
  summary: 'The private notes on a conversation, newest first',
  query: z.object(Paging),
  responses: { 200: list(Note) },
});
export type ListNotes = z.infer<typeof listNotes.query>;

export const createNote = operation({
  method: 'post',
  path: '/conversations/:id/notes',
  group,
  access: 'operator',
  summary: 'Note something that only operators see; the same clientId again is the same note',
  body: z.object({ content: text(limits.text.messageChars), clientId: ClientId.optional() }),
  responses: { 201: data(Note), 200: data(Note) },
});

export const deleteNote = operation({
  method: 'delete',
  path: '/conversations/notes/:id',
  group,
  access: 'operator',
  summary: 'Delete a note of one’s own',
  responses: { 200: Done },
});
