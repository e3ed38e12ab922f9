import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { Tell } from '../../shared/room-calls.ts';
import { openDirect } from '../support/database.ts';
import { type OwnRooms, ownHosts } from '../support/own-rooms.ts';
import { as, newConversation, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { commitInSilence } from '../support/silent-commit.ts';
import {
  type TestSocket,
  handshake,
  joinedSocket,
  knockAt,
  openSocket,
  ticketFor,
} from '../support/socket.ts';
import { SteadyClient } from '../support/steady-client.ts';

const contents = (socket: TestSocket) => socket.messages().map(({ message }) => message.content);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

function expectAllInOrder({ events }: { events: { seq: number }[] }): void {
  expect(events.map(({ seq }) => seq)).toEqual(upTo(events.length));
}

describe.each(ownHosts)('what goes wrong, on $host', ({ start }) => {
  let rooms: OwnRooms;
  /** Text that marks the requests whose answers the database drops, once it has committed; how many it still drops. */
  let drop = { marked: '', times: 0 };
  beforeAll(async () => {
    rooms = await start({
      libsql: {
        intercept: ({ body }) => {
          if (drop.times === 0 || !JSON.stringify(body).includes(drop.marked)) return 'answer';
          drop.times -= 1;
          return 'drop';
        },
      },
    });
  });
  afterAll(() => rooms.close());

  async function scene() {
    const operator = await newTenant(rooms.url);
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'Before');
    const [desk, mine] = [
      await joinedSocket(operator, { since: 0 }),
      await joinedSocket(visitor, { since: 0 }),
    ];
    await Promise.all([desk.message('Before'), mine.message('Before')]);
    const inSilence = (content: string) =>
      commitInSilence(rooms.database(), visitor, conversationId, content);
    const tell = (news: Tell) => rooms.tell(operator.tenantId, news);
    return { operator, visitor, conversationId, desk, mine, inSilence, tell };
  }

  describe('news of a commit', () => {
    it('that never come are found in the log while the room is awake', async () => {
      const { desk, mine, inSilence } = await scene();
      const startedMs = performance.now();
      await inSilence('Untold');
      await Promise.all([desk.message('Untold'), mine.message('Untold')]);
      expect(performance.now() - startedMs).toBeLessThan(limits.room.tailEveryMs + 1_500);
    });

    it('that never came are found sooner, and come first, where others do', async () => {
      const { operator, conversationId, desk, mine, inSilence } = await scene();
      await inSilence('Untold');
      const startedMs = performance.now();
      await sendMessage(operator, conversationId, 'Told');
      for (const socket of [desk, mine]) {
        await socket.message('Told');
        expect(contents(socket)).toEqual(['Before', 'Untold', 'Told']);
      }
      expect(performance.now() - startedMs).toBeLessThan(limits.room.tailEveryMs / 2);
    });

    it('that come twice, late or in the wrong order, come once and in order', async () => {
      const { desk, mine, inSilence, tell } = await scene();
      const [one, two, three] = [await inSilence('One'), await inSilence('Two'), await inSilence('Three')];
      for (const news of [three, one, one, two, three, two]) await tell(news);
      await Promise.all([desk.message('Three'), mine.message('Three')]);
      for (const news of [one, three]) await tell(news);
      for (const socket of [desk, mine]) {
        await socket.settled();
        expect(contents(socket)).toEqual(['Before', 'One', 'Two', 'Three']);
        expectAllInOrder(socket);
      }
    });

    it('that no socket has heard of yet do not come again to one that joins beyond them', async () => {
      const { operator, desk, inSilence, tell } = await scene();
      const news = await inSilence('Untold');
      const ahead = await joinedSocket(operator, { since: 0 });
      await ahead.message('Untold');
      await tell(news);
      await desk.message('Untold');
      await ahead.settled();
      for (const socket of [desk, ahead]) expect(contents(socket)).toEqual(['Before', 'Untold']);
    });
  });

  describe('the database’s answer, lost after the commit,', () => {
    it('is no ack; what is sent again is acknowledged, and is one message that everybody gets', async () => {
      const { operator, conversationId, desk, mine } = await scene();
      for (const [clientId, socket] of [['lost-v', mine] as const, ['lost-o', desk] as const]) {
        drop = { marked: clientId, times: 2 };
        const frame = { type: 'message:new' as const, clientId, content: clientId, conversationId };
        for (let tries = 1; tries <= 2; tries += 1) {
          socket.send(frame);
          await socket.until(
            () =>
              socket.frames.filter((each) => each.type === 'error' && each.clientId === clientId).length ===
              tries,
          );
        }
        expect(socket.frames.findLast(({ type }) => type === 'error')).toMatchObject({ code: 'unavailable' });
        expect(socket.frames.filter((each) => each.type === 'ack' && each.clientId === clientId)).toEqual([]);
        socket.send(frame);
        await socket.next('ack', (ack) => ack.clientId === clientId);
        await Promise.all([desk.message(clientId), mine.message(clientId)]);
      }
      const rows = await openDirect(rooms.database()).rows(
        'SELECT client_id FROM messages WHERE tenant_id = ? ORDER BY seq',
        operator.tenantId,
      );
      expect(rows.slice(1).map((row) => row['client_id'])).toEqual(['lost-v', 'lost-o']);
      expect(drop.times).toBe(0);
      for (const socket of [desk, mine]) {
        await socket.settled();
        expectAllInOrder(socket);
      }
    });

    it('lets a conversation be opened once all the same', async () => {
      const { operator, desk } = await scene();
      const guest = await newVisitor(operator);
      const socket = await joinedSocket(guest);
      drop = { marked: 'opening', times: 1 };
      const frame = { type: 'message:new' as const, clientId: 'opening', content: 'Open up' };
      socket.send(frame);
      await socket.next('error', ({ clientId }) => clientId === 'opening');
      socket.send(frame);
      const { conversation } = await socket.next('ack', ({ clientId }) => clientId === 'opening');
      const { json } = await as(guest, 'GET', '/conversations');
      expect(Object(json).data.map(({ id }: { id: string }) => id)).toEqual([conversation?.id]);
      await desk.message('Open up');
    });

    it('or of a join is an error, after which the socket can join', async () => {
      const { operator } = await scene();
      const socket = await openSocket(operator);
      drop = { marked: operator.userId, times: 1 };
      socket.send({ type: 'join-tenant', since: 0 });
      expect(await socket.next('error')).toMatchObject({ code: 'unavailable' });
      await socket.join(0);
      await socket.message('Before');
    });
  });

  describe('a process that is killed', () => {
    it('loses nothing acknowledged, doubles nothing, and everybody gets everything once and in order', async () => {
      const { operator, visitor, conversationId, desk, mine } = await scene();
      const clients = [operator, visitor].map((who) => new SteadyClient(who, { since: 0 }));
      const [, writer] = clients;
      await Promise.all(clients.map((client) => client.joined()));
      const drafts = Array.from({ length: 120 }, (_, at) => `draft ${at}`);
      const sending = drafts.map((content) => writer?.send(conversationId, content, content));
      await Promise.race(sending);
      await rooms.crash();
      expect([await desk.closed(), await mine.closed()]).toEqual([1006, 1006]);
      await Promise.all(sending);
      for (const client of clients) {
        await client.until(() => client.events.length > drafts.length);
        expect(client.joins).toBe(2);
        expect(client.faults).toEqual([]);
        expectAllInOrder(client);
        expect(client.contents().toSorted()).toEqual(['Before', ...drafts].toSorted());
        await client.close();
      }
    });

    it('knows whom it let in with which ticket, and who is whose, as before', async () => {
      const { operator, visitor, conversationId } = await scene();
      const stranger = await newVisitor(operator);
      const ticket = await ticketFor(operator);
      expect((await handshake(knockAt(ticket))).status).toBe(101);
      await rooms.crash();
      expect((await handshake(knockAt(ticket))).status).toBe(401);
      const other = await joinedSocket(stranger, { since: 0 });
      const mine = await joinedSocket(visitor, { since: 0 });
      await sendMessage(operator, conversationId, 'In private');
      await mine.message('In private');
      await other.settled();
      expect(other.events).toEqual([]);
    });
  });
});
