import { codeOf, type FailureCode } from './http.ts';
import type { ClientFrame, ServerFrame } from './protocol.ts';

export type SocketPorts = {
  /** Errors: RequestError. */
  ticket(): Promise<{ url: string; ticket: string }>;
  since(): number | null;
  onFrame(frame: ServerFrame): void;
  /** It is over, without having been closed from here; `isStale`: another one may do better at once. */
  onEnd(code: FailureCode, isStale: boolean): void;
};

const joinWithinMs = 15_000;
const pongWithinMs = 5_000;
const unauthorized = 4401;
const noJoin = 4408;

/** One socket to the tenant's room, from its ticket to its end. */
export function socketTo({ ticket, since, onFrame, onEnd }: SocketPorts) {
  let socket: WebSocket | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  /** Lets go without waiting for a goodbye, which a dead network never brings. */
  function close(): void {
    isOver = true;
    clearTimeout(deadline);
    socket?.close();
  }

  function end(code: FailureCode, isStale = false): void {
    if (isOver) return;
    close();
    onEnd(code, isStale);
  }

  function expectWithin(ms: number): void {
    clearTimeout(deadline);
    // A socket that had been good may only have slept.
    deadline = setTimeout(end, ms, 'offline', ms === pongWithinMs);
  }

  function send(frame: ClientFrame): boolean {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function open({ url, ticket }: Awaited<ReturnType<SocketPorts['ticket']>>): void {
    if (isOver) return;
    socket = new WebSocket(`${url}?ticket=${encodeURIComponent(ticket)}`);
    expectWithin(joinWithinMs);
    socket.addEventListener('open', () => send({ type: 'join-tenant', since: since() ?? undefined }));
    socket.addEventListener('message', ({ data }) => {
      if (isOver) return;
      clearTimeout(deadline);
      const frame: ServerFrame = JSON.parse(data);
      if (frame.type === 'batch') frame.events.forEach(onFrame);
      else onFrame(frame);
    });
    socket.addEventListener('close', ({ code }) => end(failureOf(code), code === unauthorized));
  }

  ticket().then(open, (error: unknown) => end(codeOf(error)));
  return {
    close,
    send,
    /** Has the other end prove that it still lives. */
    probe(): void {
      if (send({ type: 'ping' })) expectWithin(pongWithinMs);
    },
  };
}

/** 44xx says that the same again would end the same. */
function failureOf(code: number): FailureCode {
  if (code === unauthorized) return 'unauthorized';
  return code >= 4400 && code < 4500 && code !== noJoin ? 'invalid_request' : 'offline';
}
