import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { openDirect } from '../support/database.ts';
import { type Host, hosts } from '../support/hosts.ts';
import {
  type OperatorFixture,
  type VisitorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
  signIn,
} from '../support/people.ts';
import {
  TestSocket,
  closeCodeOfMute,
  joinedSocket,
  knockAt,
  openSocket,
  ticketFor,
} from '../support/socket.ts';

const { frameBytes, frameBurst, joinWithinMs, waitingUnits } = limits.room;
/** A ping that the room itself must answer: the platform answers only the one it knows by heart. */
const ping = '{"type":"ping" }';
const padded = (bytes: number, unit = ' ') => {
  const room = bytes - Buffer.byteLength('{"type":"ping","more":""}');
  return `{"type":"ping","more":"${unit.repeat(Math.floor(room / Buffer.byteLength(unit)))}"}`;
};

/** Opened first, so that the suite need not wait for them as long as the room does. */
const late = new Map<Host, { socket: TestSocket; mute: Promise<number>; openedMs: number }>();
beforeAll(async () => {
  for (const host of hosts) {
    const visitor = await newVisitor(await newTenant(host.url()));
    const mute = closeCodeOfMute(knockAt(await ticketFor(visitor)));
    mute.catch(() => {});
    const socket = await openSocket(visitor);
    socket.send(ping);
    late.set(host, { socket, mute, openedMs: performance.now() });
  }
});

