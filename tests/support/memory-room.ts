import { AppError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { Principal } from '../../shared/principal.ts';
import type { LogEntry } from '../../shared/protocol/log-entry.ts';
import { eventsIn } from '../../shared/protocol/events-in.ts';
import type { Event, LogEvent, ServerFrame } from '../../shared/protocol/server-frames.ts';
import { rendered } from '../../shared/store/json.ts';
import { mintTenantId } from '../../shared/tenant-id.ts';
import { tagsOf } from '../../realtime/access.ts';
import type { ConversationVerbs, Peer, PeerState, Ports } from '../../realtime/ports.ts';
import { ChatRoom } from '../../realtime/room.ts';
import { MemoryBot } from './memory-bot.ts';

/** The edge of a room in memory: sockets, a log and a clock that do only what a test says. The room itself is real. */

export const tenantId = mintTenantId(`ten${'0'.repeat(24)}`);

export function operatorOf(id: string): Principal {
  return { kind: 'operator', tenantId, userId: id, sessionId: `session-${id}` };
}

export function visitorOf(id: string): Principal {
  return { kind: 'visitor', tenantId, visitorId: id, sessionId: `session-${id}`, origin: null };
}

type Timer = { atMs: number; run: () => void };

export class MemoryClock {
  nowMs = 1_000_000;
  timers = new Set<Timer>();
  alarmAtMs: number | null = null;
  onAlarm = () => {};

  after(delayMs: number, run: () => void) {
    const timer = { atMs: this.nowMs + delayMs, run };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** Lets time pass, and what is due happen in its order. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const next = [...this.timers].toSorted((a, b) => a.atMs - b.atMs)[0];
      const alarmMs = this.alarmAtMs ?? Infinity;
      const atMs = Math.min(next?.atMs ?? Infinity, alarmMs);
      if (atMs > untilMs) break;
      this.nowMs = Math.max(this.nowMs, atMs);
      if (next && next.atMs <= alarmMs) {
        this.timers.delete(next);
        next.run();
      } else {
        this.alarmAtMs = null;
        this.onAlarm();
      }
      await turn();
    }
    this.nowMs = untilMs;
  }
}

/** Lets everything run that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export class MemorySocket {
  readonly id: string;
  readonly principal: Principal;
  readonly sent: string[] = [];
  state: PeerState;
  closeCode: number | null = null;
  isOpen = true;

  constructor(id: string, principal: Principal) {
    this.id = id;
    this.principal = principal;
    this.state = { principal, cursor: null, roomCursor: 0 };
  }

  get peer(): Peer {
    return {
      id: this.id,
      state: () => this.state,
      // As both hosts keep it: a copy, and no more than an attachment may hold.
      setState: (state) => {
        if (JSON.stringify(state).length > 2_048) throw new Error('The state is too large.');
        this.state = structuredClone(state);
      },
      send: (text) => {
        if (this.isOpen) this.sent.push(text);
      },
      close: (code) => {
        if (this.isOpen) this.closeCode = code;
        this.isOpen = false;
      },
    };
  }

  get frames(): ServerFrame[] {
    return this.sent.map((text) => JSON.parse(text));
  }

  get events(): LogEvent[] {
    return this.frames.flatMap(eventsIn);
  }
}

/** How a call to the database goes: it waits for `release`, or fails. */
export type Job = { release: () => void; fail: () => void };

export class MemoryRoom {
  readonly clock = new MemoryClock();
  readonly bot = new MemoryBot(() => this.clock.nowMs);
  readonly entries: LogEntry[] = [];
  readonly sockets: MemorySocket[] = [];
  readonly endedSessions = new Set<string>();
  readonly usedTickets = new Map<string, number>();
  /** How often the room has read its log. */
  reads = 0;
  /** With it, each call to the database waits here until the test lets it go on. */
  jobs: Job[] | null = null;
  failsAlarm = false;
  #indexing: Ports['indexing'] = null;
  room: ChatRoom;
  #life = 0;

