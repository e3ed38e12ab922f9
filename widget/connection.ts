import type { ChatParts } from './chat-parts.ts';
import type { Notice } from './chat-state.ts';
import { feedOf, type Feed } from '../client/feed.ts';
import type { FailureCode } from '../client/http.ts';
import type { ClientFrame, Event } from '../client/protocol.ts';
import type { LinkStatus } from '../client/realtime.ts';
import { isNew } from './session.ts';

export type ConnectionPorts = ChatParts & {
  /** Fetches what is shown; resolves to the place in the log it stands for. */
  load(): Promise<number>;
  onEvent(event: Event): void;
  /** The connection stands: what waited for it may go. */
  onLive(): void;
  /** There is a new session, or none: what is shown of the old one is over. */
  onTurn(): void;
};

/** The line to the server on which this browser's session lives, and what has to be said of it. */
export function connection({ store, api, thread, load, changed, onEvent, onLive, onTurn }: ConnectionPorts) {
  let feed: Feed | undefined;
  /** The token that the feed speaks for. */
  let token: string | undefined;
  let isLost = false;
  let isClosed = false;
  let problem: Notice | null = null;

  function onStatus(status: LinkStatus, code?: FailureCode): void {
    if (status === 'live') {
      isLost = false;
      problem = null;
      onLive();
      if (!isNew(thread.now.shown) && !thread.now.conversation) load().catch(changed);
    } else thread.disconnected();
    if (status === 'waiting') isLost = true;
    if (status === 'refused' && !(code && repair(code))) problem ??= 'refused';
    changed();
  }

  function onFrame(frame: Parameters<typeof thread.hear>[0]): void {
    thread.hear(frame);
    changed();
  }

  /**
   * Follows the session and the conversation that this browser holds now, whichever tab brought them about; `cursor` is
   * where a new session's log begins, null if it has to be fetched.
   */
  function follow(cursor: number | null = null): void {
    const session = store.read();
    const place = store.place();
    const isOther = place !== thread.now.shown;
    if (isOther) thread.turnTo(place);
    if (isClosed) return;
    if (session.token === token) {
      // What cannot be fetched now is fetched when the connection is back.
      if (isOther && token) load().catch(changed);
      return;
    }
    token = session.token;
    isLost = false;
    feed?.close();
    feed = undefined;
    onTurn();
    if (token)
      feed = feedOf(
        { ticket: api.ticket, reload: load, events: api.events, onEvent, onFrame, onStatus },
        cursor,
      );
  }

  /** Lets go of what a refusal says is no longer good: the session or the conversation. What was written stays. */
  function repair(code: FailureCode, to = thread.now.shown): boolean {
    const isOver = code === 'unauthorized' && token !== undefined;
    if (isOver) store.endSession();
    if (code === 'forbidden') problem = code;
    if (!isOver && !(code === 'not_found' && store.leave(to))) return false;
    follow();
    if (isOver) problem = 'expired';
    return true;
  }

  return {
    follow,
    repair,
    send: (frame: ClientFrame) => feed?.send(frame) ?? false,
    close(): void {
      isClosed = true;
      feed?.close();
    },
    /** Something else went wrong, which the visitor may try again. */
    complain(): void {
      problem = 'refused';
    },
    /** The visitor tries again. */
    again(): void {
      if (problem || isLost) feed?.connect();
      problem = null;
    },
    /** What the visitor has to be told; `isFailing`: messages do not go out. */
    notice(isFailing: boolean): Notice | null {
      if (problem || !(isLost || isFailing)) return problem;
      return navigator.onLine ? 'reconnecting' : 'offline';
    },
  };
}
