import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { type CuttingProxy, startCuttingProxy } from '../support/cutting-proxy.ts';
import { openDirect } from '../support/database.ts';
import { hosts } from '../support/hosts.ts';
import { as, newConversation, newTenant, newVisitor, sendMessage } from '../support/people.ts';
import { commitInSilence } from '../support/silent-commit.ts';
import { type Person, type TestSocket, joinedSocket } from '../support/socket.ts';
import { SteadyClient } from '../support/steady-client.ts';

const times = 50;
const seqsOf = (events: { seq: number }[]) => events.map(({ seq }) => seq);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** Sends the same thing `times` times at once, half of it by HTTP and half over sockets; the ids that it got. */
async function everyWay(
  who: Person,
  sockets: TestSocket[],
  body: Record<string, string>,
): Promise<Set<string>> {
  const { clientId = '', conversationId, ...said } = body;
  const path = conversationId ? `/conversations/${conversationId}/messages` : '/conversations';
  const ids = new Set<string>();
  const byFrame = sockets.map(async (socket) => {
    for (let sent = 0; sent < times / 2 / sockets.length; sent += 1)
      socket.send(JSON.stringify({ type: 'message:new', ...body }));
    await socket.settled();
    for (const frame of socket.frames)
      if (frame.type === 'ack' && frame.clientId === clientId) ids.add(frame.message?.id ?? 'none');
  });
  const byHttp = Array.from({ length: times / 2 }, async () => {
    const { status, json } = await as(who, 'POST', path, { ...said, clientId });
    const { data } = Object(json);
    ids.add(status === 200 || status === 201 ? (data.message ?? data).id : String(status));
  });
  await Promise.all([...byFrame, ...byHttp]);
  return ids;
}

describe.each(hosts)('once, on $host', ({ url, database }) => {
  it(`the same clientId, ${times} times at once over both transports, is one message`, async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    for (const who of [visitor, operator]) {
      const clientId = randomUUID();
      const sockets = await Promise.all(Array.from({ length: 5 }, () => joinedSocket(who)));
      const ids = await everyWay(who, sockets, { clientId, conversationId, content: `From ${who.kind}` });
      expect([...ids]).toEqual([expect.stringMatching(/^msg/)]);
      const rows = await openDirect(database()).rows(
        'SELECT id FROM messages WHERE tenant_id = ? AND client_id = ?',
        operator.tenantId,
        clientId,
      );
      expect(rows.map(({ id }) => id)).toEqual([...ids]);
      for (const socket of sockets) {
        await socket.message(`From ${who.kind}`);
        expect(socket.messages()).toHaveLength(1);
        await socket.close();
      }
    }
    const { json } = await as(operator, 'GET', '/events?since=0&limit=500');
    expect(seqsOf(Object(json).data)).toEqual(upTo(Object(json).data.length));
  });

  it(`a conversation opened ${times} times at once is one conversation`, async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const desk = await joinedSocket(operator);
    const sockets = await Promise.all(Array.from({ length: 5 }, () => joinedSocket(visitor)));
    const ids = await everyWay(visitor, sockets, { clientId: randomUUID(), content: 'Anybody there?' });
    expect([...ids]).toEqual([expect.stringMatching(/^msg/)]);
    const { json } = await as(visitor, 'GET', '/conversations');
    expect(Object(json).data).toHaveLength(1);
    await desk.message('Anybody there?');
    await desk.settled();
    expect(desk.messages()).toHaveLength(1);
  });

  it('the same clientId of another principal, or with another content, is not the same', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor);
    const [mine, desk] = [await joinedSocket(visitor), await joinedSocket(operator)];
    const frame = { type: 'message:new' as const, clientId: 'same', conversationId };
    mine.send({ ...frame, content: 'Mine' });
    desk.send({ ...frame, content: 'Theirs' });
    await Promise.all([mine.message('Theirs'), desk.message('Mine')]);
    mine.send({ ...frame, content: 'Not mine' });
    expect(await mine.next('error', ({ clientId }) => clientId === 'same')).toMatchObject({
      code: 'conflict',
    });
  });
});

/**
 * How many bytes come back over one connection after another: enough for the handshake and a few frames, and never the
 * same. What was missed comes as one frame, which has to come whole at last: every seventh lets one of any size through.
 */
