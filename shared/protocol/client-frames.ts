import * as z from 'zod';
import { limits } from '../limits.ts';
import { Page, ReceiptStatus } from './entities.ts';
import { Id, text } from './text.ts';

export const ClientId = z
  .string()
  .min(1)
  .max(limits.text.clientIdChars)
  .refine((id) => id.isWellFormed() && !id.includes('\0'), 'Must be well-formed text.')
  .refine((id) => !id.startsWith('bot:'), 'Must not begin with "bot:".')
  .meta({
    id: 'ClientId',
    description: 'The sender’s own name for this message: sent again, it is the same message.',
  });

export const Cursor = z.int().min(0);

export const JoinFrame = z.object({ type: z.literal('join-tenant'), since: Cursor.optional() });

export const SendFrame = z.object({
  type: z.literal('message:new'),
  clientId: ClientId,
  content: text(limits.text.messageChars),
  conversationId: Id.optional(),
  page: Page.optional(),
});

export const ReceiptFrame = z.object({
  type: z.literal('message:update'),
  messageId: Id,
  status: ReceiptStatus,
});

export const TypingFrame = z.object({
  type: z.literal('typing'),
  conversationId: Id,
  typing: z.boolean(),
});

export const PingFrame = z.object({ type: z.literal('ping') });

/** Every frame a client may send. */
export const ClientFrame = z.discriminatedUnion('type', [
  JoinFrame,
  SendFrame,
  ReceiptFrame,
  TypingFrame,
  PingFrame,
]);
export type ClientFrame = z.infer<typeof ClientFrame>;
