import type { Event, LogEvent, Message, MessageStatus } from '../../shared/protocol/index.ts';

/** A run of a conversation's messages without gaps, by `seq`, and whether there are more on either side of it. */
export type MessageWindow = {
  messages: readonly Message[];
  hasEarlier: boolean;
  hasLater: boolean;
};

export const emptyWindow: MessageWindow = { messages: [], hasEarlier: false, hasLater: false };

/** How many messages are kept at once; what is fetched beyond that lets go of the other end. */
export const mostMessages = 400;

const order: readonly MessageStatus[] = ['sent', 'delivered', 'seen'];

/** Whether a status says at least as much as another. */
export function reaches(status: MessageStatus, other: MessageStatus): boolean {
  return order.indexOf(status) >= order.indexOf(other);
}

/** The newest messages of a conversation, as they were fetched. */
export function newestPage(page: readonly Message[]): MessageWindow {
  return { messages: page, hasEarlier: beginsLater(page), hasLater: false };
}

/** Puts a page of earlier messages before the others. */
export function withEarlier(window: MessageWindow, page: readonly Message[]): MessageWindow {
  const messages = merged(window.messages, page);
  return {
    messages: messages.slice(0, mostMessages),
    hasEarlier: page.length > 0 && beginsLater(messages),
    hasLater: window.hasLater || messages.length > mostMessages,
  };
}

/** Puts a page of later messages behind the others; a page that is not full is the last. */
export function withLater(
  window: MessageWindow,
  page: readonly Message[],
  { isLast }: { isLast: boolean },
): MessageWindow {
  const messages = merged(window.messages, page);
  return {
    messages: messages.slice(-mostMessages),
    hasEarlier: window.hasEarlier || messages.length > mostMessages,
    hasLater: !isLast,
  };
}

/** Takes in a message that came live; a window that does not reach the end leaves it for later. */
export function withNew(window: MessageWindow, message: Message): MessageWindow {
  return window.hasLater ? window : { ...window, messages: merged(window.messages, [message]) };
}

/** Takes in an event of the log, as far as it is about messages. */
export function withEvent(window: MessageWindow, event: LogEvent): MessageWindow {
  if (event.type === 'message:new') return withNew(window, event.message);
  return event.type === 'message:update' ? withReceipt(window, event) : window;
}

type Receipt = Pick<Extract<Event, { type: 'message:update' }>, 'messageId' | 'status' | 'upToSeq'>;

/** Takes in a receipt: it covers the message it names and all before it that the same side wrote. */
function withReceipt(window: MessageWindow, { messageId, status, upToSeq }: Receipt): MessageWindow {
  const named = window.messages.find(({ id }) => id === messageId);
  if (!named) return window;
  const isVisitors = named.sender === 'visitor';
  const isCovered = (message: Message) =>
    (message.sender === 'visitor') === isVisitors &&
    message.seq <= upToSeq &&
    !reaches(message.status, status);
  if (!window.messages.some(isCovered)) return window;
  return {
    ...window,
    messages: window.messages.map((message) => (isCovered(message) ? { ...message, status } : message)),
  };
}

/** Each message once, in order; no status ever goes back. */
function merged(known: readonly Message[], more: readonly Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of more) {
    const status = byId.get(message.id)?.status ?? 'sent';
    byId.set(message.id, reaches(message.status, status) ? message : { ...message, status });
  }
  return [...byId.values()].toSorted((one, other) => one.seq - other.seq);
}

/** A conversation's first message has the seq 1. */
function beginsLater(messages: readonly Message[]): boolean {
  return (messages[0]?.seq ?? 1) > 1;
}
