import type { OperatorFixture } from '../support/people.ts';

/** Everybody who is not the tenant's own operator, in the order of the table's columns. */
export const strangers = [
  'anonymous',
  'visitor',
  'otherVisitor',
  'foreignOperator',
  'foreignVisitor',
] as const;
export type Stranger = (typeof strangers)[number];

/** Whose things a call reaches for. */
export type Target = {
  owner: OperatorFixture;
  conversationId: string;
  /** Written by the operator. */
  messageId: string;
  entryId: string;
  /** Of the owner, on the conversation. */
  noteId: string;
  cannedReplyId: string;
  synonymsId: string;
  /** A question that the bot could not answer. */
  unansweredId: string;
  /** An agent of the owner's team, an open invitation into it, and a further session of the owner. */
  memberId: string;
  invitationId: string;
  invitationToken: string;
  sessionId: string;
  /** Whose conversation it is. */
  visitorId: string;
  /** A word that stands in everything private that the target has. */
  secret: string;
};

export type Row = {
  path: (at: Target) => string;
  body?: (at: Target) => unknown;
  /** Whether the address names a thing that is somebody's: then what is not one's own must be as if it never was. */
  names?: 'thing';
  /** What a call is answered that reaches for the tenant's own (`visitor`) conversation, message or entry. */
  answers: readonly [
    anonymous: number,
    visitor: number,
    otherVisitor: number,
    foreignOperator: number,
    foreignVisitor: number,
  ];
  /** libSQL requests of a call that succeeds, and who makes it with which body. */
  costs: {
    requests: number;
    by: 'operator' | 'visitor' | 'anonymous';
    status: number;
    body?: (at: Target) => unknown;
  };
};

const fresh = () => crypto.randomUUID();
const forOperators = [401, 403, 403, 404, 403] as const;
const forOwners = [401, 200, 404, 404, 404] as const;
const sameForAll = (status: number) => [status, status, status, status, status] as const;
const operatorReads = { requests: 1, by: 'operator', status: 200 } as const;

