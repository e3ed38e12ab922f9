import { codeOf, isPassing } from './http.ts';
import { listen } from './listen.ts';
import type { ClientFrame, Event, LogEvent, ServerFrame } from './protocol.ts';
import { Link, type LinkPorts } from './realtime.ts';

export type EventPage = { data: LogEvent[]; page: { cursor: number; more: boolean } };

export type FeedPorts = Pick<LinkPorts, 'ticket' | 'onStatus'> & {
  /** Fetches the state there is; resolves to the place in the log it stands for. */
  reload(): Promise<number>;
  events(since: number): Promise<EventPage>;
  onEvent(event: Event): void;
  /** What is not of a conversation’s log: acks, errors, typing, presence, deltas, and what only operators see. */
  onFrame(frame: ServerFrame): void;
};

const pollEveryMs = 60_000;
const pollAtMostEveryMs = 1_000;
const pagesAtOnce = 10;

/**
 * The principal's part of the tenant's log, each event once and in order: live from the room, after a loss from where
 * it stopped, and by asking over HTTP in case that news never came.
 */
export class Feed {
  readonly #ports: FeedPorts;
  readonly #link: Link;
  readonly #deafen: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  /** How far the log has been told; null: the state has to be fetched first. */
  #cursor: number | null;
  #isPolling = false;
  #polledAtMs = 0;

  constructor(ports: FeedPorts, cursor: number | null) {
    this.#ports = ports;
    this.#cursor = cursor;
    this.#link = new Link({
      ticket: () => this.#ticket(),
      since: () => this.#cursor,
      onFrame: (frame) => this.#hear(frame),
      onStatus: (status, code) => {
        ports.onStatus(status, code);
        // Where sockets do not come through, HTTP still may.
        if (status === 'waiting') void this.#poll();
      },
    });
    this.#timer = setInterval(() => void this.#poll(), pollEveryMs);
    const wake = () => this.#wake();
    this.#deafen = listen({
      online: wake,
      focus: wake,
      visibilitychange: wake,
      offline: () => this.#link.sleep(),
    });
    void this.#link.connect();
  }

  get isLive(): boolean {
    return this.#link.isLive;
  }

  send(frame: ClientFrame): boolean {
    return this.#link.send(frame);
  }

  /** Tries again at once, also after a refusal. */
  connect(): void {
    void this.#link.connect();
  }

  close(): void {
    this.#link.close();
    clearInterval(this.#timer);
    this.#deafen();
  }

  #wake(): void {
    if (document.hidden) return;
    this.#link.wake();
    void this.#poll();
  }

  async #ticket() {
    this.#cursor ??= await this.#ports.reload();
    return this.#ports.ticket();
  }

  /** Whether it was an event, and news. */
  #hear(frame: ServerFrame): boolean {
    if ('cursor' in frame && 'seq' in frame) return this.#accept(frame);
    if (frame.type === 'resync') this.#restart();
    else this.#ports.onFrame(frame);
    return false;
  }

  /** Whether the event was news. */
  #accept(event: Event): boolean {
    if (this.#cursor === null || event.cursor <= this.#cursor) return false;
    this.#cursor = event.cursor;
    this.#ports.onEvent(event);
    return true;
  }

  #restart(): void {
    this.#cursor = null;
    void this.#link.connect();
  }

  async #poll(): Promise<void> {
    if (this.#isPolling || document.hidden || Date.now() - this.#polledAtMs < pollAtMostEveryMs) return;
    this.#isPolling = true;
    this.#polledAtMs = Date.now();
    try {
      // A socket that let an event slip is to prove that it lives.
      if (await this.#readOn()) this.#link.wake();
    } catch (error) {
      const code = codeOf(error);
      if (!isPassing(code)) this.#ports.onStatus('refused', code);
    } finally {
      this.#isPolling = false;
    }
  }

  async #readOn(): Promise<boolean> {
    let hasMissed = false;
    for (let pages = 0; this.#cursor !== null; pages += 1) {
      const { data, page } = await this.#ports.events(this.#cursor);
      for (const event of data) hasMissed = this.#hear(event) || hasMissed;
      this.#advance(page.cursor);
      if (!page.more) break;
      if (pages === pagesAtOnce) this.#restart();
    }
    return hasMissed;
  }

  #advance(cursor: number): void {
    if (this.#cursor !== null) this.#cursor = Math.max(this.#cursor, cursor);
  }
}
