import * as z from 'zod';
import { errorCodes } from '../errors.ts';
import { Conversation, Message, Note, ReceiptStatus, VisitorProfile } from './entities.ts';

const logged = { cursor: z.int(), seq: z.int(), conversationId: z.string() };

export const MessageNewEvent = z
  .object({
    type: z.literal('message:new'),
    ...logged,
    message: Message,
    conversation: Conversation.optional().meta({
      description: 'With the message that opened the conversation, or that assigned it to its author.',
    }),
  })
  .meta({ id: 'MessageNewEvent' });

export const MessageUpdateEvent = z
  .object({
    type: z.literal('message:update'),
    ...logged,
    messageId: z.string(),
    status: ReceiptStatus,
    upToSeq: z.int().meta({ description: 'All earlier messages of that sender side have this status too.' }),
  })
  .meta({ id: 'MessageUpdateEvent' });

export const ConversationUpdateEvent = z
  .object({ type: z.literal('conversation:update'), ...logged, conversation: Conversation })
  .meta({ id: 'ConversationUpdateEvent' });

const conversationEvents = [MessageNewEvent, MessageUpdateEvent, ConversationUpdateEvent] as const;

/** A change in a conversation's own log, which its visitor sees too. */
export type Event = z.infer<(typeof conversationEvents)[number]>;

export const NoteNewEvent = z
  .object({ type: z.literal('note:new'), cursor: z.int(), conversationId: z.string(), note: Note })
  .meta({ id: 'NoteNewEvent' });

export const NoteDeleteEvent = z
  .object({
    type: z.literal('note:delete'),
    cursor: z.int(),
    conversationId: z.string(),
    noteId: z.string(),
  })
  .meta({ id: 'NoteDeleteEvent' });

export const VisitorUpdateEvent = z
  .object({ type: z.literal('visitor:update'), cursor: z.int(), visitor: VisitorProfile })
  .meta({ id: 'VisitorUpdateEvent' });

export const TeamUpdateEvent = z.object({ type: z.literal('team:update'), cursor: z.int() }).meta({
  id: 'TeamUpdateEvent',
  description: 'Who is on the team or invited has changed: fetch the team anew.',
});

export const UnansweredUpdateEvent = z
  .object({ type: z.literal('unanswered:update'), cursor: z.int() })
  .meta({
    id: 'UnansweredUpdateEvent',
    description: 'A question was added to the unanswered ones, or is one no longer: fetch them anew.',
  });

/**
 * One durable change, as the log keeps it and `GET /api/events` returns it. Those without a `seq` are for operators
 * alone: they have no place in a conversation's log, so that a visitor finds no gap there.
 */
export const LogEvent = z
  .discriminatedUnion('type', [
    ...conversationEvents,
    NoteNewEvent,
    NoteDeleteEvent,
    VisitorUpdateEvent,
    TeamUpdateEvent,
    UnansweredUpdateEvent,
  ])
  .meta({ id: 'Event' });
export type LogEvent = z.infer<typeof LogEvent>;

export const Principal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('operator'), id: z.string() }),
  z.object({ kind: z.literal('visitor'), id: z.string() }),
]);

export const JoinedFrame = z.object({
  type: z.literal('joined'),
  tenantId: z.string(),
  principal: Principal,
  cursor: z.int(),
});

export const DeltaFrame = z.object({
  type: z.literal('message:delta'),
  conversationId: z.string(),
  replyTo: z.string(),
  index: z.int(),
  text: z.string(),
});

export const TypingNotice = z.object({
  type: z.literal('typing'),
  conversationId: z.string(),
  typing: z.boolean(),
  sender: z.enum(['visitor', 'operator', 'bot']),
});

const Present = z.object({ id: z.string(), online: z.boolean() });

export const PresenceFrame = z.object({
  type: z.literal('presence'),
  operators: z.object({ online: z.boolean() }).optional(),
  visitors: z.array(Present).optional(),
  team: z.array(Present).optional(),
});

export const AckFrame = z.object({
  type: z.literal('ack'),
  clientId: z.string().optional(),
  messageId: z.string().optional(),
  message: Message.optional(),
  conversation: Conversation.optional(),
  conversationId: z.string().optional(),
  status: ReceiptStatus.optional(),
  upToSeq: z.int().optional(),
});

export const ResyncFrame = z.object({ type: z.literal('resync'), cursor: z.int() });
export const PongFrame = z.object({ type: z.literal('pong') });
export const BatchFrame = z.object({ type: z.literal('batch'), events: z.array(LogEvent) });

export const ErrorFrame = z.object({
  type: z.literal('error'),
  code: z.enum(errorCodes),
  message: z.string(),
  clientId: z.string().optional(),
  messageId: z.string().optional(),
});

/** Every frame a room may send. */
export const ServerFrame = z.discriminatedUnion('type', [
  MessageNewEvent,
  MessageUpdateEvent,
  ConversationUpdateEvent,
  NoteNewEvent,
  NoteDeleteEvent,
  VisitorUpdateEvent,
  TeamUpdateEvent,
  UnansweredUpdateEvent,
  JoinedFrame,
  DeltaFrame,
  TypingNotice,
  PresenceFrame,
  AckFrame,
  ResyncFrame,
  PongFrame,
  BatchFrame,
  ErrorFrame,
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/** Why a room closes a socket. After 44xx other than 4408 a client must not retry unchanged. */
export const closeCodes = {
  protocolError: 4400,
  unauthorized: 4401,
  noJoin: 4408,
  frameTooLarge: 4413,
  tooManyFrames: 4429,
  moving: 1001,
} as const;
