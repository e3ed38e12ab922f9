import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../scripts/stack.ts';
import { type Answer, request } from '../support/client.ts';
import { type Direct, openDirect } from '../support/database.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
} from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';

type Who = { url: string; token: string };
const send = (who: Who, id: string, body: unknown) => as(who, 'POST', `/conversations/${id}/messages`, body);
const dataOf = ({ json }: Answer) => Object(json).data;

function expectUnavailable(answer: Answer): void {
  expect([answer.status, Object(answer.json).code]).toEqual([503, 'unavailable']);
  expect(answer.text).not.toMatch(/fetch|network|socket|hang|libsql/i);
}

describe('the database’s answer is lost after the commit', () => {
  let stack: Stack;
  let direct: Direct;
  let operator: OperatorFixture;
  let visitor: VisitorFixture;
  let conversationId: string;
  /** Text that marks the request whose answer is dropped, once. */
  let marked: string | null = null;

  beforeAll(async () => {
    stack = await startTestStack({
      libsql: {
        intercept: ({ body }) => {
          if (marked === null || !JSON.stringify(body).includes(marked)) return 'answer';
          marked = null;
          return 'drop';
        },
      },
    });
    direct = openDirect(stack.database);
    operator = await newTenant(stack.url);
    visitor = await newVisitor(operator);
    ({ conversationId } = await newConversation(visitor));
  });
  afterEach(() => expect(marked).toBeNull());
  afterAll(() => stack.close());

  const stored = (clientId: string) => direct.rows('SELECT id FROM messages WHERE client_id = ?', clientId);
  const logged = async () =>
    (
      await direct.rows(
        'SELECT count(*) AS events, max(cursor) AS cursor FROM events WHERE tenant_id = ?',
        operator.tenantId,
      )
    )[0];

  it('says 503, and the message sent again is the one that was stored', async () => {
    for (const who of [visitor, operator]) {
      const body = { content: 'Was it stored?', clientId: randomUUID() };
      marked = body.clientId;
      expectUnavailable(await send(who, conversationId, body));
      const [{ id } = { id: null }] = await stored(body.clientId);
      const before = await logged();
      const again = await send(who, conversationId, body);
      expect([again.status, dataOf(again).id]).toEqual([200, id]);
      expect(await stored(body.clientId)).toHaveLength(1);
      expect(await logged()).toEqual(before);
    }
  });

  it('opens one conversation, however often it is lost', async () => {
    const guest = await newVisitor(operator);
    const body = { content: 'Anybody?', clientId: randomUUID() };
    for (let n = 0; n < 3; n += 1) {
      marked = body.clientId;
      expectUnavailable(await as(guest, 'POST', '/conversations', body));
    }
    const opened = await as(guest, 'POST', '/conversations', body);
    expect(opened.status).toBe(200);
    const rows = await direct.rows('SELECT id FROM conversations WHERE visitor_id = ?', guest.visitorId);
    expect(rows.map(({ id }) => id)).toEqual([dataOf(opened).conversation.id]);
  });

  it('is made good by saying the same again, for every change that names its end', async () => {
    const { conversationId: id, messageId } = await newConversation(visitor);
    const changes: [string, string, unknown][] = [
      ['PATCH', `/conversations/${id}`, { status: 'resolved', title: `Title ${id}` }],
      ['PATCH', `/conversations/messages/${messageId}/status`, { status: 'seen' }],
      ['PUT', '/settings', { name: `Name ${id}` }],
    ];
    for (const [method, path, body] of changes) {
      marked = path.includes(messageId) ? messageId : id;
      expectUnavailable(await as(operator, method, path, body));
      const before = await logged();
      expect((await as(operator, method, path, body)).status).toBe(200);
      expect(await logged()).toEqual(before);
    }
  });

  it('leaves no half of a tenant behind', async () => {
    const email = `${randomUUID()}@example.com`;
    const body = { email, password: '12345678', companyName: `Lost ${email}` };
    marked = body.companyName;
    expectUnavailable(await request(stack.url, 'POST', '/api/auth/register', { body }));
    expect((await request(stack.url, 'POST', '/api/auth/register', { body })).status).toBe(409);
    const credentials = { email, password: body.password };
    expect((await request(stack.url, 'POST', '/api/auth/login', { body: credentials })).status).toBe(200);
    expect(await direct.rows('SELECT 1 FROM tenants WHERE company_name = ?', body.companyName)).toHaveLength(
      1,
    );
  });

  it('says 503 for what is only read, and the next one is answered', async () => {
    marked = conversationId;
    expectUnavailable(await as(visitor, 'GET', `/conversations/${conversationId}`));
    expect((await as(visitor, 'GET', `/conversations/${conversationId}`)).status).toBe(200);
  });
});

