import type { EventPage } from '../client/feed.ts';
import { request } from '../client/http.ts';
import type { Conversation, Message, Visitor } from '../client/protocol.ts';
import type { Details } from './session.ts';

export type Detail = Conversation & { messages: Message[]; cursor: number };
export type Summary = Conversation & { lastMessage: Message | null; unreadCount: number };
/** Where a visitor is, for operators to see. */
export type Place = { page: { url: string; title?: string | undefined }; language: string; timezone: string };
export type Rating = { score: number; comment: string | undefined };
export type Written = { content: string; clientId: string };

/** The routes that a visitor uses. Errors: RequestError. */
export function visitorApi(base: string, tenantId: string, token: () => string | undefined) {
  const call = <T>(path: string, method?: string, body?: unknown) =>
    request<T>(`${base}/api/${path}`, token(), method, body);
  const data = async <T>(...args: Parameters<typeof call>) => (await call<{ data: T }>(...args)).data;

  return {
    startSession: (details: Details & { language: string }) =>
      data<{ visitorToken: string; visitor: Visitor }>(`widget/public/${tenantId}/sessions`, 'POST', details),
    conversations: () => data<Summary[]>('conversations?limit=50'),
    conversation: (id: string, query = '') => data<Detail>(`conversations/${id}${query}`),
    open: (draft: Written) =>
      data<{ message: Message; conversation: Conversation }>('conversations', 'POST', draft),
    send: (id: string, draft: Written) => data<Message>(`conversations/${id}/messages`, 'POST', draft),
    mark: (messageId: string, status: string) =>
      call(`conversations/messages/${messageId}/status`, 'PATCH', { status }),
    askForHuman: (id: string) => data<Conversation>(`conversations/${id}`, 'PATCH', { handler: 'human' }),
    me: (details: Details | Place) => data<Visitor>('visitors/me', 'PATCH', details),
    rate: (id: string, rating: Rating) => data<Conversation>(`conversations/${id}/rating`, 'POST', rating),
    events: (since: number) => call<EventPage>(`events?since=${since}`),
    ticket: () => data<{ url: string; ticket: string }>('realtime/ticket', 'POST'),
  };
}

export type VisitorApi = ReturnType<typeof visitorApi>;
