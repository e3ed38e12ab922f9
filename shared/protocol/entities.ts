import * as z from 'zod';
import { limits } from '../limits.ts';
import { text } from './text.ts';

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

/** A language tag as browsers state it. */
export const Language = z
  .string()
  .trim()
  .max(limits.text.languageChars)
  .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, 'Must be a language tag such as en or pt-BR.');

/** A time zone by its name in the IANA database. */
export const TimeZone = z
  .string()
  .trim()
  .max(limits.text.timeZoneChars)
  .regex(/^[a-zA-Z0-9_+-]+(\/[a-zA-Z0-9_+-]+)*$/, 'Must be a time zone such as Europe/Berlin.');

const WebAddress = z
  .string()
  .trim()
  .max(limits.text.urlChars)
  .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), {
    message: 'Must be an http or https address.',
  });

/** The page that a visitor is on. */
export const Page = z
  .object({
    url: WebAddress,
    title: text(limits.text.pageTitleChars).optional(),
    referrer: WebAddress.optional(),
  })
  .meta({ id: 'Page' });
export type Page = z.infer<typeof Page>;

/** What only operators see of a visitor: where it was last, and what its browser says of itself. */
export const VisitorContext = z
  .object({
    page: z
      .object({ url: z.string(), title: z.string().nullable(), referrer: z.string().nullable() })
      .nullable(),
    language: z.string().nullable(),
    timezone: z.string().nullable(),
    firstSeenAt: Time,
    lastSeenAt: Time,
  })
  .meta({ id: 'VisitorContext' });
export type VisitorContext = z.infer<typeof VisitorContext>;

export const VisitorProfile = Visitor.extend({ context: VisitorContext }).meta({ id: 'VisitorProfile' });
export type VisitorProfile = z.infer<typeof VisitorProfile>;

/** What an operator notes on a conversation for other operators; it is no message and has no `seq`. */
export const Note = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    afterSeq: z.int().meta({ description: 'The conversation’s newest seq when it was written: its place.' }),
    authorId: z.string(),
    authorName: z.string(),
    content: z.string(),
    clientId: z.string().optional(),
    createdAt: Time,
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;

export const Score = z.int().min(1).max(5);

export const Rating = z
  .object({ score: Score, comment: z.string().nullable(), ratedAt: Time })
  .meta({ id: 'Rating' });
export type Rating = z.infer<typeof Rating>;

export const Conversation = z
  .object({
    id: z.string(),
    title: z.string(),
    status: ConversationStatus,
    handler: Handler,
    assigneeId: z.string().nullable().meta({ description: 'The operator whose conversation it is.' }),
    waitingSince: Time.nullable().meta({
      description: 'Since when the visitor waits: its oldest message that nobody has answered.',
    }),
    rating: Rating.nullable(),
    visitor: Visitor,
    lastSeq: z.int(),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof Conversation>;
