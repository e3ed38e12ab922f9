import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, handlerOf, nextReply, refunds, repliesOf, tenantWithBot } from '../support/bot.ts';
import { openDirect } from '../support/database.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { type OwnRooms, ownHosts } from '../support/own-rooms.ts';
import { type VisitorFixture, newVisitor } from '../support/people.ts';
import { SteadyClient } from '../support/steady-client.ts';

/** What a request of the room to the database holds when it … */
const steps = { readsDebts: "'companyName'", searches: "'covered'", replies: 'bot:msg' };

type Incoming = (request: string) => 'answer' | 'drop';
const answering: Incoming = () => 'answer';

describe.each(ownHosts)('a bot under faults, on $host', ({ host, start }) => {
  let rooms: OwnRooms;
  let model: ModelServer;
  let incoming = answering;
  beforeAll(async () => {
    model = await startModelServer();
    rooms = await start({
      vars: { AI_BASE_URL: model.url, AI_MODEL: 'test', AI_API_KEY: 'key' },
      libsql: { intercept: ({ body }) => incoming(JSON.stringify(body)) },
    });
  });
  beforeEach(() => {
    incoming = answering;
  });
  afterAll(async () => {
    await rooms.close();
    await model.close();
  });

  describe('what fails', () => {
    it('again and again is handed to a person, and keeps no other from an answer', async () => {
      const operator = await tenantWithBot(rooms.url);
      let failures = 0;
      incoming = (request) => {
        if (!request.includes(steps.searches) || !request.includes('zanzibar')) return 'answer';
        failures += 1;
        return 'drop';
      };
      const unlucky = await ask(await newVisitor(operator), 'How long does a refund to Zanzibar take?');
      const lucky = await ask(await newVisitor(operator));
      expect(await nextReply(lucky.socket)).toMatchObject({ sender: 'bot' });
      expect(repliesOf(unlucky.socket)).toEqual([]);
      await unlucky.socket.until(() => handlerOf(unlucky.socket) === 'human', 'a person');
      expect(repliesOf(unlucky.socket)).toMatchObject([
        { sender: 'system', content: expect.stringContaining('I cannot answer just now.') },
      ]);
      expect(failures).toBe(4);
    });

    it('to be read is handed to a person at once', async () => {
      const operator = await tenantWithBot(rooms.url);
      await openDirect(rooms.database()).rows(
        `UPDATE widgets SET ai_settings = '{"enabled":true,"tone":7}' WHERE tenant_id = ?`,
        operator.tenantId,
      );
      const { socket } = await ask(await newVisitor(operator));
      await socket.until(() => handlerOf(socket) === 'human', 'a person');
      expect(repliesOf(socket)).toMatchObject([{ sender: 'system' }]);
    });

    it('because the database is away waits for it, and is answered then', async () => {
      const operator = await tenantWithBot(rooms.url);
      let failures = 0;
      incoming = (request) => {
        if (failures === 3 || !request.includes(steps.readsDebts)) return 'answer';
        failures += 1;
        return 'drop';
      };
      const { socket } = await ask(await newVisitor(operator));
      expect(await nextReply(socket)).toMatchObject({ sender: 'bot' });
      expect(failures).toBe(3);
    });
  });

  describe('a process that is killed', () => {
    /** Kills the rooms' process once the database has done what a request asks, and before it says so. */
    function killAt(step: string): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      incoming = (request) => {
        if (!request.includes(step)) return 'answer';
        incoming = answering;
        resolve(rooms.crash());
        return 'drop';
      };
      return promise;
    }

    async function killOnceAsked(): Promise<void> {
      const before = model.requests.length;
      model.script({ kind: 'silence' });
      await expect.poll(() => model.requests.length, { timeout: 15_000 }).toBe(before + 1);
      await rooms.crash();
    }

    async function killMidStream(client: SteadyClient): Promise<void> {
      model.script({ kind: 'stall', pieces: ['Refunds are ', 'paid '] });
      await client.until(() => client.deltas.length > 0);
      await rooms.crash();
    }

    const kills: { when: string; kill(client: SteadyClient): Promise<void> }[] = [
      { when: 'before it knows what is owed', kill: () => killAt(steps.readsDebts) },
      { when: 'while it searches', kill: () => killAt(steps.searches) },
      { when: 'before the first word', kill: killOnceAsked },
      { when: 'in the midst of an answer', kill: killMidStream },
      { when: 'after the commit, before it tells anybody', kill: () => killAt(steps.replies) },
    ];

    it.each(kills)('$when answers exactly once, and tells everybody of it once', async ({ kill }) => {
      const operator = await tenantWithBot(rooms.url);
      const visitor = await newVisitor(operator);
      const clients = [operator, visitor].map((who) => new SteadyClient(who, { since: 0 }));
      const [, mine] = clients;
      if (!mine) throw new Error('There is no client.');
      await Promise.all(clients.map((client) => client.joined()));
      const killed = kill(mine);
      const conversationId = await askPatiently(visitor);
      await killed;
      for (const client of clients) await client.until(() => client.contents().length === 2, 40_000);
      await mine.send(conversationId, refunds.question);
      for (const client of clients) {
        await client.until(() => client.contents().length === 4);
        expect(client.faults).toEqual([]);
        expect(client.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
        expect(client.joins).toBe(2);
        await client.close();
      }
      expect(await sendersIn(visitor, conversationId)).toEqual(['visitor', 'bot', 'visitor', 'bot']);
    });

    const answersAlone = async () => {
      const operator = await tenantWithBot(rooms.url);
      const visitor = await newVisitor(operator);
      const before = model.requests.length;
      model.script({ kind: 'silence' });
      const conversationId = await askPatiently(visitor);
      await expect.poll(() => model.requests.length, { timeout: 15_000 }).toBe(before + 1);
      await rooms.crash();
      const senders = () => sendersIn(visitor, conversationId);
      await expect.poll(senders, { timeout: 30_000 }).toEqual(['visitor', 'bot']);
    };
    // `partykit dev` forgets an alarm that was set before it began.
    if (host === 'worker')
      it('while nobody is connected answers all the same: its alarm wakes the room', answersAlone);
  });
});

/** Opens a conversation with a question, however often it takes; its id. */
async function askPatiently(visitor: VisitorFixture): Promise<string> {
  const json = { content: refunds.question, clientId: randomUUID() };
  const post = () => visitor.api.conversations.$post({ json });
  let answer = await post().catch(() => null);
  while (answer?.ok !== true) answer = await post().catch(() => null);
  return (await answer.json()).data.conversation.id;
}

async function sendersIn({ api }: VisitorFixture, id: string): Promise<string[]> {
  const { data } = await (await api.conversations[':id'].$get({ param: { id }, query: {} })).json();
  return data.messages.map(({ sender }) => sender);
}
