import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { Event } from '../../shared/protocol/server-frames.ts';
import { commitUntold } from '../support/commit-untold.ts';
import { openDirect } from '../support/database.ts';
import { hosts } from '../support/hosts.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';
import { type TestSocket, joinedSocket, openSocket } from '../support/socket.ts';

const seqsOf = (events: Event[]) => events.map(({ seq }) => seq);
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe.each(hosts)('what is promised, on $host', ({ url, database }) => {
  let operator: OperatorFixture;
  let visitor: VisitorFixture;

  beforeAll(async () => {
    operator = await newTenant(url());
    visitor = await newVisitor(operator);
  });

  it('one message for one clientId, fifty times in parallel over both transports', async () => {
    const { conversationId } = await newConversation(visitor);
    const [one, two] = [await joinedSocket(visitor), await joinedSocket(visitor)];
    const watching = await joinedSocket(operator);
    const message = { clientId: randomUUID(), content: 'Only once' };
    const overHttp = Array.from({ length: 26 }, () =>
      as(visitor, 'POST', `/conversations/${conversationId}/messages`, message),
    );
    for (let at = 0; at < 12; at += 1)
      for (const socket of [one, two]) socket.send({ type: 'message:new', conversationId, ...message });
    const answers = await Promise.all(overHttp);
    const acks = ({ frames }: TestSocket) =>
      frames.flatMap((frame) => (frame.type === 'ack' && frame.message ? [frame.message.id] : []));
    for (const socket of [one, two]) await socket.until(() => acks(socket).length === 12, 'every ack');
    const ids = answers.map(({ json }) => Object(json).data.id);
    expect(new Set([...ids, ...acks(one), ...acks(two)]).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
    for (const socket of [one, two, watching]) {
      await socket.message('Only once');
      await socket.settled();
      expect(socket.messages().filter(({ message: { content } }) => content === 'Only once')).toHaveLength(1);
    }
  });

  it('one conversation for one clientId, however often it is opened', async () => {
    const guest = await newVisitor(operator);
    const socket = await joinedSocket(guest);
    const first = { clientId: randomUUID(), content: 'Open me once' };
    const overHttp = Array.from({ length: 10 }, () => as(guest, 'POST', '/conversations', first));
    for (let at = 0; at < 10; at += 1) socket.send({ type: 'message:new', ...first });
    const answers = await Promise.all(overHttp);
    await socket.settled();
    const { data } = await (await guest.api.conversations.$get({ query: {} })).json();
    expect(data).toHaveLength(1);
    expect(new Set(answers.map(({ json }) => Object(json).data.conversation.id))).toEqual(
      new Set([data[0]?.id]),
    );
  });

  it('every event once and in order, over sockets that are cut in the middle', async () => {
    const { conversationId } = await newConversation(visitor, 'Begin');
    const steady = await joinedSocket(operator);
    const seen: Event[] = [];
    let since = (
      await openDirect(database()).rows('SELECT cursor FROM tenants WHERE id = ?', operator.tenantId)
    ).map(({ cursor }) => Number(cursor) - 1)[0];
    const sent = 120;
    const sending = (async () => {
      for (let at = 0; at < sent; at += 1)
        await sendMessage(at % 2 ? operator : visitor, conversationId, `stream ${at}`);
    })();
    const isDone = () =>
      seen.some((event) => event.type === 'message:new' && event.message.content === `stream ${sent - 1}`);
    while (!isDone()) {
      const socket = await joinedSocket(visitor, since === undefined ? {} : { since });
      const enough = 7;
      await socket.until(
        () =>
          socket.events.length >= enough ||
          socket.messages().some(({ message }) => message.content === `stream ${sent - 1}`),
        'some events',
      );
      seen.push(...socket.events);
      since = socket.events.at(-1)?.cursor ?? since;
      await socket.close();
    }
    await sending;
    const own = seen.filter((event) => event.conversationId === conversationId);
    // An operator's first message takes the conversation, so there are more events than messages.
    expect(seqsOf(own)).toEqual(upTo(own.length));
    expect(own.filter(({ type }) => type === 'message:new')).toHaveLength(sent + 1);
    await steady.message(`stream ${sent - 1}`);
    expect(seqsOf(steady.events)).toEqual(seqsOf(own).slice(1));
  });

  it('a message that nobody told of arrives within the tail’s time, and nothing is out of order', async () => {
    const { conversationId } = await newConversation(visitor, 'Hello');
    const sockets = [await joinedSocket(visitor), await joinedSocket(operator)];
    const startedMs = performance.now();
    await commitUntold(database(), conversationId, 'Untold');
    for (const socket of sockets) await socket.message('Untold');
    expect(performance.now() - startedMs).toBeLessThan(limits.room.tailEveryMs + 2_000);
    await commitUntold(database(), conversationId, 'Untold again');
    await sendMessage(visitor, conversationId, 'Told');
    for (const socket of sockets) {
      await socket.message('Told');
      const texts = socket.messages().map(({ message }) => message.content);
      expect(texts.slice(-3)).toEqual(['Untold', 'Untold again', 'Told']);
      expect(new Set(socket.events.map(({ cursor }) => cursor)).size).toBe(socket.events.length);
    }
  });

  it('a message that nobody told of is also what GET /events and since bring', async () => {
    const { conversationId } = await newConversation(visitor, 'Hello');
    const before = Number(
      (await openDirect(database()).rows('SELECT cursor FROM tenants WHERE id = ?', operator.tenantId))[0]?.[
        'cursor'
      ],
    );
    await commitUntold(database(), conversationId, 'Found later');
    const { text } = await as(visitor, 'GET', `/events?since=${before}`);
    expect(text).toContain('Found later');
    const socket = await joinedSocket(visitor, { since: before });
    await socket.message('Found later');
  });

  it('resync for who is too far behind, who then goes on from there', async () => {
    const tenant = await newTenant(url());
    const guest = await newVisitor(tenant);
    const { conversationId } = await newConversation(guest);
    const direct = openDirect(database());
    // The log as it would stand after many messages.
    await direct.rows(
      `INSERT INTO events (tenant_id, cursor, type, conversation_id, visitor_id, seq, detail, created_at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT c.tenant_id, t.cursor + i, 'conversation:update', c.id, c.visitor_id, c.seq + i,
         json_object('title', 'T', 'status', 'open', 'handler', 'human'), c.created_at
       FROM n, conversations c JOIN tenants t ON t.id = c.tenant_id WHERE c.id = ?`,
      limits.room.replayEvents + 1,
      conversationId,
    );
    const cursor = limits.room.replayEvents + 2;
    const socket = await openSocket(guest);
    socket.send({ type: 'join-tenant', since: 0 });
    expect(await socket.next('resync')).toEqual({ type: 'resync', cursor });
    await sendMessage(tenant, conversationId, 'And on');
    expect(await socket.message('And on')).toMatchObject({ cursor: cursor + 1 });
    expect(socket.events[0]?.cursor).toBe(cursor + 1);
  });
});