describe('everything restarts over the same data', () => {
  let dataDir: string;
  let stack: Stack;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'chatly-'));
    stack = await startTestStack({ dataDir });
  });
  afterAll(async () => {
    await stack.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    await stack.close();
    stack = await startTestStack({ dataDir });
  }
  const there = <T extends { url: string }>(who: T): T => ({ ...who, url: stack.url });

  it('and loses nothing that was acknowledged, and doubles nothing, while it goes down', async () => {
    const operator = await newTenant(stack.url);
    const visitor = await newVisitor(operator);
    const { conversationId: id } = await newConversation(visitor, 'Message 0');
    const drafts = Array.from({ length: 60 }, (_, n) => ({
      content: `Message ${n}`,
      clientId: randomUUID(),
    }));
    const acknowledged = new Set<string>();
    const sending = drafts.map(async ({ content, clientId }) => {
      const answer = await send(visitor, id, { content, clientId }).catch(() => null);
      if (answer?.status === 201) acknowledged.add(clientId);
      return answer;
    });
    await Promise.race(sending);
    await restart();
    await Promise.all(sending);
    expect(acknowledged.size).toBeGreaterThan(0);

    const read = async () => dataOf(await as(there(operator), 'GET', `/conversations/${id}?limit=200`));
    const kept = (await read()).messages.map(({ clientId }: { clientId: string }) => clientId);
    for (const clientId of acknowledged) expect(kept).toContain(clientId);
    const again = await Promise.all(drafts.map((draft) => send(there(visitor), id, draft)));
    expect(again.every(({ status }) => status === 200 || status === 201)).toBe(true);
    const { messages, lastSeq } = await read();
    expect(messages).toHaveLength(drafts.length + 1);
    expect(lastSeq).toBe(drafts.length + 1);
    const { data } = Object((await as(there(visitor), 'GET', '/events?limit=500')).json);
    expect(data.map(({ seq }: { seq: number }) => seq)).toEqual(
      Array.from({ length: lastSeq }, (_, n) => n + 1),
    );
  });

  it('and still knows who is signed in, who is signed out, and who has guessed too often', async () => {
    const [stays, leaves] = [await newTenant(stack.url), await newTenant(stack.url)];
    await as(leaves, 'POST', '/auth/logout');
    const guess = (email: string, password: string) =>
      request(stack.url, 'POST', '/api/auth/login', { body: { email, password } });
    for (let n = 0; n < 10; n += 1) expect((await guess(leaves.email, 'a guess')).status).toBe(401);
    await restart();
    expect((await as(there(stays), 'GET', '/settings')).status).toBe(200);
    expect((await as(there(leaves), 'GET', '/settings')).status).toBe(401);
    expect((await guess(leaves.email, leaves.password)).status).toBe(429);
    expect((await guess(stays.email, stays.password)).status).toBe(200);
  });

  it('and another Worker over the same database counts the same guesses, and hears of a sign-out at once', async () => {
    const operator = await newTenant(stack.url);
    const secrets = { TOKEN_SECRET: randomUUID() + randomUUID(), ROOM_SECRET: randomUUID() + randomUUID() };
    const vars = { ...secrets, LIBSQL_URL: stack.database.url, LIBSQL_AUTH_TOKEN: stack.database.authToken };
    const twins = await Promise.all([startTestStack({ vars }), startTestStack({ vars })]);
    try {
      const guess = (n: number, password: string) =>
        request(twins[n % 2]?.url ?? '', 'POST', '/api/auth/login', {
          body: { email: operator.email, password },
        });
      const { token } = Object((await guess(0, operator.password)).json);
      const settings = (n: number) => request(twins[n]?.url ?? '', 'GET', '/api/settings', { token });
      expect([(await settings(0)).status, (await settings(1)).status]).toEqual([200, 200]);
      await request(twins[1].url, 'POST', '/api/auth/logout', { token });
      expect([(await settings(0)).status, (await settings(1)).status]).toEqual([401, 401]);
      for (let n = 0; n < 10; n += 1) expect((await guess(n, 'a guess')).status).toBe(401);
      expect([
        (await guess(0, operator.password)).status,
        (await guess(1, operator.password)).status,
      ]).toEqual([429, 429]);
    } finally {
      await Promise.all(twins.map((twin) => twin.close()));
    }
  });
});

describe('workerd is killed', () => {
  it('in the middle of it all, and what it acknowledged is there', async () => {
    const stack = await startTestStack();
    const other = await startTestStack({
      vars: { LIBSQL_URL: stack.database.url, LIBSQL_AUTH_TOKEN: stack.database.authToken },
    });
    try {
      const direct = openDirect(stack.database);
      const operator = await newTenant(other.url);
      const visitor = await newVisitor(operator);
      const { conversationId: id } = await newConversation(visitor);
      const drafts = Array.from({ length: 40 }, (_, n) => ({
        content: `Message ${n}`,
        clientId: randomUUID(),
      }));
      const sending = drafts.map((draft) => send(visitor, id, draft).catch(() => null));
      await Promise.race(sending);
      await other.close();
      const answers = await Promise.all(sending);
      const rows = await direct.rows('SELECT client_id FROM messages WHERE conversation_id = ?', id);
      const kept = rows.map((row) => row['client_id']);
      expect(new Set(kept).size).toBe(kept.length);
      for (const [n, answer] of answers.entries())
        if (answer?.status === 201) expect(kept).toContain(drafts[n]?.clientId);
      const [row] = await direct.rows(
        'SELECT seq, (SELECT count(*) FROM events WHERE conversation_id = ?) AS events FROM conversations WHERE id = ?',
        id,
        id,
      );
      expect([row?.['seq'], row?.['events']]).toEqual([kept.length, kept.length]);
    } finally {
      await stack.close();
    }
  });
});
