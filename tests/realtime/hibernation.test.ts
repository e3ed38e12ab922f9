import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnWorkerRooms, startWorkerRooms } from '../support/own-rooms.ts';
import { as, newConversation, newTenant, newVisitor, sendMessage, signIn } from '../support/people.ts';
import { startTestStack } from '../support/stack.ts';
import { commitInSilence } from '../support/silent-commit.ts';
import { type TestSocket, handshake, joinedSocket, knockAt, ticketFor } from '../support/socket.ts';

/** Durable Objects alone leave memory here: `partykit dev` never lets one go. */
let rooms: OwnWorkerRooms;
beforeAll(async () => {
  rooms = await startWorkerRooms();
});
afterAll(() => rooms.close());

const contents = (socket: TestSocket) => socket.messages().map(({ message }) => message.content);

/** An operator and two visitors who are connected, one of them with a conversation. */
async function scene() {
  const operator = await newTenant(rooms.url);
  const [visitor, stranger] = [await newVisitor(operator), await newVisitor(operator)];
  const { conversationId, messageId } = await newConversation(visitor, 'Before');
  const [desk, mine, other] = [
    await joinedSocket(operator, { since: 0 }),
    await joinedSocket(visitor, { since: 0 }),
    await joinedSocket(stranger, { since: 0, query: { _pk: `visitor:${visitor.visitorId}` } }),
  ];
  await Promise.all([desk.message('Before'), mine.message('Before')]);
  return { operator, visitor, stranger, conversationId, messageId, desk, mine, other };
}

