import { randomUUID } from 'node:crypto';
import { type Client, request, typedClient } from './client.ts';

export type OperatorFixture = {
  kind: 'operator';
  url: string;
  tenantId: string;
  userId: string;
  email: string;
  password: string;
  token: string;
  api: Client;
};
export type VisitorFixture = {
  kind: 'visitor';
  url: string;
  tenantId: string;
  visitorId: string;
  token: string;
  api: Client;
};
export type ConversationFixture = { conversationId: string; messageId: string };

/** A new tenant, through the public API. */
export async function newTenant(url: string, companyName = 'Acme'): Promise<OperatorFixture> {
  const email = `${randomUUID()}@example.com`;
  const password = randomUUID();
  const response = await typedClient(url).auth.register.$post({ json: { email, password, companyName } });
  const { token, user } = await response.json();
  return {
    kind: 'operator',
    url,
    tenantId: user.tenantId,
    userId: user.id,
    email,
    password,
    token,
    api: typedClient(url, token),
  };
}

/** The same operator in a further session. */
export async function signIn(
  operator: OperatorFixture,
  password = operator.password,
): Promise<OperatorFixture> {
  const { url, email } = operator;
  const response = await typedClient(url).auth.login.$post({ json: { email, password } });
  const { token } = await response.json();
  return { ...operator, password, token, api: typedClient(url, token) };
}

/** A link into an owner's team. */
export async function newInvitation({ api }: OperatorFixture, role: 'owner' | 'agent' = 'agent') {
  const { data } = await (await api.team.invitations.$post({ json: { role } })).json();
  return { invitationId: data.invitation.id, invitationToken: data.token };
}

/** A further operator of a tenant, who has accepted an owner's invitation. */
export async function newMember(
  owner: OperatorFixture,
  role: 'owner' | 'agent' = 'agent',
): Promise<OperatorFixture> {
  const { url, tenantId } = owner;
  const { invitationToken } = await newInvitation(owner, role);
  const json = { email: `${randomUUID()}@example.com`, password: randomUUID(), name: 'Ada' };
  const response = await typedClient(url).auth['accept-invitation'].$post({
    json: { ...json, token: invitationToken },
  });
  const { token, user } = await response.json();
  return { kind: 'operator', url, tenantId, userId: user.id, ...json, token, api: typedClient(url, token) };
}

/** A new visitor of a tenant. */
export async function newVisitor(
  { url, tenantId }: Pick<OperatorFixture, 'url' | 'tenantId'>,
  who: { name?: string; email?: string; identity?: string; language?: string } = {},
): Promise<VisitorFixture> {
  const response = await typedClient(url).widget.public[':tenantId'].sessions.$post({
    param: { tenantId },
    json: who,
  });
  const { data } = await response.json();
  return {
    kind: 'visitor',
    url,
    tenantId,
    visitorId: data.visitor.id,
    token: data.visitorToken,
    api: typedClient(url, data.visitorToken),
  };
}

/** A conversation that a visitor opens. */
export async function newConversation(
  { api }: VisitorFixture,
  content = 'Hello',
): Promise<ConversationFixture> {
  const response = await api.conversations.$post({ json: { content, clientId: randomUUID() } });
  const { data } = await response.json();
  return { conversationId: data.conversation.id, messageId: data.message.id };
}

/** A message of either side in a conversation; the message as it was answered. */
export async function sendMessage(
  { api }: { api: Client },
  conversationId: string,
  content: string,
  clientId?: string,
) {
  const response = await api.conversations[':id'].messages.$post({
    param: { id: conversationId },
    json: { content, ...(clientId === undefined ? {} : { clientId }) },
  });
  const { data } = await response.json();
  return data;
}

/** A private note of an operator's; its id. */
export async function newNote({ api }: OperatorFixture, conversationId: string, content: string) {
  const answer = await api.conversations[':id'].notes.$post({
    param: { id: conversationId },
    json: { content },
  });
  return (await answer.json()).data.id;
}

/** A canned reply; its id. */
export async function newCannedReply({ api }: OperatorFixture, shortcut: string, content: string) {
  const answer = await api['canned-replies'].$post({ json: { shortcut, content } });
  return (await answer.json()).data.id;
}

/** Words that mean the same to a tenant; their id. */
export async function newSynonyms({ api }: OperatorFixture, ...words: string[]) {
  const answer = await api['knowledge-base'].synonyms.$post({ json: { words } });
  return (await answer.json()).data.id;
}

/** A raw request as somebody. */
export function as(who: { url: string; token: string }, method: string, path: string, body?: unknown) {
  return request(who.url, method, `/api${path}`, {
    token: who.token,
    ...(body === undefined ? {} : { body }),
  });
}
