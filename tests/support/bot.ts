import type { WidgetPatch } from '../../shared/api/widget.ts';
import type { Conversation, Message } from '../../shared/protocol/entities.ts';
import type { Stack } from '../../scripts/stack.ts';
import { request } from './client.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  newConversation,
  newTenant,
  newVisitor,
} from './people.ts';
import { type TestSocket, joinedSocket } from './socket.ts';
import { startTestStack } from './stack.ts';

export const refunds = {
  title: 'Refunds',
  content: 'Refunds are paid back within fourteen days to the card that was used for the purchase.',
  question: 'How long does a refund take?',
  url: 'https://example.com/refunds',
};

export type BotSettings = NonNullable<WidgetPatch['aiSettings']>;

/** The stack with a model behind it, which does what `model.script` says. */
export async function startBotStack(vars: Record<string, string> = {}) {
  const model: ModelServer = await startModelServer();
  const stack: Stack = await startTestStack({
    vars: { AI_BASE_URL: model.url, AI_MODEL: 'test', AI_API_KEY: 'key', ...vars },
  });
  return {
    ...stack,
    model,
    async close() {
      await stack.close();
      await model.close();
    },
  };
}

export type BotStack = Awaited<ReturnType<typeof startBotStack>>;

/** A tenant whose bot is on and knows of refunds. */
export async function tenantWithBot(
  url: string,
  settings: BotSettings = {},
  companyName?: string,
): Promise<OperatorFixture> {
  const operator = await newTenant(url, companyName);
  await setBot(operator, settings);
  await addText(operator, refunds);
  return operator;
}

export async function setBot({ api }: OperatorFixture, settings: BotSettings): Promise<void> {
  await api.widget.$put({ json: { aiSettings: { enabled: true, ...settings } } });
}

type Text = { title: string; content: string; url?: string };

export async function addText({ api }: OperatorFixture, { title, content, url }: Text): Promise<string> {
  const metadata = url === undefined ? {} : { url };
  const response = await api['knowledge-base'].$post({ json: { type: 'text', title, content, metadata } });
  return (await response.json()).data.id;
}

/** A visitor's question, and the visitor's socket, on which the answer comes. */
export async function ask(visitor: VisitorFixture, content = refunds.question) {
  const socket = await joinedSocket(visitor);
  const { conversationId, messageId } = await newConversation(visitor, content);
  return { socket, conversationId, messageId };
}

export function messagesOf({ events }: TestSocket): Message[] {
  return events.flatMap((event) => (event.type === 'message:new' ? [event.message] : []));
}

/** What the bot has said for good: its answers, and that it hands over. */
export const repliesOf = (socket: TestSocket) =>
  messagesOf(socket).filter(({ sender }) => sender === 'bot' || sender === 'system');

export async function nextReply(socket: TestSocket, nth = 1): Promise<Message> {
  await socket.until(() => repliesOf(socket).length >= nth, `reply ${nth}`);
  const reply = repliesOf(socket)[nth - 1];
  if (!reply) throw new Error('There is no reply.');
  return reply;
}

export function handlerOf({ events }: TestSocket): Conversation['handler'] | undefined {
  return events.findLast((event) => event.type === 'conversation:update')?.conversation.handler;
}

/** A question that a new visitor asks and the bot, which is on for it alone, cannot answer; its id. */
export async function newUnanswered(operator: OperatorFixture, question: string): Promise<string> {
  await setBot(operator, {});
  const { socket } = await ask(await newVisitor(operator), question);
  await nextReply(socket);
  await operator.api.widget.$put({ json: { aiSettings: { enabled: false } } });
  const { data } = await (await operator.api['knowledge-base'].unanswered.$get({ query: {} })).json();
  const kept = data.find((each) => each.question === question);
  if (!kept) throw new Error(`The bot could answer: ${question}`);
  return kept.id;
}

/** The text of an answer while it is written, in pieces. */
export function deltasOf({ frames }: TestSocket) {
  return frames.flatMap((frame) => (frame.type === 'message:delta' ? [frame] : []));
}

/** Changes a conversation as an operator. */
export function patchConversation({ url, token }: OperatorFixture, id: string, body: object) {
  return request(url, 'PATCH', `/api/conversations/${id}`, { token, body });
}
