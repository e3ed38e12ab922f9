import * as z from 'zod';
import { limits } from '../limits.ts';
import { Time } from '../protocol/entities.ts';
import { text } from '../protocol/text.ts';
import { Done, data, list, operation } from './operation.ts';

const group = 'Canned replies';

/** What an operator types after a slash: letters, digits, `-` and `_`; two that differ in case alone are the same. */
const Shortcut = z
  .string()
  .trim()
  .max(limits.text.shortcutChars)
  .regex(/^[\p{L}\p{M}\p{N}_-]+$/u, 'Must be letters, digits, - and _ only.')
  .transform((shortcut) => shortcut.normalize().toLowerCase());

export const CannedReply = z
  .object({
    id: z.string(),
    shortcut: z.string(),
    content: z.string(),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'CannedReply' });
export type CannedReply = z.infer<typeof CannedReply>;

export const listCannedReplies = operation({
  method: 'get',
  path: '/canned-replies',
  group,
  access: 'operator',
  summary: 'All ready-made replies, by shortcut',
  responses: { 200: list(CannedReply) },
});

const Draft = z.object({ shortcut: Shortcut, content: text(limits.text.messageChars) });
export type CannedReplyDraft = z.infer<typeof Draft>;

export const createCannedReply = operation({
  method: 'post',
  path: '/canned-replies',
  group,
  access: 'operator',
  summary: 'Add a ready-made reply; its shortcut must be free',
  body: Draft,
  responses: { 201: data(CannedReply) },
});

export const updateCannedReply = operation({
  method: 'put',
  path: '/canned-replies/:id',
  group,
  access: 'operator',
  summary: 'Change what is named',
  body: Draft.partial(),
  responses: { 200: data(CannedReply) },
});
export type CannedReplyPatch = z.infer<typeof updateCannedReply.body>;

export const deleteCannedReply = operation({
  method: 'delete',
  path: '/canned-replies/:id',
  group,
  access: 'operator',
  summary: 'Delete a ready-made reply',
  responses: { 200: Done },
});
