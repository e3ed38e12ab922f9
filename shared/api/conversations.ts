import * as z from 'zod';
import { limits } from '../limits.ts';
import {
  ClientId,
  Conversation,
  ConversationStatus,
  LogEvent,
  Handler,
  Id,
  Message,
  Note,
  Page,
  ReceiptStatus,
  Visitor,
  VisitorContext,
  text,
} from '../protocol/index.ts';
import { Paging, SearchText, data, operation, pageSize } from './operation.ts';

export const ConversationSummary = Conversation.extend({
  lastMessage: Message.nullable(),
  unreadCount: z.int().min(0),
}).meta({ id: 'ConversationSummary' });
export type ConversationSummary = z.infer<typeof ConversationSummary>;

export const ConversationDetail = Conversation.extend({
  visitor: Visitor.extend({ context: VisitorContext.optional().meta({ description: 'For operators.' }) }),
  messages: z.array(Message),
  notes: z
    .array(Note)
    .optional()
    .meta({ description: `For operators: the newest ${limits.page.notes} private notes, oldest first.` }),
  unreadCount: z.int().min(0),
  cursor: z.int().meta({ description: 'The tenant’s log as of this snapshot: join with it as `since`.' }),
}).meta({ id: 'ConversationDetail' });
export type ConversationDetail = z.infer<typeof ConversationDetail>;

export const listConversations = operation({
  method: 'get',
  path: '/conversations',
  group: 'Conversations',
  access: 'shared',
  summary: 'Conversations, newest activity first',
  query: z.object({
    status: ConversationStatus.optional(),
    handler: Handler.optional(),
    assignee: Id.optional().meta({ description: 'An operator’s id, `me`, or `none` for nobody’s.' }),
    unanswered: z
      .stringbool()
      .optional()
      .meta({ description: 'Open, no longer the bot’s, and the visitor waits.' }),
    visitorId: Id.optional(),
    q: SearchText.optional().meta({ description: 'Words that a message of the conversation holds.' }),
    ...Paging,
    direction: z
      .enum(['older', 'newer'])
      .default('older')
      .meta({ description: '`newer` goes on from a `previousCursor`; a search only goes to older ones.' }),
  }),
  responses: {
    200: z.object({
      data: z.array(ConversationSummary),
      page: z.object({ nextCursor: z.string().nullable(), previousCursor: z.string().nullable() }),
    }),
  },
});
export type ListConversations = z.infer<typeof listConversations.query>;

export const Opened = z.object({ conversation: Conversation, message: Message });
export type Opened = z.infer<typeof Opened>;

export const openConversation = operation({
  method: 'post',
  path: '/conversations',
  group: 'Conversations',
  access: 'shared',
  summary: 'Open a conversation with its first message (visitors)',
  body: z.object({ content: text(limits.text.messageChars), clientId: ClientId, page: Page.optional() }),
  responses: { 201: data(Opened), 200: data(Opened) },
});

const Seq = z.coerce.number().int().min(0);

export const getConversation = operation({
  method: 'get',
  path: '/conversations/:id',
  group: 'Conversations',
  access: 'shared',
  summary: 'A conversation with its newest messages, or those before or after a seq',
  query: z.object({
    before: Seq.optional(),
    after: Seq.optional(),
    limit: pageSize(limits.page.messages, limits.page.maxMessages),
  }),
  responses: { 200: data(ConversationDetail) },
});
export type GetConversation = z.infer<typeof getConversation.query>;

export const updateConversation = operation({
  method: 'patch',
  path: '/conversations/:id',
  group: 'Conversations',
  access: 'shared',
  summary: 'Change status, handler, title or assignee (a visitor may only ask for a human)',
  body: z
    .object({
      status: ConversationStatus.optional(),
      handler: Handler.optional(),
      title: text(limits.text.titleChars).optional(),
      assigneeId: Id.nullable().optional(),
    })
    .refine((body) => Object.values(body).some((value) => value !== undefined), {
      message: 'Name at least one of status, handler, title, assigneeId.',
    }),
  responses: { 200: data(Conversation) },
});
export type UpdateConversation = z.infer<typeof updateConversation.body>;

export const sendMessage = operation({
  method: 'post',
  path: '/conversations/:id/messages',
  group: 'Conversations',
  access: 'shared',
  summary: 'Write into a conversation; the same clientId again is the same message',
  body: z.object({
    content: text(limits.text.messageChars),
    clientId: ClientId.optional(),
    page: Page.optional().meta({ description: 'Where the visitor is; of no matter from an operator.' }),
  }),
  responses: { 201: data(Message), 200: data(Message) },
});

const Receipt = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  status: z.enum(['sent', 'delivered', 'seen']),
  upToSeq: z.int(),
});
export type Receipt = z.infer<typeof Receipt>;

export const markMessage = operation({
  method: 'patch',
  path: '/conversations/messages/:id/status',
  group: 'Conversations',
  access: 'shared',
  summary: 'Say that a message, and all before it, was delivered or seen',
  body: z.object({ status: ReceiptStatus }),
  responses: { 200: data(Receipt) },
});

export const listEvents = operation({
  method: 'get',
  path: '/events',
  group: 'Conversations',
  access: 'shared',
  summary: 'The log after a cursor, in order',
  query: z.object({
    since: z.coerce.number().int().min(0).default(0),
    limit: pageSize(limits.page.events, limits.page.maxEvents),
  }),
  responses: {
    200: z.object({
      data: z.array(LogEvent),
      page: z.object({ cursor: z.int(), more: z.boolean() }),
    }),
  },
});
export type ListEvents = z.infer<typeof listEvents.query>;