  constructor() {
    this.room = new ChatRoom(this.#ports());
    this.clock.onAlarm = () => void this.room.woke();
  }

  /** Begins anew with a model that embeds the knowledge, or without one. */
  embedWith(indexing: Ports['indexing']): void {
    this.#indexing = indexing;
    this.room = new ChatRoom(this.#ports());
  }

  /** The room leaves memory, with its timers and whatever it was doing; its sockets and its alarm stay. */
  hibernate(): void {
    this.#life += 1;
    this.clock.timers.clear();
    if (this.jobs) this.jobs = [];
    this.room = new ChatRoom(this.#ports());
  }

  open(principal: Principal): MemorySocket {
    const socket = new MemorySocket(`con${this.sockets.length}`, principal);
    this.sockets.push(socket);
    this.room.connected(socket.peer);
    return socket;
  }

  async join(principal: Principal, since?: number): Promise<MemorySocket> {
    const socket = this.open(principal);
    await this.send(socket, { type: 'join-tenant', since });
    return socket;
  }

  async send(socket: MemorySocket, frame: unknown): Promise<void> {
    void this.room.received(socket.peer, typeof frame === 'string' ? frame : JSON.stringify(frame));
    await turn();
  }

  /** Lets every call to the database that is under way go on, until none is. */
  async answerAll(): Promise<void> {
    while (this.jobs && this.jobs.length > 0) {
      for (const job of this.jobs.splice(0)) job.release();
      await turn();
    }
  }

  /** The connection is gone, with no word of it before. */
  cut(socket: MemorySocket): void {
    const wasOpen = socket.isOpen;
    socket.isOpen = false;
    if (wasOpen || socket.closeCode !== null) this.room.disconnected(socket.peer);
  }

  /** Commits events for a visitor (null: for operators alone) and says what the room would be told. */
  commit(visitorId: string | null, count = 1): { prev: number; entries: LogEntry[] } {
    const prev = this.entries.length;
    for (let at = 0; at < count; at += 1) this.entries.push(entry(this.entries.length + 1, visitorId));
    return { prev, entries: this.entries.slice(prev) };
  }

  /** News that an answer is owed, as the Worker tells it. */
  tellOfDebt(): void {
    const { prev, entries } = this.commit('v0');
    for (const each of entries) each.owes = true;
    this.room.told({ prev, entries });
  }

  endSession(sessionId: string): { prev: number; entries: LogEntry[] } {
    const prev = this.entries.length;
    this.endedSessions.add(sessionId);
    this.entries.push({
      cursor: prev + 1,
      visitorId: null,
      endedSession: sessionId,
      owes: false,
      frame: null,
    });
    return { prev, entries: this.entries.slice(prev) };
  }

  /** What a principal may see of the log after a cursor. */
  entitled(principal: Principal, after: number): LogEvent[] {
    return this.entries
      .filter(({ cursor, visitorId }) => {
        const mine = principal.kind === 'operator' || principal.visitorId === visitorId;
        return cursor > after && mine;
      })
      .flatMap(({ frame }) => (frame === null ? [] : [frame]));
  }

  /** A call to the database: its request is under way, then it is done, then its answer is under way. */
  async #database<T>(work: () => T): Promise<T> {
    await this.#underWay();
    const answer = work();
    await this.#underWay();
    return answer;
  }

  async #underWay(): Promise<void> {
    const life = this.#life;
    const { jobs } = this;
    if (jobs) {
      await new Promise<void>((resolve, reject) => {
        jobs.push({ release: resolve, fail: () => reject(new AppError('unavailable')) });
      });
    }
    // The process that asked is no more: its answer reaches nobody.
    if (life !== this.#life) await new Promise<never>(() => {});
  }

  #ports(): Ports {
    const open = () => this.sockets.filter(({ isOpen }) => isOpen);
    return {
      peers: {
        tagged: (tag) =>
          open()
            .filter(({ principal }) => tagsOf(principal).includes(tag))
            .map(({ peer }) => peer),
        all: () => open().map(({ peer }) => peer),
      },
      log: {
        readLog: (after, limit) => {
          this.reads += 1;
          return this.#database(() => ({
            entries: this.entries.filter(({ cursor }) => cursor > after).slice(0, limit),
            cursor: this.entries.length,
          }));
        },
        visitorOf: (conversationId) =>
          this.#database(() => (conversationId.startsWith('cnv:') ? conversationId.slice(4) : null)),
      },
      ...this.bot.ports,
      indexing: this.#indexing,
      operatorStore: (principal) => this.#verbs(principal),
      visitorStore: (principal) => ({
        ...this.#verbs(principal),
        openConversation: () => this.#write(principal),
      }),
      clock: {
        nowMs: () => this.clock.nowMs,
        after: (delayMs, run) => this.clock.after(delayMs, run),
        wakeAfter: async (delayMs) => {
          if (this.failsAlarm) throw new Error('No alarm.');
          this.clock.alarmAtMs = this.clock.nowMs + delayMs;
        },
      },
      tickets: {
        claim: async (ticketId, untilMs) => {
          const isFirst = !this.usedTickets.has(ticketId);
          if (isFirst) this.usedTickets.set(ticketId, untilMs);
          return isFirst;
        },
        forgetUntil: async (nowMs) => {
          for (const [id, untilMs] of this.usedTickets) if (untilMs <= nowMs) this.usedTickets.delete(id);
        },
      },
    };
  }

  #verbs(principal: Principal): ConversationVerbs {
    const allowed = () => {
      if (this.endedSessions.has(principal.sessionId)) throw new AppError('unauthorized');
    };
    return {
      currentCursor: () =>
        this.#database(() => {
          allowed();
          return this.entries.length;
        }),
      listEvents: ({ since, limit }) =>
        this.#database(() => {
          allowed();
          const mine = this.entitled(principal, since);
          const data = mine.slice(0, limit);
          const more = mine.length > limit;
          const cursor = more ? data.at(-1)?.cursor : this.entries.length;
          return rendered(JSON.stringify({ data, page: { cursor, more } }));
        }),
      sendMessage: () => this.#write(principal),
      markMessage: () => this.#write(principal),
    };
  }

  #write(principal: Principal) {
    return this.#database(() => {
      if (this.endedSessions.has(principal.sessionId)) throw new AppError('unauthorized');
      const { prev, entries } = this.commit(principal.kind === 'visitor' ? principal.visitorId : 'v0');
      const news = { prev, entries: rendered<LogEntry[]>(JSON.stringify(entries)) };
      // What the store renders is passed on unread: its shape is of no matter to the room.
      return { result: rendered<never>('{"id":"msg"}'), fresh: true, news };
    });
  }
}

function entry(cursor: number, visitorId: string | null): LogEntry {
  const createdAt = '2026-01-01T00:00:00.000Z';
  const conversationId = `cnv:${visitorId}`;
  const message = {
    id: `msg${cursor}`,
    conversationId,
    seq: cursor,
    sender: 'visitor' as const,
    content: `event ${cursor}`,
    status: 'sent' as const,
    createdAt,
  };
  const frame: Event = { type: 'message:new', cursor, seq: cursor, conversationId, message };
  return { cursor, visitorId, endedSession: null, owes: false, frame };
}

export const tailMs = limits.room.tailEveryMs;
