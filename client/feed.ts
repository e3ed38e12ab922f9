import { codeOf, isPassing } from './http.ts';
import { listen } from './listen.ts';
import type { Event, LogEvent, ServerFrame } from './protocol.ts';
import { linkTo, type LinkPorts } from './realtime.ts';

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
 * it stopped, and by asking over HTTP in case that news never came. `cursor` is how far the log has been told already;
 * null: the state has to be fetched first.
 */
export function feedOf(ports: FeedPorts, cursor: number | null) {
  let isPolling = false;
  let polledAtMs = 0;
  const link = linkTo({
    async ticket() {
      cursor ??= await ports.reload();
      return ports.ticket();
    },
    since: () => cursor,
    onFrame: hear,
    onStatus(status, code) {
      ports.onStatus(status, code);
      // Where sockets do not come through, HTTP still may.
      if (status === 'waiting') void poll();
    },
  });
  const timer = setInterval(poll, pollEveryMs);
  const deafen = listen({ online: wake, focus: wake, visibilitychange: wake, offline: link.sleep });
  link.connect();

  function wake(): void {
    if (document.hidden) return;
    link.wake();
    void poll();
  }

  /** Whether it was an event, and news. */
  function hear(frame: ServerFrame): boolean {
    if ('cursor' in frame && 'seq' in frame) return accept(frame);
    if (frame.type === 'resync') restart();
    else ports.onFrame(frame);
    return false;
  }

  /** Whether the event was news. */
  function accept(event: Event): boolean {
    if (cursor === null || event.cursor <= cursor) return false;
    cursor = event.cursor;
    ports.onEvent(event);
    return true;
  }

  function restart(): void {
    cursor = null;
    link.connect();
  }

  async function poll(): Promise<void> {
    if (isPolling || document.hidden || Date.now() - polledAtMs < pollAtMostEveryMs) return;
    isPolling = true;
    polledAtMs = Date.now();
    try {
      // A socket that let an event slip is to prove that it lives.
      if (await readOn()) link.wake();
    } catch (error) {
      const code = codeOf(error);
      if (!isPassing(code)) ports.onStatus('refused', code);
    }
    isPolling = false;
  }

  async function readOn(): Promise<boolean> {
    let hasMissed = false;
    for (let pages = 0; cursor !== null; pages += 1) {
      const { data, page } = await ports.events(cursor);
      for (const event of data) hasMissed = hear(event) || hasMissed;
      if (cursor !== null) cursor = Math.max(cursor, page.cursor);
      if (!page.more) break;
      if (pages === pagesAtOnce) restart();
    }
    return hasMissed;
  }

  return {
    send: link.send,
    /** Tries again at once, also after a refusal. */
    connect: link.connect,
    close(): void {
      link.close();
      clearInterval(timer);
      deafen();
    },
  };
}

export type Feed = ReturnType<typeof feedOf>;
