import { limits } from '../shared/limits.ts';
import type { LogEntry } from '../shared/protocol/log-entry.ts';
import type { LogEvent } from '../shared/protocol/server-frames.ts';
import { audienceOf } from './access.ts';
import { frame, framesOf } from './frames.ts';
import type { Peer, Ports } from './ports.ts';
import { within } from './within.ts';

type Letter = { peer: Peer; events: LogEvent[] };
type Listeners = { ended(entries: LogEntry[]): void; brought(entries: LogEntry[]): void };
type News = { prev: number; entries: LogEntry[] };

const readSize = 200;

/**
 * Brings the tenant's log to its sockets, in order and each event once. It keeps one cursor; what does not follow
 * on it waits a moment for what is missing between, then the log itself is read.
 */
export class Delivery {
  readonly #ports: Ports;
  readonly #listeners: Listeners;
  #cursor: number | null = null;
  #early: News[] = [];
  #isWaiting = false;
  #isStale = false;
  #reading: Promise<void> | null = null;

  constructor(ports: Ports, listeners: Listeners) {
    this.#ports = ports;
    this.#listeners = listeners;
  }

  /** The newest event brought to the sockets; null while none has joined. */
  get cursor(): number | null {
    this.#cursor ??= this.#recovered();
    return this.#cursor;
  }

  /** After hibernation the sockets themselves tell how far the room had come. */
  #recovered(): number | null {
    let newest: number | null = null;
    for (const peer of this.#ports.peers.all()) {
      const { cursor, roomCursor } = peer.state();
      if (cursor !== null) newest = Math.max(newest ?? 0, roomCursor);
    }
    return newest;
  }

  /** Forgets its place: nobody is there whom it would matter to. */
  rest(): void {
    this.#cursor = null;
    this.#early = [];
  }

  /** Takes in a socket that has read the log up to `cursor`; false where the room is past that already. */
  admit(peer: Peer, cursor: number): boolean {
    this.#cursor = this.cursor ?? cursor;
    if (cursor < this.#cursor) return false;
    peer.setState({ ...peer.state(), cursor, roomCursor: this.#cursor });
    return true;
  }

  /** News of a commit: may be lost, doubled, late or out of order. */
  hear(news: News): void {
    const { cursor } = this;
    if (cursor === null) return;
    if (news.prev > cursor) return this.#wait(news);
    this.#bring(news.entries);
    this.#bringEarly();
  }

  #wait(news: News): void {
    if (this.#early.length < limits.room.earlyPokes) this.#early.push(news);
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#ports.clock.after(limits.room.reorderMs, () => {
      this.#isWaiting = false;
      if (this.#early.length > 0) void this.catchUp();
    });
  }

  #bringEarly(): void {
    const inOrder = this.#early.toSorted((a, b) => a.prev - b.prev);
    this.#early = [];
    for (const news of inOrder) {
      if (this.#cursor !== null && news.prev > this.#cursor) this.#early.push(news);
      else this.#bring(news.entries);
    }
  }

  /** Reads the log from the room's cursor to its end, one reading at a time; a failure leaves it to the next. */
  catchUp(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#readToEnd();
        this.#bringEarly();
      }
    } catch (error) {
      console.warn(JSON.stringify({ event: 'log_unread', reason: String(error) }));
    }
  }

  async #readToEnd(): Promise<void> {
    const { log, clock } = this.#ports;
    for (let size = readSize; size === readSize;) {
      const after = this.cursor;
      if (after === null) return;
      const { entries, cursor } = await within(clock, limits.room.readWithinMs, log.readLog(after, readSize));
      if (cursor < after) return this.#goBack(cursor);
      this.#bring(entries);
      size = entries.length;
    }
  }

  /** The log ends before what was delivered: it was restored from a backup, and clients must begin anew. */
  #goBack(cursor: number): void {
    this.#cursor = cursor;
    this.#early = [];
    for (const peer of this.#ports.peers.all()) {
      const state = peer.state();
      if (state.cursor === null) continue;
      peer.setState({ ...state, cursor, roomCursor: cursor });
      peer.send(frame({ type: 'resync', cursor }));
    }
  }

  /** Sends what is new of a run of entries that follows on the cursor or overlaps it. */
  #bring(entries: LogEntry[]): void {
    const from = this.#cursor;
    const fresh = from === null ? [] : entries.filter((entry) => entry.cursor > from);
    const last = fresh.at(-1);
    if (!last) return;
    this.#cursor = last.cursor;
    this.#listeners.ended(fresh);
    const mail = new Map<string, Letter>();
    for (const entry of fresh) {
      for (const tag of audienceOf(entry)) {
        for (const peer of this.#ports.peers.tagged(tag)) address(mail, peer, entry);
      }
    }
    post(mail, last.cursor);
    this.#listeners.brought(fresh);
  }
}

function address(mail: Map<string, Letter>, peer: Peer, entry: LogEntry): void {
  const { cursor } = peer.state();
  if (cursor === null || cursor >= entry.cursor || entry.frame === null) return;
  const letter = mail.get(peer.id);
  if (letter) letter.events.push(entry.frame);
  else mail.set(peer.id, { peer, events: [entry.frame] });
}

/** Sends each its letter; those who get the same events get the same texts, rendered once. */
function post(mail: Map<string, Letter>, cursor: number): void {
  const texts = new Map<string, string[]>();
  for (const { peer, events } of mail.values()) {
    const key = events.map((event) => event.cursor).join();
    const frames = texts.get(key) ?? framesOf(events);
    texts.set(key, frames);
    peer.setState({ ...peer.state(), cursor, roomCursor: cursor });
    for (const text of frames) peer.send(text);
  }
}