describe.each(hosts)('a room closes, on $host, with', (host: Host) => {
  let operator: OperatorFixture;
  let visitor: VisitorFixture;
  let conversationId: string;
  beforeAll(async () => {
    operator = await newTenant(host.url());
    visitor = await newVisitor(operator);
    ({ conversationId } = await newConversation(visitor));
  });

  describe('4400', () => {
    const malformed: Record<string, string | Uint8Array<ArrayBuffer>> = {
      'no JSON': '{"type":"ping"',
      'an empty frame': '',
      'a word': 'ping',
      'JSON and more': '{"type":"ping"} {"type":"ping"}',
      'a binary frame': new TextEncoder().encode('{"type":"ping"}'),
      'an empty binary frame': new Uint8Array(),
    };
    const notYet: Record<string, string> = {
      'a message': JSON.stringify({ type: 'message:new', clientId: 'c', content: 'Hi' }),
      'a receipt': '{"type":"message:update","messageId":"m","status":"seen"}',
      typing: '{"type":"typing","conversationId":"c","typing":true}',
      'an unknown type': '{"type":"nothing"}',
      'a list': '[{"type":"join-tenant"}]',
      null: 'null',
      'brackets 30,000 deep': '['.repeat(30_000) + ']'.repeat(30_000),
      'objects 8,000 deep': `${'{"type":'.repeat(8_000)}1${'}'.repeat(8_000)}`.slice(0, frameBytes),
      'a type that is an object': '{"type":{"type":"join-tenant"}}',
      'a type by prototype': '{"__proto__":{"type":"join-tenant"}}',
      'a cursor that is none': '{"type":"join-tenant","since":-1}',
      'a cursor beyond numbers': '{"type":"join-tenant","since":1e400}',
    };

    it.each(Object.entries(malformed))('%s, before joining and after', async (_, frame) => {
      for (const socket of [await openSocket(visitor), await joinedSocket(visitor)]) {
        socket.send(frame);
        expect(await socket.closed()).toBe(4400);
      }
    });

    it.each(Object.entries(notYet))('%s, before joining', async (_, frame) => {
      const socket = await openSocket(visitor);
      socket.send(frame);
      expect(await socket.closed()).toBe(4400);
      expect(socket.frames).toEqual([]);
    });

    it('a second join', async () => {
      const socket = await joinedSocket(operator);
      socket.send({ type: 'join-tenant' });
      expect(await socket.closed()).toBe(4400);
    });

    it('and does nothing more that the socket had asked for', async () => {
      const [socket, watching] = [await joinedSocket(visitor), await joinedSocket(operator)];
      socket.send('{');
      socket.send({ type: 'message:new', clientId: 'late', content: 'Too late', conversationId });
      expect(await socket.closed()).toBe(4400);
      await watching.settled();
      expect(watching.messages()).toEqual([]);
    });
  });

  describe('an error frame instead, for what is a frame but not a good one', () => {
    const bad: Record<string, string> = {
      'an unknown type': '{"type":"nothing"}',
      'brackets 30,000 deep': '['.repeat(30_000) + ']'.repeat(30_000),
      'no content': '{"type":"message:new","clientId":"c"}',
      'half of a surrogate pair': '{"type":"message:new","clientId":"c","content":"\\ud800"}',
      'half of a pair in a name': '{"type":"message:new","clientId":"\\udfff","content":"Hi"}',
      'half of a pair in an id':
        '{"type":"message:new","clientId":"c","content":"Hi","conversationId":"\\ud800"}',
      'a name of 101 characters': JSON.stringify({
        type: 'message:new',
        clientId: 'c'.repeat(101),
        content: 'x',
      }),
      'a name that is the bot’s': '{"type":"message:new","clientId":"bot:msg1","content":"Hi"}',
      'a content of 8,001 characters': JSON.stringify({
        type: 'message:new',
        clientId: 'c',
        content: 'x'.repeat(8_001),
      }),
      'a content that is an object': '{"type":"message:new","clientId":"c","content":{"toString":1}}',
      'a status that is none': '{"type":"message:update","messageId":"m","status":"sent"}',
      'typing that is a text': '{"type":"typing","conversationId":"c","typing":"yes"}',
    };
    it.each(Object.entries(bad))('%s', async (_, frame) => {
      const socket = await joinedSocket(visitor);
      socket.send(frame);
      const error = await socket.next('error');
      expect(['invalid_request', 'not_found']).toContain(error.code);
      await socket.settled();
      expect(socket.frames.filter(({ type }) => type === 'ack')).toEqual([]);
      await socket.close();
    });

    it('with the codes of HTTP', async () => {
      const { messageId } = await newConversation(visitor);
      const stranger = await newVisitor(operator);
      const [mine, theirs] = [await joinedSocket(visitor), await joinedSocket(stranger)];
      const say = (to: string, content: unknown, clientId = 'c') => ({
        conversationId: to,
        content,
        clientId,
      });
      await as(visitor, 'POST', `/conversations/${conversationId}/messages`, say('', 'One', 'taken'));
      const cases: [TestSocket, VisitorFixture, Record<string, unknown>][] = [
        [theirs, stranger, say(conversationId, 'Hi')],
        [theirs, stranger, say('cnv0', 'Hi')],
        [mine, visitor, say(conversationId, ' ')],
        [mine, visitor, say(conversationId, 'Other', 'taken')],
      ];
      for (const [socket, who, body] of cases) {
        const clientId = String(body['clientId']);
        socket.frames.length = 0;
        socket.send(JSON.stringify({ type: 'message:new', ...body }));
        const { code } = await socket.next('error', (frame) => frame.clientId === clientId);
        const answer = await as(
          who,
          'POST',
          `/conversations/${String(body['conversationId'])}/messages`,
          body,
        );
        expect(code).toBe(Object(answer.json).code);
      }
      for (const [socket, who] of [
        [mine, visitor],
        [theirs, stranger],
      ] as const) {
        socket.frames.length = 0;
        socket.send({ type: 'message:update', messageId, status: 'seen' });
        const { code } = await socket.next('error', (frame) => frame.messageId === messageId);
        const path = `/conversations/messages/${messageId}/status`;
        expect(code).toBe(Object((await as(who, 'PATCH', path, { status: 'seen' })).json).code);
      }
    });
  });

  describe('4401', () => {
    it('a sign-out, within a second, and leaves the operator’s other sessions alone', async () => {
      const session = await signIn(operator);
      const [ended, unjoined, other] = [
        await joinedSocket(session),
        await openSocket(session),
        await joinedSocket(operator),
      ];
      unjoined.send(ping);
      await unjoined.next('pong');
      const startedMs = performance.now();
      await as(session, 'POST', '/auth/logout');
      expect(await Promise.all([ended.closed(), unjoined.closed()])).toEqual([4401, 4401]);
      expect(performance.now() - startedMs).toBeLessThan(1_000);
      await other.settled();
      expect(other.closeCode).toBeNull();
    });

    it('a new password, for all sessions but the one that set it', async () => {
      const owner = await newTenant(host.url());
      const elsewhere = await signIn(owner);
      const [own, ended] = [await joinedSocket(owner), await joinedSocket(elsewhere)];
      const newPassword = crypto.randomUUID();
      const changed = await as(owner, 'PUT', '/settings', { currentPassword: owner.password, newPassword });
      expect(changed.status).toBe(200);
      expect(await ended.closed()).toBe(4401);
      await own.settled();
    });

    it('a ticket whose session ended before it was used', async () => {
      const session = await signIn(operator);
      const ticket = await ticketFor(session);
      await as(session, 'POST', '/auth/logout');
      const socket = new TestSocket(knockAt(ticket));
      await socket.opened;
      socket.send({ type: 'join-tenant', since: 0 });
      expect(await socket.closed()).toBe(4401);
      expect(socket.frames).toEqual([]);
    });

    it('a session that ran out, at the next thing it asks for', async () => {
      const session = await signIn(operator);
      const socket = await joinedSocket(session);
      const { sid } = JSON.parse(Buffer.from(session.token.split('.')[1] ?? '', 'base64url').toString());
      await openDirect(host.database()).rows(
        "UPDATE sessions SET expires_at = '2026-01-01T00:00:00.000Z' WHERE id = ?",
        String(sid),
      );
      socket.send({ type: 'message:new', clientId: 'c', content: 'Still me?', conversationId });
      expect(await socket.closed()).toBe(4401);
      expect(socket.frames.filter(({ type }) => type === 'ack')).toEqual([]);
    });
  });

  describe('4413', () => {
    it.each([
      ['one byte over 64 KiB', `${padded(frameBytes)} `],
      ['over 64 KiB in bytes, not in characters', padded(frameBytes + 10, '漢')],
      ['900,000 bytes', padded(900_000)],
      ['65,537 bytes that are no JSON', 'x'.repeat(frameBytes + 1)],
    ])('%s', async (_, frame) => {
      const socket = await joinedSocket(visitor);
      socket.send(frame);
      expect(await socket.closed()).toBe(4413);
    });

    it('not at 64 KiB exactly', async () => {
      const socket = await joinedSocket(visitor);
      expect(Buffer.byteLength(padded(frameBytes))).toBe(frameBytes);
      socket.send(padded(frameBytes));
      await socket.next('pong');
      await socket.close();
    });
  });

  describe('4429', () => {
    it('too many frames at once, of whatever kind, joined or not', async () => {
      for (const socket of [await openSocket(visitor), await joinedSocket(visitor)]) {
        for (let sent = 0; sent < frameBurst * 2; sent += 1) socket.send(ping);
        expect(await socket.closed()).toBe(4429);
        expect(socket.frames.filter(({ type }) => type === 'pong').length).toBeLessThan(frameBurst * 1.2);
      }
    });

    it('too much that waits for its turn', async () => {
      const socket = await joinedSocket(visitor);
      const content = 'x'.repeat(limits.text.messageChars);
      for (let sent = 0; sent * content.length <= waitingUnits * 2; sent += 1)
        socket.send({ type: 'message:new', clientId: `w${sent}`, content, conversationId });
      expect(await socket.closed()).toBe(4429);
    });

    it('not a brisk talker', async () => {
      const socket = await joinedSocket(visitor);
      for (let sent = 0; sent < frameBurst / 2; sent += 1) socket.send(ping);
      await socket.until(() => socket.frames.filter(({ type }) => type === 'pong').length === frameBurst / 2);
      await socket.settled();
      await socket.close();
    });
  });

  it('4408, no join in time', async () => {
    const opened = late.get(host);
    expect(await Promise.all([opened?.socket.closed(), opened?.mute])).toEqual([4408, 4408]);
    expect(performance.now() - (opened?.openedMs ?? 0)).toBeGreaterThan(joinWithinMs * 0.9);
    expect(opened?.socket.frames).toEqual([{ type: 'pong' }]);
  });
});
