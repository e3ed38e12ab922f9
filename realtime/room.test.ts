import { beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../shared/limits.ts';
import { MemoryRoom, type MemorySocket, operatorOf, turn, visitorOf } from '../tests/support/memory-room.ts';

const { room: limit } = limits;
const cursors = (socket: MemorySocket) => socket.events.map(({ cursor }) => cursor);
const types = (socket: MemorySocket) => socket.frames.map(({ type }) => type);

let memory: MemoryRoom;
beforeEach(() => {
  memory = new MemoryRoom();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

describe('joining', () => {
  it('closes with 4408 who has not joined in time, and leaves alone who has', async () => {
    const [late, inTime] = [memory.open(visitorOf('v1')), memory.open(visitorOf('v2'))];
    await memory.clock.advance(limit.joinWithinMs - 1);
    await memory.send(inTime, { type: 'join-tenant' });
    await memory.clock.advance(2);
    expect([late.closeCode, inTime.closeCode]).toEqual([4408, null]);
  });

  it('still does after the room has left memory', async () => {
    const socket = memory.open(visitorOf('v1'));
    memory.hibernate();
    memory.room.told(memory.commit('v1'));
    await memory.clock.advance(limit.tailEveryMs + limit.joinWithinMs);
    expect(socket.closeCode).toBe(4408);
  });

  it('replays what came after `since`, naming the place from which the stream goes on', async () => {
    memory.commit('v1', 3);
    memory.commit('v2', 2);
    const socket = await memory.join(visitorOf('v1'), 1);
    expect(socket.frames[0]).toMatchObject({ type: 'joined', cursor: 1 });
    expect(cursors(socket)).toEqual([2, 3]);
    memory.room.told(memory.commit('v1'));
    expect(cursors(socket)).toEqual([2, 3, 6]);
  });

  it('tells who is more than `replayEvents` behind to fetch, and goes on live from there', async () => {
    memory.commit('v1', limit.replayEvents + 1);
    const far = await memory.join(visitorOf('v1'), 0);
    const near = await memory.join(visitorOf('v1'), 1);
    expect(types(far).slice(0, 2)).toEqual(['joined', 'resync']);
    expect(far.frames[1]).toEqual({ type: 'resync', cursor: limit.replayEvents + 1 });
    expect(cursors(near)).toHaveLength(limit.replayEvents);
    memory.room.told(memory.commit('v1'));
    expect(cursors(far)).toEqual([limit.replayEvents + 2]);
  });

  it('answers with an error while the database is away, and can be tried again', async () => {
    memory.jobs = [];
    const socket = memory.open(visitorOf('v1'));
    await memory.send(socket, { type: 'join-tenant' });
    memory.jobs.shift()?.fail();
    await turn();
    expect(socket.frames).toMatchObject([{ type: 'error', code: 'unavailable' }]);
    await memory.send(socket, { type: 'join-tenant' });
    await memory.answerAll();
    expect(types(socket)).toContain('joined');
  });

  it('closes with 4401 whose session has ended', async () => {
    memory.endSession('session-o1');
    expect((await memory.join(operatorOf('o1'))).closeCode).toBe(4401);
  });

  it('tells nobody of a socket that went away while it was joining', async () => {
    const operator = await memory.join(operatorOf('o1'));
    memory.jobs = [];
    const socket = await memory.join(visitorOf('v1'));
    memory.cut(socket);
    await memory.answerAll();
    await memory.clock.advance(limit.presenceGraceMs + 1);
    expect(operator.frames.filter(({ type }) => type === 'presence')).toEqual([
      { type: 'presence', visitors: [], team: [{ id: 'o1', online: true }] },
    ]);
  });
});

describe('frames', () => {
  it.each([
    ['no JSON', '{', 4400],
    ['a frame before joining', '{"type":"typing","conversationId":"c","typing":true}', 4400],
    ['no frame of the protocol before joining', '{"type":"nothing"}', 4400],
    ['a frame over 64 KiB', JSON.stringify({ type: 'ping', more: 'x'.repeat(65_536) }), 4413],
    ['a frame over 64 KiB in bytes alone', JSON.stringify({ type: 'ping', more: '漢'.repeat(22_000) }), 4413],
    ['a frame of megabytes', 'x'.repeat(3_000_000), 4413],
  ])('closes for %s', async (_, text, code) => {
    const socket = memory.open(visitorOf('v1'));
    await memory.send(socket, text);
    expect(socket.closeCode).toBe(code);
  });

  it('closes for bytes, and for a second join', async () => {
    const [binary, twice] = [memory.open(visitorOf('v1')), await memory.join(visitorOf('v1'))];
    await memory.room.received(binary.peer, new ArrayBuffer(4));
    await memory.send(twice, { type: 'join-tenant' });
    expect([binary.closeCode, twice.closeCode]).toEqual([4400, 4400]);
  });

  it('closes with 4429 who sends too many, and counts again after a while', async () => {
    const [flood, steady] = [await memory.join(visitorOf('v1')), await memory.join(visitorOf('v2'))];
    for (let sent = 0; sent < limit.frameBurst; sent += 1)
      void memory.room.received(flood.peer, '{"type":"ping"}');
    expect(flood.closeCode).toBe(4429);
    for (let second = 0; second < 10; second += 1) {
      for (let sent = 0; sent < limit.framesPerSecond; sent += 1)
        void memory.room.received(steady.peer, '{"type":"ping"}');
      await memory.clock.advance(1_000);
    }
    expect(steady.closeCode).toBeNull();
  });

  it('closes with 4429 who has too much waiting for a slow database', async () => {
    const socket = await memory.join(visitorOf('v1'));
    memory.jobs = [];
    const content = 'x'.repeat(7_000);
    for (let sent = 0; sent < 160; sent += 1) {
      void memory.room.received(
        socket.peer,
        JSON.stringify({ type: 'message:new', clientId: `c${sent}`, content }),
      );
    }
    expect(socket.closeCode).toBe(4429);
    await memory.answerAll();
    expect(memory.entries.length).toBeLessThanOrEqual(1);
  });

  it('answers in order, each after the one before it', async () => {
    const socket = await memory.join(visitorOf('v0'));
    memory.jobs = [];
    for (const clientId of ['a', 'b', 'c']) {
      await memory.send(socket, { type: 'message:new', clientId, content: 'Hi', conversationId: 'cnv:v0' });
    }
    expect(memory.jobs).toHaveLength(1);
    await memory.answerAll();
    const acks = socket.frames.flatMap((frame) => (frame.type === 'ack' ? [frame.clientId] : []));
    expect(acks).toEqual(['a', 'b', 'c']);
  });

  it('does what was sent before the socket went away, and nothing for one that was dismissed', async () => {
    const [gone, dismissed] = [await memory.join(visitorOf('v0')), await memory.join(visitorOf('v0'))];
    const frame = { type: 'message:new', clientId: 'a', content: 'Hi', conversationId: 'cnv:v0' };
    memory.jobs = [];
    for (const socket of [gone, gone, dismissed]) await memory.send(socket, frame);
    await memory.send(dismissed, '{');
    await memory.send(dismissed, frame);
    memory.cut(gone);
    await memory.answerAll();
    expect(memory.entries).toHaveLength(3);
    expect(dismissed.closeCode).toBe(4400);
    await memory.send(dismissed, frame);
    expect(memory.entries).toHaveLength(3);
  });

  it('is held up by a database that never answers for a while only', async () => {
    const socket = await memory.join(visitorOf('v0'));
    memory.jobs = [];
    const frame = { type: 'message:new', clientId: 'a', content: 'Hi', conversationId: 'cnv:v0' };
    await memory.send(socket, frame);
    await memory.send(socket, { ...frame, clientId: 'b' });
    memory.jobs = null;
    await memory.clock.advance(limit.readWithinMs + 1);
    expect(socket.frames.filter(({ type }) => type === 'error')).toMatchObject([
      { code: 'unavailable', clientId: 'a' },
    ]);
    expect(socket.frames.filter(({ type }) => type === 'ack')).toMatchObject([{ clientId: 'b' }]);
  });
});

describe('delivery', () => {
  it('waits a moment for a poke that was overtaken, and reads nothing', async () => {
    const socket = await memory.join(operatorOf('o1'));
    const [first, second, third] = [memory.commit('v1'), memory.commit('v1', 2), memory.commit('v2')];
    for (const news of [third, second, first]) memory.room.told(news);
    await memory.clock.advance(limit.reorderMs + 1);
    expect(cursors(socket)).toEqual([1, 2, 3, 4]);
    expect(memory.reads).toBe(0);
  });

  it('reads the log soon where a poke is missing, and again for news that came during the reading', async () => {
    const socket = await memory.join(operatorOf('o1'));
    memory.commit('v1');
    memory.room.told(memory.commit('v1'));
    memory.jobs = [];
    await memory.clock.advance(limit.reorderMs);
    memory.jobs.shift()?.release();
    await turn();
    memory.commit('v1');
    memory.room.told(memory.commit('v1'));
    await memory.clock.advance(limit.reorderMs);
    await memory.answerAll();
    expect(cursors(socket)).toEqual([1, 2, 3, 4]);
    expect(memory.reads).toBe(2);
  });

  it('finds what no poke told of within 5 s while awake, for a minute after the last traffic, then sleeps', async () => {
    const socket = await memory.join(operatorOf('o1'));
    for (let at = 1; at <= 11; at += 1) {
      memory.commit('v1');
      await memory.clock.advance(limit.tailEveryMs);
      expect(cursors(socket)).toHaveLength(at);
    }
    await memory.clock.advance(2 * limit.tailEveryMs);
    expect(memory.clock.alarmAtMs).toBeNull();
    expect(memory.clock.timers.size).toBe(0);
  });

  it('goes on watching after an alarm that could not be set, and after leaving memory', async () => {
    memory.failsAlarm = true;
    const socket = await memory.join(operatorOf('o1'));
    memory.failsAlarm = false;
    await memory.send(socket, { type: 'message:update', messageId: 'm', status: 'seen' });
    memory.hibernate();
    for (const at of [1, 2]) {
      memory.commit('v1');
      await memory.clock.advance(limit.tailEveryMs);
      expect(cursors(socket).filter((cursor) => cursor > 1)).toHaveLength(at);
    }
  });

  it('is not kept awake by heartbeats, nor by news that concerns nobody', async () => {
    const socket = await memory.join(operatorOf('o1'));
    await memory.clock.advance(limit.quietMs + limit.tailEveryMs);
    await memory.send(socket, { type: 'ping' });
    expect(memory.clock.alarmAtMs).toBeNull();
    memory.cut(socket);
    const { reads } = memory;
    await memory.clock.advance(limit.quietMs);
    memory.room.told(memory.commit('v1'));
    await memory.clock.advance(limit.quietMs);
    expect(memory.reads).toBe(reads);
  });

  it('reads nothing while nobody is there, and starts anew with who comes', async () => {
    memory.cut(await memory.join(operatorOf('o1')));
    await memory.clock.advance(limit.quietMs + limit.tailEveryMs);
    expect(memory.reads).toBe(0);
    memory.commit('v1', 5);
    const socket = await memory.join(operatorOf('o1'));
    memory.room.told(memory.commit('v1'));
    expect(cursors(socket)).toEqual([6]);
  });

  it('recovers from a reading that never ends', async () => {
    const socket = await memory.join(operatorOf('o1'));
    memory.jobs = [];
    memory.commit('v1');
    await memory.clock.advance(limit.tailEveryMs);
    memory.jobs = null;
    await memory.clock.advance(limit.readWithinMs + limit.tailEveryMs);
    expect(cursors(socket)).toEqual([1]);
  });

  it('sends everybody back to the start of what a restored log still holds', async () => {
    const socket = await memory.join(operatorOf('o1'));
    memory.room.told(memory.commit('v1', 10));
    memory.entries.length = 4;
    await memory.clock.advance(limit.tailEveryMs);
    expect(socket.frames.at(-1)).toEqual({ type: 'resync', cursor: 4 });
    memory.room.told(memory.commit('v1'));
    expect(cursors(socket).slice(-1)).toEqual([5]);
    const ahead = await memory.join(operatorOf('o1'), 10);
    expect(types(ahead).slice(0, 2)).toEqual(['joined', 'resync']);
  });

  it('lets join who is first to find that the log was restored', async () => {
    const before = await memory.join(operatorOf('o1'));
    memory.room.told(memory.commit('v1', 10));
    memory.entries.length = 4;
    const socket = await memory.join(operatorOf('o2'));
    await memory.clock.advance(1);
    expect(socket.frames[0]).toMatchObject({ type: 'joined', cursor: 4 });
    expect(before.frames).toContainEqual({ type: 'resync', cursor: 4 });
  });

  it('closes the sockets of a session that has ended with 4401, and sends them nothing more', async () => {
    const [ended, other] = [await memory.join(operatorOf('o1')), await memory.join(operatorOf('o2'))];
    memory.room.told(memory.endSession('session-o1'));
    memory.room.told(memory.commit('v1'));
    expect([ended.closeCode, other.closeCode]).toEqual([4401, null]);
    expect([cursors(ended), cursors(other)]).toEqual([[], [2]]);
  });

  it('does so at once, whether or not it has joined, or earlier news is still missing', async () => {
    const [joined, unjoined] = [await memory.join(operatorOf('o1')), memory.open(operatorOf('o1'))];
    const alone = new MemoryRoom();
    const only = alone.open(operatorOf('o1'));
    memory.commit('v1');
    memory.room.told(memory.endSession('session-o1'));
    alone.room.told(alone.endSession('session-o1'));
    expect([joined, unjoined, only].map(({ closeCode }) => closeCode)).toEqual([4401, 4401, 4401]);
    expect(cursors(joined)).toEqual([]);
  });
});

describe('presence', () => {
  const seen = (socket: MemorySocket) => socket.frames.filter(({ type }) => type === 'presence');

  it('says nothing of a reload, and says at last who has left', async () => {
    const visitor = await memory.join(visitorOf('v1'));
    const operator = await memory.join(operatorOf('o1'));
    expect(seen(operator)).toMatchObject([{ type: 'presence', visitors: [{ id: 'v1', online: true }] }]);
    memory.cut(visitor);
    await memory.clock.advance(limit.presenceGraceMs - 1);
    const again = await memory.join(visitorOf('v1'));
    await memory.clock.advance(limit.presenceGraceMs * 2);
    expect(seen(operator)).toHaveLength(1);
    memory.cut(again);
    memory.cut(again);
    await memory.clock.advance(limit.presenceGraceMs + 1);
    expect(seen(operator).slice(1)).toEqual([{ type: 'presence', visitors: [{ id: 'v1', online: false }] }]);
  });

  it('counts who may come back at once as there, for those who come meanwhile', async () => {
    memory.cut(await memory.join(visitorOf('v1')));
    memory.cut(await memory.join(operatorOf('o1')));
    const [operator, visitor] = [await memory.join(operatorOf('o2')), await memory.join(visitorOf('v2'))];
    expect(seen(operator)[0]).toEqual({
      type: 'presence',
      visitors: [{ id: 'v1', online: true }],
      team: expect.arrayContaining(['o1', 'o2'].map((id) => ({ id, online: true }))),
    });
    expect(seen(visitor)).toEqual([{ type: 'presence', operators: { online: true } }]);
  });

  it('tells operators of each other, once for each, and of nobody who only reloads', async () => {
    const team = (socket: MemorySocket) =>
      seen(socket).flatMap((one) => (one.type === 'presence' ? (one.team ?? []) : []));
    const first = await memory.join(operatorOf('o1'));
    const [second, secondTab] = [await memory.join(operatorOf('o2')), await memory.join(operatorOf('o2'))];
    memory.cut(secondTab);
    await memory.clock.advance(limit.presenceGraceMs + 1);
    memory.cut(second);
    await memory.clock.advance(limit.presenceGraceMs - 1);
    const again = await memory.join(operatorOf('o2'));
    await memory.clock.advance(limit.presenceGraceMs * 2);
    const visitor = await memory.join(visitorOf('v1'));
    expect(team(first)).toEqual([
      { id: 'o1', online: true },
      { id: 'o2', online: true },
    ]);
    memory.cut(again);
    await memory.clock.advance(limit.presenceGraceMs + 1);
    expect(team(first).slice(2)).toEqual([{ id: 'o2', online: false }]);
    expect(team(visitor)).toEqual([]);
  });

  it('tells each side once, however many sockets of the other come and go', async () => {
    const visitor = await memory.join(visitorOf('v1'));
    const [first, second] = [await memory.join(operatorOf('o1')), await memory.join(operatorOf('o2'))];
    memory.cut(first);
    await memory.clock.advance(limit.presenceGraceMs + 1);
    await memory.send(second, '{');
    await memory.clock.advance(limit.presenceGraceMs + 1);
    memory.cut(second);
    await memory.clock.advance(limit.presenceGraceMs + 1);
    const online = seen(visitor).map((frame) =>
      frame.type === 'presence' ? frame.operators?.online : undefined,
    );
    expect(online).toEqual([false, true, false]);
  });

  it('tells an operator of thousands of visitors in frames of a bounded size', async () => {
    for (let at = 0; at < 1_200; at += 1) await memory.join(visitorOf(`vis${String(at).padStart(24, '0')}`));
    const operator = await memory.join(operatorOf('o1'));
    expect(seen(operator)).toHaveLength(3);
    expect(Math.max(...operator.sent.map((text) => text.length))).toBeLessThan(limit.frameBytes);
  });
});

describe('typing', () => {
  it('goes to the joined sockets of the other side, and is refused where the sender has no business', async () => {
    const [owner, other, operator] = [visitorOf('v1'), visitorOf('v2'), operatorOf('o1')];
    const unjoined = memory.open(owner);
    const [mine, theirs, answering] = [
      await memory.join(owner),
      await memory.join(other),
      await memory.join(operator),
    ];
    const typing = { type: 'typing', conversationId: 'cnv:v1', typing: true };
    await memory.send(answering, typing);
    await memory.send(theirs, typing);
    await memory.send(mine, { ...typing, conversationId: 'nothing' });
    const typed = (socket: MemorySocket) => socket.frames.filter(({ type }) => type === 'typing').length;
    expect([unjoined, mine, theirs, answering].map(typed)).toEqual([0, 1, 0, 0]);
    for (const socket of [theirs, mine])
      expect(socket.frames.at(-1)).toMatchObject({ type: 'error', code: 'not_found' });
  });
});

describe('tickets', () => {
  it('are good once, and forgotten when they could not be used anyway', async () => {
    expect([
      await memory.room.claim('t1'),
      await memory.room.claim('t1'),
      await memory.room.claim('t2'),
    ]).toEqual([true, false, true]);
    await memory.clock.advance(limits.ticket.lifeMs - limit.tailEveryMs);
    expect(memory.usedTickets.size).toBe(2);
    await memory.clock.advance(3 * limit.tailEveryMs);
    expect(memory.usedTickets.size).toBe(0);
    expect(memory.clock.alarmAtMs).toBeNull();
  });
});