describe('a room that has left memory', () => {
  it('can, while its sockets stay open: nothing of its own holds it', async () => {
    const { operator, conversationId, desk, mine } = await scene();
    mine.send({ type: 'message:new', clientId: 'c', content: 'One more', conversationId });
    await desk.message('One more');
    desk.send({ type: 'typing', conversationId, typing: true });
    await Promise.all([desk.settled(), mine.next('typing')]);
    const startedMs = performance.now();
    await rooms.evict(operator.tenantId, 'hibernate');
    // A timer or a request left behind would hold it for as long as it lasts, 10 s and more.
    expect(performance.now() - startedMs).toBeLessThan(4_000);
    expect([desk.closeCode, mine.closeCode]).toEqual([null, null]);
  });

  it('keeps no compressor for each of its sockets, which would take more memory than all else', async () => {
    // Asked directly: the local host's own front would compress by itself.
    const direct = await startTestStack({ isDirect: true });
    const ticket = await ticketFor(await newTenant(direct.url));
    const answer = await handshake(knockAt(ticket), { 'sec-websocket-extensions': 'permessage-deflate' });
    await direct.close();
    expect([answer.status, answer.extensions]).toEqual([101, undefined]);
  });

  it('delivers, takes frames and keeps everybody apart when it wakes', async () => {
    const { operator, visitor, conversationId, messageId, desk, mine, other } = await scene();
    await rooms.evict(operator.tenantId, 'hibernate');
    await sendMessage(operator, conversationId, 'Told');
    await Promise.all([desk.message('Told'), mine.message('Told')]);
    await rooms.evict(operator.tenantId, 'hibernate');
    mine.send({ type: 'message:new', clientId: 'mine', content: 'By frame', conversationId });
    await Promise.all([mine.next('ack', ({ clientId }) => clientId === 'mine'), desk.message('By frame')]);
    await rooms.evict(operator.tenantId, 'hibernate');
    desk.send({ type: 'typing', conversationId, typing: true });
    await mine.next('typing');
    await rooms.evict(operator.tenantId, 'hibernate');
    other.send({ type: 'message:new', clientId: 'o', content: 'Let me in', conversationId });
    expect(await other.next('error', ({ clientId }) => clientId === 'o')).toMatchObject({
      code: 'not_found',
    });
    other.send({ type: 'message:update', messageId, status: 'seen' });
    expect(await other.next('error', (frame) => frame.messageId === messageId)).toMatchObject({
      code: 'not_found',
    });
    other.send({ type: 'typing', conversationId, typing: true });
    await other.settled();
    expect(other.events).toEqual([]);
    expect(JSON.stringify(other.frames)).not.toContain(visitor.visitorId);
    for (const socket of [desk, mine]) {
      expect(contents(socket)).toEqual(['Before', 'Told', 'By frame']);
      expect(socket.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    }
    expect(desk.frames.filter(({ type }) => type === 'typing')).toEqual([]);
  });

  it('still knows who has joined, and answers a burst in its order', async () => {
    const { operator, conversationId, desk, mine } = await scene();
    await rooms.evict(operator.tenantId, 'hibernate');
    const burst = Array.from({ length: 40 }, (_, at) => `burst ${at}`);
    for (const content of burst)
      mine.send({ type: 'message:new', clientId: content, content, conversationId });
    await desk.message('burst 39');
    expect(contents(desk).slice(1)).toEqual(burst);
    desk.send({ type: 'join-tenant' });
    expect(await desk.closed()).toBe(4400);
  });

  it('closes the sockets of whoever signs out meanwhile', async () => {
    const { operator, desk } = await scene();
    const elsewhere = await signIn(operator);
    const socket = await joinedSocket(elsewhere);
    await rooms.evict(operator.tenantId, 'hibernate');
    await as(elsewhere, 'POST', '/auth/logout');
    expect(await socket.closed()).toBe(4401);
    await desk.settled();
  });

  it('still knows which tickets were used, and keeps none of them anywhere', async () => {
    const { operator } = await scene();
    const ticket = await ticketFor(operator);
    expect((await handshake(knockAt(ticket))).status).toBe(101);
    await rooms.evict(operator.tenantId, 'close');
    expect((await handshake(knockAt(ticket))).status).toBe(401);
    const signature = ticket.ticket.split('.')[2] ?? '';
    const files = readdirSync(rooms.dataDir, { recursive: true, withFileTypes: true });
    const kept = files.filter(
      (file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(signature),
    );
    expect(kept.map(({ name }) => name)).toEqual([]);
  });

  it('remembers how far it had come itself, not how far a newcomer is ahead of it', async () => {
    const { operator, visitor, conversationId, desk } = await scene();
    await commitInSilence(rooms.database(), visitor, conversationId, 'Nobody was told');
    const ahead = await joinedSocket(operator, { since: 0 });
    await ahead.message('Nobody was told');
    await rooms.evict(operator.tenantId, 'hibernate');
    await sendMessage(visitor, conversationId, 'Told');
    for (const socket of [desk, ahead]) {
      await socket.message('Told');
      expect(contents(socket)).toEqual(['Before', 'Nobody was told', 'Told']);
    }
  });

  it('finds what nobody told it of while it was away', async () => {
    const { operator, visitor, conversationId, desk, mine } = await scene();
    await rooms.evict(operator.tenantId, 'hibernate');
    const late = await commitInSilence(rooms.database(), visitor, conversationId, 'Late');
    mine.send({ type: 'message:update', messageId: 'none', status: 'seen' });
    await desk.message('Late');
    await rooms.tell(operator.tenantId, late);
    await desk.settled();
    expect(contents(desk)).toEqual(['Before', 'Late']);
  });

  it('has lost nothing where its sockets were lost with it', async () => {
    const { operator, visitor, conversationId, desk, mine } = await scene();
    await rooms.evict(operator.tenantId, 'close');
    expect([await desk.closed(), await mine.closed()].map((code) => code < 4000)).toEqual([true, true]);
    await commitInSilence(rooms.database(), visitor, conversationId, 'Away');
    await sendMessage(operator, conversationId, 'Also away');
    const cursor = desk.events.at(-1)?.cursor ?? 0;
    for (const who of [operator, visitor]) {
      const again = await joinedSocket(who, { since: cursor });
      await again.message('Also away');
      await sendMessage(visitor, conversationId, `Live for ${who.kind}`);
      await again.message(`Live for ${who.kind}`);
      expect(contents(again).slice(0, 2)).toEqual(['Away', 'Also away']);
      await again.close();
    }
  });

  it('loses and doubles nothing, however often it leaves', async () => {
    const { operator, visitor, conversationId, desk, mine } = await scene();
    const written = Array.from({ length: 16 }, (_, at) => `n${at}`);
    for (const [at, content] of written.entries()) {
      await rooms.evict(operator.tenantId, 'hibernate');
      if (at % 2 === 0) mine.send({ type: 'message:new', clientId: content, content, conversationId });
      else await sendMessage(at % 4 === 1 ? visitor : operator, conversationId, content);
      await Promise.all([desk.message(content), mine.message(content)]);
      if (at % 2 === 0) await mine.next('ack', ({ clientId }) => clientId === content);
    }
    for (const socket of [desk, mine]) {
      expect(contents(socket)).toEqual(['Before', ...written]);
      expect(socket.events.map(({ seq }) => seq)).toEqual(socket.events.map((_, at) => at + 1));
    }
  });
});
