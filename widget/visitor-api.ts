import type { EventPage } from './feed.ts';
import { request } from './http.ts';
import type { Conversation, Message, Visitor } from './protocol.ts';
import type { Details } from './session.ts';

export type Detail = Conversation & { messages: Message[]; cursor: number };
export type Stored = { message: Message; conversation?: Conversation | undefined };
type Data<T> = { data: T };

/** The routes that a visitor uses. Errors: RequestError. */
export function visitorApi(base: string, tenantId: string, token: () => string | undefined) {
  const call = async <T>(path: string, method = 'GET', body?: unknown) =>
    request<T>(`${base}/api${path}`, { method, body, token: token() });

  return {
    async startSession(details: Details) {
      const path = `/widget/public/${encodeURIComponent(tenantId)}/sessions`;
      return (await call<Data<{ visitorToken: string; visitor: Visitor }>>(path, 'POST', details)).data;
    },
    async newestConversation() {
      return (await call<Data<Conversation[]>>('/conversations?limit=1')).data[0];
    },
    async conversation(id: string, before?: number) {
      const query = before === undefined ? '' : `?before=${before}`;
      return (await call<Data<Detail>>(`/conversations/${id}${query}`)).data;
    },
    async open(draft: { content: string; clientId: string }): Promise<Stored> {
      return (await call<Data<Required<Stored>>>('/conversations', 'POST', draft)).data;
    },
    async send(id: string, draft: { content: string; clientId: string }): Promise<Stored> {
      return { message: (await call<Data<Message>>(`/conversations/${id}/messages`, 'POST', draft)).data };
    },
    mark: (messageId: string, status: string) =>
      call(`/conversations/messages/${messageId}/status`, 'PATCH', { status }),
    askForHuman: (id: string) => call(`/conversations/${id}`, 'PATCH', { handler: 'human' }),
    events: (since: number) => call<EventPage>(`/events?since=${since}`),
    async ticket() {
      return (await call<Data<{ url: string; ticket: string }>>('/realtime/ticket', 'POST')).data;
    },
  };
}

export type VisitorApi = ReturnType<typeof visitorApi>;
