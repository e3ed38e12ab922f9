import { retryDelayMs } from './backoff.ts';
import { isPassing, type FailureCode } from './http.ts';
import type { ClientFrame } from './protocol.ts';
import { socketTo, type SocketPorts } from './socket.ts';

/** `waiting`: the next try comes by itself. `refused`: it will not, until somebody calls `connect` again. */
export type LinkStatus = 'connecting' | 'live' | 'waiting' | 'refused';

export type LinkPorts = Pick<SocketPorts, 'ticket' | 'since' | 'onFrame'> & {
  onStatus(status: LinkStatus, code?: FailureCode): void;
};

/** A connection that held this long was a good one: the next loss starts counting anew. */
const steadyMs = 10_000;

/** A line to the tenant's room that comes back by itself, as far as the close codes allow. */
export function linkTo({ onStatus, onFrame, ...ports }: LinkPorts) {
  let socket: ReturnType<typeof socketTo> | undefined;
  let status: LinkStatus = 'waiting';
  let attempt = 0;
  let hasRenewed = false;
  let liveSinceMs = Infinity;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function say(now: LinkStatus, code?: FailureCode): void {
    status = now;
    onStatus(now, code);
  }

  function close(): void {
    clearTimeout(retry);
    socket?.close();
  }

  function connect(): void {
    close();
    say('connecting');
    socket = socketTo({
      ...ports,
      onEnd,
      onFrame(frame) {
        onFrame(frame);
        if (frame.type !== 'joined') return;
        liveSinceMs = Date.now();
        say('live');
      },
    });
  }

  function onEnd(code: FailureCode, isStale: boolean): void {
    if (Date.now() - liveSinceMs > steadyMs) {
      attempt = 0;
      hasRenewed = false;
    }
    liveSinceMs = Infinity;
    if (isStale && !hasRenewed) {
      hasRenewed = true;
      connect();
    } else if (isPassing(code)) later();
    else say('refused', code);
  }

  function later(): void {
    close();
    retry = setTimeout(connect, retryDelayMs(attempt, Math.random()));
    attempt += 1;
    say('waiting');
  }

  return {
    connect,
    close,
    /** Whether the frame went out; that it arrived is another question. */
    send: (frame: ClientFrame): boolean => status === 'live' && (socket?.send(frame) ?? false),
    /** The page is back or the network is: try now, or prove that the socket still lives. */
    wake(): void {
      if (status === 'waiting') connect();
      else if (status === 'live') socket?.probe();
    },
    /** The browser says that the network is gone. */
    sleep(): void {
      if (status !== 'refused') later();
    },
  };
}