/** Each route there is: who gets which answer, and what it costs. A route that is missing here fails the suite. */
export const table: Record<string, Row> = {
  'POST /auth/register': {
    path: () => '/auth/register',
    body: ({ owner }) => ({ email: owner.email, password: fresh(), companyName: 'Impostor' }),
    answers: sameForAll(409),
    costs: {
      requests: 2,
      by: 'anonymous',
      status: 201,
      body: () => ({ email: `${fresh()}@example.com`, password: fresh(), companyName: 'Acme' }),
    },
  },
  'POST /auth/login': {
    path: () => '/auth/login',
    body: ({ owner }) => ({ email: owner.email, password: 'a guess' }),
    answers: sameForAll(401),
    costs: {
      requests: 2,
      by: 'anonymous',
      status: 200,
      body: ({ owner }) => ({ email: owner.email, password: owner.password }),
    },
  },
  'POST /auth/invitation': {
    path: () => '/auth/invitation',
    body: ({ owner }) => ({ token: `${owner.tenantId}.${'x'.repeat(32)}` }),
    answers: sameForAll(404),
    costs: {
      requests: 1,
      by: 'anonymous',
      status: 200,
      body: ({ invitationToken }) => ({ token: invitationToken }),
    },
  },
  'POST /auth/accept-invitation': {
    path: () => '/auth/accept-invitation',
    body: ({ owner }) => ({
      token: `${owner.tenantId}.${'x'.repeat(32)}`,
      email: `${fresh()}@example.com`,
      password: fresh(),
      name: 'Impostor',
    }),
    answers: sameForAll(404),
    costs: {
      requests: 2,
      by: 'anonymous',
      status: 201,
      body: ({ invitationToken }) => ({
        token: invitationToken,
        email: `${fresh()}@example.com`,
        password: fresh(),
        name: 'Ada',
      }),
    },
  },
  'GET /conversations': {
    path: ({ secret }) => `/conversations?q=${secret}`,
    answers: [401, 200, 200, 200, 200],
    costs: operatorReads,
  },
  'POST /conversations': {
    path: () => '/conversations',
    body: () => ({ content: 'Hello', clientId: fresh() }),
    answers: [401, 201, 201, 403, 201],
    costs: { requests: 1, by: 'visitor', status: 201 },
  },
  'GET /conversations/counts': {
    path: () => '/conversations/counts',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'GET /conversations/:id': {
    path: ({ conversationId }) => `/conversations/${conversationId}`,
    names: 'thing',
    answers: forOwners,
    costs: operatorReads,
  },
  'PATCH /conversations/:id': {
    path: ({ conversationId }) => `/conversations/${conversationId}`,
    body: () => ({ handler: 'human' }),
    names: 'thing',
    answers: forOwners,
    costs: { ...operatorReads, body: () => ({ status: 'resolved', handler: 'bot', title: 'Parcel' }) },
  },
  'POST /conversations/:id/rating': {
    path: ({ conversationId }) => `/conversations/${conversationId}/rating`,
    body: () => ({ score: 4, comment: 'Quick' }),
    names: 'thing',
    // Its own is open still. To be rated it has been resolved, by the row above.
    answers: [401, 409, 404, 403, 404],
    costs: { requests: 1, by: 'visitor', status: 200 },
  },
  'POST /conversations/:id/suggest': {
    path: ({ conversationId }) => `/conversations/${conversationId}/suggest`,
    body: () => ({ question: 'Where is my parcel?' }),
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'GET /conversations/:id/notes': {
    path: ({ conversationId }) => `/conversations/${conversationId}/notes`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'POST /conversations/:id/notes': {
    path: ({ conversationId }) => `/conversations/${conversationId}/notes`,
    body: () => ({ content: 'Noted', clientId: fresh() }),
    names: 'thing',
    answers: forOperators,
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'DELETE /conversations/notes/:id': {
    path: ({ noteId }) => `/conversations/notes/${noteId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'POST /conversations/:id/messages': {
    path: ({ conversationId }) => `/conversations/${conversationId}/messages`,
    body: () => ({ content: 'Let me in', clientId: fresh() }),
    names: 'thing',
    answers: [401, 201, 404, 404, 404],
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'PATCH /conversations/messages/:id/status': {
    path: ({ messageId }) => `/conversations/messages/${messageId}/status`,
    body: () => ({ status: 'seen' }),
    names: 'thing',
    answers: forOwners,
    costs: { requests: 1, by: 'visitor', status: 200 },
  },
  'PATCH /visitors/me': {
    path: () => '/visitors/me',
    body: () => ({ name: 'Mallory', page: { url: 'https://example.com/' } }),
    answers: [401, 200, 200, 403, 200],
    costs: { requests: 1, by: 'visitor', status: 200 },
  },
  'GET /visitors/:id': {
    path: ({ visitorId }) => `/visitors/${visitorId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'GET /canned-replies': {
    path: () => '/canned-replies',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'POST /canned-replies': {
    path: () => '/canned-replies',
    body: () => ({ shortcut: fresh(), content: 'Hello' }),
    answers: [401, 403, 403, 201, 403],
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'PUT /canned-replies/:id': {
    path: ({ cannedReplyId }) => `/canned-replies/${cannedReplyId}`,
    body: () => ({ content: 'Mine now' }),
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'DELETE /canned-replies/:id': {
    path: ({ cannedReplyId }) => `/canned-replies/${cannedReplyId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'GET /events': {
    path: () => '/events?since=0&limit=500',
    answers: [401, 200, 200, 200, 200],
    costs: operatorReads,
  },
  'POST /realtime/ticket': {
    path: () => '/realtime/ticket',
    answers: [401, 201, 201, 201, 201],
    costs: { requests: 1, by: 'visitor', status: 201 },
  },
  'GET /knowledge-base': {
    path: ({ secret }) => `/knowledge-base?q=${secret}`,
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'POST /knowledge-base': {
    path: () => '/knowledge-base',
    body: () => ({ type: 'qa', question: 'When?', answer: 'Now.' }),
    answers: [401, 403, 403, 201, 403],
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'GET /knowledge-base/search': {
    path: ({ secret }) => `/knowledge-base/search?q=${secret}`,
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'POST /knowledge-base/ask': {
    path: () => '/knowledge-base/ask',
    body: ({ secret }) => ({ question: `What about ${secret}?` }),
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'POST /knowledge-base/crawl': {
    path: () => '/knowledge-base/crawl',
    body: () => ({ url: 'http://127.0.0.1/' }),
    answers: [401, 403, 403, 400, 403],
    costs: { requests: 1, by: 'operator', status: 201, body: () => ({ url: 'https://example.com/' }) },
  },
  'GET /knowledge-base/unanswered': {
    path: () => '/knowledge-base/unanswered',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'PATCH /knowledge-base/unanswered/:id': {
    path: ({ unansweredId }) => `/knowledge-base/unanswered/${unansweredId}`,
    body: () => ({ status: 'dismissed' }),
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'POST /knowledge-base/unanswered/:id/entry': {
    path: ({ unansweredId }) => `/knowledge-base/unanswered/${unansweredId}/entry`,
    body: () => ({ answer: 'Mine.' }),
    names: 'thing',
    answers: forOperators,
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'GET /knowledge-base/synonyms': {
    path: () => '/knowledge-base/synonyms',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'POST /knowledge-base/synonyms': {
    path: () => '/knowledge-base/synonyms',
    body: () => ({ words: [fresh(), 'parcel'] }),
    answers: [401, 403, 403, 201, 403],
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'PUT /knowledge-base/synonyms/:id': {
    path: ({ synonymsId }) => `/knowledge-base/synonyms/${synonymsId}`,
    body: () => ({ words: ['couch', 'sofa'] }),
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'DELETE /knowledge-base/synonyms/:id': {
    path: ({ synonymsId }) => `/knowledge-base/synonyms/${synonymsId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'GET /knowledge-base/:id': {
    path: ({ entryId }) => `/knowledge-base/${entryId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'PUT /knowledge-base/:id': {
    path: ({ entryId }) => `/knowledge-base/${entryId}`,
    body: () => ({ title: 'Mine now', content: 'Overwritten' }),
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'DELETE /knowledge-base/:id': {
    path: ({ entryId }) => `/knowledge-base/${entryId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'GET /widget': { path: () => '/widget', answers: [401, 403, 403, 200, 403], costs: operatorReads },
  'PUT /widget': {
    path: () => '/widget',
    body: () => ({ color: '#000000' }),
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'GET /widget/embed': {
    path: () => '/widget/embed',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'GET /widget/public/:tenantId': {
    path: ({ owner }) => `/widget/public/${owner.tenantId}`,
    answers: sameForAll(200),
    costs: { requests: 1, by: 'anonymous', status: 200 },
  },
  'POST /widget/public/:tenantId/sessions': {
    path: ({ owner }) => `/widget/public/${owner.tenantId}/sessions`,
    body: () => ({}),
    answers: [201, 201, 201, 401, 401],
    costs: { requests: 1, by: 'anonymous', status: 201 },
  },
  'GET /settings': { path: () => '/settings', answers: [401, 403, 403, 200, 403], costs: operatorReads },
  'PUT /settings': {
    path: () => '/settings',
    body: () => ({ name: 'Somebody' }),
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'GET /settings/sessions': {
    path: () => '/settings/sessions',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'DELETE /settings/sessions/:id': {
    path: ({ sessionId }) => `/settings/sessions/${sessionId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'DELETE /settings/sessions': {
    path: () => '/settings/sessions?keep=current',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'GET /team': { path: () => '/team', answers: [401, 403, 403, 200, 403], costs: operatorReads },
  'POST /team/invitations': {
    path: () => '/team/invitations',
    body: () => ({ role: 'owner' }),
    answers: [401, 403, 403, 201, 403],
    costs: { requests: 1, by: 'operator', status: 201 },
  },
  'DELETE /team/invitations/:id': {
    path: ({ invitationId }) => `/team/invitations/${invitationId}`,
    names: 'thing',
    answers: forOperators,
    // It has been used by now.
    costs: { requests: 1, by: 'operator', status: 404 },
  },
  'PATCH /team/members/:id': {
    path: ({ memberId }) => `/team/members/${memberId}`,
    body: () => ({ role: 'owner' }),
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'DELETE /team/members/:id': {
    path: ({ memberId }) => `/team/members/${memberId}`,
    names: 'thing',
    answers: forOperators,
    costs: operatorReads,
  },
  'GET /overview': {
    path: () => '/overview?timezone=Europe/Berlin',
    answers: [401, 403, 403, 200, 403],
    costs: operatorReads,
  },
  'POST /team/leave': {
    path: () => '/team/leave',
    // Each is the last owner of its team.
    answers: [401, 403, 403, 409, 403],
    costs: { requests: 1, by: 'operator', status: 409 },
  },
  'GET /health': {
    path: () => '/health',
    answers: sameForAll(200),
    costs: { requests: 1, by: 'anonymous', status: 200 },
  },
  'GET /openapi.json': {
    path: () => '/openapi.json',
    answers: sameForAll(200),
    costs: { requests: 0, by: 'anonymous', status: 200 },
  },
  'GET /docs': {
    path: () => '/docs',
    answers: sameForAll(200),
    costs: { requests: 0, by: 'anonymous', status: 200 },
  },
  // Last: what it succeeds for is signed out.
  'POST /auth/logout': {
    path: () => '/auth/logout',
    answers: [401, 403, 403, 200, 403],
    costs: { requests: 1, by: 'operator', status: 200 },
  },
};