function fewBytes(): () => number {
  let connections = 0;
  return () => {
    connections += 1;
    return connections % 7 === 0 ? limits.room.frameBytes * 2 : 1_200 + ((connections * 1_237) % 5_000);
  };
}

describe.each(hosts)('all of it and in order, on $host', ({ url, roomsAt, database }) => {
  // One for each client, so that neither takes the other's turn of getting through.
  let proxies: [CuttingProxy, CuttingProxy];
  beforeAll(async () => {
    proxies = [await startCuttingProxy(roomsAt()), await startCuttingProxy(roomsAt())];
  });
  afterEach(() => proxies.forEach((proxy) => proxy.cutEachAfter(() => Infinity)));
  afterAll(() => Promise.all(proxies.map((proxy) => proxy.close())));

  it('through cuts in the middle of frames, for whoever joins again from its place', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'm0');
    for (const proxy of proxies) proxy.cutEachAfter(fewBytes());
    const reader = new SteadyClient(operator, { since: 0, host: proxies[0].host });
    const writer = new SteadyClient(visitor, { since: 0, host: proxies[1].host });
    const count = 120;
    const sending: Promise<void>[] = [];
    for (let at = 1; at < count; at += 1) {
      sending.push(writer.send(conversationId, `m${at} ${randomUUID()}`));
      if (at % 5 === 0) await sending.at(-1);
    }
    await Promise.all(sending);
    for (const client of [reader, writer]) {
      await client.until(() => client.events.length >= count);
      expect(client.faults).toEqual([]);
      expect(seqsOf(client.events)).toEqual(upTo(count));
      expect(new Set(client.contents()).size).toBe(count);
      expect(client.joins).toBeGreaterThan(2);
      await client.close();
    }
  });

  it('through a replay that is itself cut off, again and again', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'm0');
    // Not to be compressed: it is bytes that are counted.
    for (let at = 1; at < 40; at += 1)
      await commitInSilence(database(), visitor, conversationId, randomBytes(700).toString('base64'));
    const [proxy] = proxies;
    proxy.cutEachAfter(() => 30_000);
    const reader = new SteadyClient(operator, { since: 0, host: proxy.host });
    await reader.until(() => reader.events.length >= 40);
    expect([reader.faults, seqsOf(reader.events)]).toEqual([[], upTo(40)]);
    expect(reader.joins).toBeGreaterThan(1);
    await reader.close();
  });

  it('in batches where much was missed, and by `resync` where it was too much', async () => {
    const operator = await newTenant(url());
    const visitor = await newVisitor(operator);
    const { conversationId } = await newConversation(visitor, 'm0');
    // The log as it stands after a thousand changes; made by hand, for it is the same however long it took.
    await openDirect(database()).rows(
      `INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, detail, created_at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= ?)
       SELECT c.tenant_id, t.cursor + i, 'conversation:update', c.id, c.visitor_id, c.seq + i,
         json_object('title', 'T' || i, 'status', 'open', 'handler', 'human'), c.created_at
       FROM n, conversations c JOIN tenants t ON t.id = c.tenant_id WHERE c.id = ?`,
      limits.room.replayEvents,
      conversationId,
    );
    const { json } = await as(operator, 'GET', `/conversations/${conversationId}`);
    const { lastSeq } = Object(json).data;
    expect(lastSeq).toBeGreaterThan(limits.room.replayEvents + 1);
    const near = await joinedSocket(operator, { since: lastSeq - limits.room.replayEvents });
    await near.until(() => near.events.length === limits.room.replayEvents, 'the replay');
    expect(seqsOf(near.events)).toEqual(upTo(lastSeq).slice(-limits.room.replayEvents));
    expect(near.frames.filter(({ type }) => type === 'batch').length).toBeGreaterThan(1);
    const far = await joinedSocket(operator, { since: lastSeq - limits.room.replayEvents - 1 });
    expect(await far.next('resync')).toEqual({ type: 'resync', cursor: lastSeq });
    await sendMessage(visitor, conversationId, 'And on');
    for (const socket of [near, far]) await socket.message('And on');
    expect(seqsOf(far.events)).toEqual([lastSeq + 1]);
  });
});
