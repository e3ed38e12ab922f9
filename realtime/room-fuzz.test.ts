import { expect, it, vi } from 'vitest';
import { eventsIn } from '../shared/protocol/events-in.ts';
import type { Principal } from '../shared/principal.ts';
import type { Tell } from '../shared/room-calls.ts';
import {
  type Job,
  MemoryRoom,
  type MemorySocket,
  operatorOf,
  tailMs,
  turn,
  visitorOf,
} from '../tests/support/memory-room.ts';
import { type Random, randomFrom } from '../tests/support/seeded.ts';

/** Somebody who keeps what it got over any number of sockets, as a good client does. */
class Client {
  readonly principal: Principal;
  socket: MemorySocket | null = null;
  /** Frames of the socket that have reached it; the others are still on their way and may be lost. */
  read = 0;
  start: number | null = null;
  position: number | null = null;
  got: number[] = [];

  constructor(principal: Principal) {
    this.principal = principal;
  }

  receive(count = Infinity): void {
    const { socket } = this;
    if (!socket) return;
    for (const frame of socket.frames.slice(this.read, this.read + count)) {
      this.read += 1;
      if (frame.type === 'joined') {
        this.start ??= frame.cursor;
        this.position ??= frame.cursor;
      }
      for (const { cursor } of eventsIn(frame)) {
        if (this.position === null || cursor <= this.position)
          throw new Error(`${cursor} came after ${this.position}.`);
        this.position = cursor;
        this.got.push(cursor);
      }
    }
  }
}

class World {
  readonly random: Random;
  readonly memory = new MemoryRoom();
  readonly clients: Client[];
  pokes: Tell[] = [];

  constructor(seed: number) {
    this.random = randomFrom(seed);
    this.memory.jobs = [];
    const visitors = ['v0', 'v1', 'v2'].map(visitorOf);
    this.clients = [operatorOf('o0'), operatorOf('o1'), ...visitors, visitorOf('v0')].map(
      (who) => new Client(who),
    );
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.random.below(list.length)];
  }

  async step(): Promise<void> {
    const kind = this.random.below(100);
    if (kind < 25) this.commit();
    else if (kind < 45) this.poke();
    else if (kind < 72) this.database();
    else if (kind < 83) this.connectOrCut();
    else if (kind < 86) this.pick(this.clients)?.receive(this.random.below(4));
    else if (kind < 89) this.write();
    else if (kind < 91) this.memory.hibernate();
    else if (kind < 92 && this.random.chance(0.2)) this.endSession();
    else await this.memory.clock.advance(this.random.below(this.random.chance(0.2) ? 12_000 : 60));
    await turn();
  }

  commit(): void {
    const visitorId = this.random.chance(0.15) ? null : `v${this.random.below(3)}`;
    const news = this.memory.commit(visitorId, 1 + this.random.below(3));
    if (this.random.chance(0.15)) return;
    this.pokes.push(news);
    if (this.random.chance(0.2)) this.pokes.push(news);
    if (this.random.chance(0.5)) this.poke();
  }

  write(): void {
    const socket = this.pick(this.clients)?.socket;
    const frame = { type: 'message:new', clientId: 'c', content: 'Hi', conversationId: 'cnv:v0' };
    if (socket?.isOpen && socket.state.cursor !== null)
      void this.memory.room.received(socket.peer, JSON.stringify(frame));
  }

  /** Somebody is signed out; as with all news, the room may not hear of it at once. */
  endSession(): void {
    const client = this.pick(this.clients);
    if (!client || this.hasEnded(client)) return;
    this.pokes.push(this.memory.endSession(client.principal.sessionId));
  }

  hasEnded({ principal }: Client): boolean {
    return this.memory.endedSessions.has(principal.sessionId);
  }

  /** Any of the pokes that are under way, in any order. */
  poke(): void {
    const [news] = this.pokes.splice(this.random.below(this.pokes.length), 1);
    if (news) this.memory.room.told(structuredClone(news));
  }

  database(): void {
    const jobs: Job[] = this.memory.jobs ?? [];
    const [job] = jobs.splice(this.random.below(jobs.length), 1);
    if (this.random.chance(0.07)) job?.fail();
    else job?.release();
  }

  connectOrCut(): void {
    const client = this.pick(this.clients);
    if (!client) return;
    if (client.socket?.isOpen && this.random.chance(0.5)) return this.cut(client);
    if (!client.socket?.isOpen) this.connect(client);
  }

  cut(client: Client): void {
    client.receive(this.random.below(6));
    if (client.socket) this.memory.cut(client.socket);
    client.socket = null;
  }

  connect(client: Client): void {
    if (client.socket) this.cut(client);
    client.socket = this.memory.open(client.principal);
    client.read = 0;
    const since = client.position === null ? {} : { since: client.position };
    void this.memory.room.received(client.socket.peer, JSON.stringify({ type: 'join-tenant', ...since }));
  }

  /** The trouble is over: what was lost stays lost, and the room has the time of a few alarms. */
  async heal(): Promise<void> {
    this.pokes = [];
    const jobs = this.memory.jobs ?? [];
    this.memory.jobs = null;
    for (const job of jobs) job.release();
    await turn();
    for (let round = 0; round < 4; round += 1) {
      for (const client of this.clients) {
        if (!client.socket?.isOpen || client.socket.state.cursor === null) this.connect(client);
      }
      await turn();
      await this.memory.clock.advance(tailMs + 1);
    }
    for (const client of this.clients) client.receive();
  }
}

async function run(seed: number): Promise<void> {
  const world = new World(seed);
  for (let step = 0; step < 200; step += 1) await world.step();
  await world.heal();
  for (const client of world.clients) {
    const about = `seed ${seed}, ${JSON.stringify(client.principal)} from ${client.start}`;
    const entitled = world.memory.entitled(client.principal, client.start ?? 0).map(({ cursor }) => cursor);
    const hasEnded = world.hasEnded(client);
    expect(client.got, about).toEqual(hasEnded ? entitled.slice(0, client.got.length) : entitled);
    expect([client.socket?.isOpen, client.socket?.closeCode], about).toEqual(
      hasEnded ? [false, 4401] : [true, null],
    );
  }
}

const seeds = Number(process.env['FUZZ_SEEDS'] ?? 500);

it(
  'brings everybody all of it, once and in order, through random lives of a room',
  { timeout: 600_000 },
  async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (let seed = 1; seed <= seeds; seed += 1) {
      await run(seed).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
      });
    }
  },
);
