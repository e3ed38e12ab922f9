import * as z from 'zod';

export const Time = z.string().meta({ format: 'date-time', description: 'ISO 8601, UTC.' });

export const MessageStatus = z.enum(['sent', 'delivered', 'seen']);
export type MessageStatus = z.infer<typeof MessageStatus>;

export const ReceiptStatus = z.enum(['delivered', 'seen']);

export const ConversationStatus = z.enum(['open', 'resolved']);
export const Handler = z.enum(['bot', 'human']);

export const Citation = z
  .object({ entryId: z.string(), title: z.string(), url: z.string().optional(), quote: z.string() })
  .meta({ id: 'Citation' });
export type Citation = z.infer<typeof Citation>;

export const Message = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    seq: z.int().positive().meta({ description: 'Its place in the log of its conversation.' }),
    sender: z.enum(['visitor', 'operator', 'bot', 'system']),
    senderName: z.string().optional(),
    content: z.string(),
    status: MessageStatus,
    clientId: z.string().optional(),
    citations: z.array(Citation).optional(),
    createdAt: Time,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

export const Visitor = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    verified: z.boolean(),
  })
  .meta({ id: 'Visitor' });
export type Visitor = z.infer<typeof Visitor>;

export const Conversation = z
  .object({
    id: z.string(),
    title: z.string(),
    status: ConversationStatus,
    handler: Handler,
    visitor: Visitor,
    lastSeq: z.int(),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof Conversation>;
