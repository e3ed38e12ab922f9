import { retryDelayMs } from './backoff.ts';
import { codeOf, isPassing, type FailureCode } from './http.ts';
import type { ClientFrame, ServerFrame } from './protocol.ts';

/** `waiting`: the next try comes by itself. `refused`: it will not, until somebody calls `connect` again. */
export type LinkStatus = 'connecting' | 'live' | 'waiting' | 'refused';

export type LinkPorts = {
  /** Errors: RequestError; one that does not pass by itself ends the tries. */
  ticket(): Promise<{ url: string; ticket: string }>;
  since(): number | null;
  onFrame(frame: ServerFrame): void;
  onStatus(status: LinkStatus, code?: FailureCode): void;
};

const joinWithinMs = 15_000;
const pongWithinMs = 5_000;
/** A connection that held this long was a good one: the next loss starts counting anew. */
const steadyMs = 10_000;
const unauthorized = 4401;
const noJoin = 4408;

type Timer = 'retry' | 'deadline' | 'steady';

/** A socket to the tenant's room that comes back by itself, as far as the close codes allow. */
export class Link {
  readonly #ports: LinkPorts;
  #socket: WebSocket | null = null;
  #status: LinkStatus = 'waiting';
  #attempt = 0;
  #hasRenewed = false;
  /** Grows with every try, so that what belongs to an earlier one is not heard. */
  #round = 0;
  readonly #timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  constructor(ports: LinkPorts) {
    this.#ports = ports;
  }

  get isLive(): boolean {
    return this.#status === 'live';
  }

  async connect(): Promise<void> {
    this.close();
    const round = this.#round;
    this.#say('connecting');
    try {
      const { url, ticket } = await this.#ports.ticket();
      if (round === this.#round) this.#open(`${url}?ticket=${encodeURIComponent(ticket)}`);
    } catch (error) {
      const code = codeOf(error);
      if (round !== this.#round) return;
      if (isPassing(code)) this.#later();
      else this.#refuse(code);
    }
  }

  /** Whether the frame went out; that it arrived, only an ack says. */
  send(frame: ClientFrame): boolean {
    if (!this.isLive || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** The page is back or the network is: try now, or prove that the socket still lives. */
  wake(): void {
    if (this.#status === 'waiting') void this.connect();
    else if (this.send({ type: 'ping' })) this.#after('deadline', pongWithinMs, () => void this.connect());
  }

  /** The browser says that the network is gone. */
  sleep(): void {
    if (this.#status !== 'refused') this.#later();
  }

  /** Lets the socket go without waiting for its goodbye, which a dead network never brings. */
  close(): void {
    this.#round += 1;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #say(status: LinkStatus, code?: FailureCode): void {
    this.#status = status;
    this.#ports.onStatus(status, code);
  }

  #after(name: Timer, delayMs: number, act: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, delayMs));
  }

  #open(url: string): void {
    const round = this.#round;
    const socket = new WebSocket(url);
    this.#socket = socket;
    this.#after('deadline', joinWithinMs, () => this.#later());
    socket.addEventListener('open', () => {
      const since = this.#ports.since();
      socket.send(JSON.stringify({ type: 'join-tenant', ...(since === null ? {} : { since }) }));
    });
    socket.addEventListener('message', ({ data }) => {
      if (round === this.#round) this.#receive(JSON.parse(data));
    });
    socket.addEventListener('close', ({ code }) => {
      if (round === this.#round) this.#lost(code);
    });
  }

  #receive(frame: ServerFrame): void {
    clearTimeout(this.#timers.get('deadline'));
    if (frame.type === 'batch') return frame.events.forEach((event) => this.#ports.onFrame(event));
    this.#ports.onFrame(frame);
    if (frame.type !== 'joined') return;
    this.#after('steady', steadyMs, () => {
      this.#attempt = 0;
      this.#hasRenewed = false;
    });
    this.#say('live');
  }

  /** 44xx says that the same again would end the same; a 4401 is given one new ticket. */
  #lost(code: number): void {
    const isFinal = code >= 4400 && code < 4500 && code !== noJoin;
    if (code === unauthorized && !this.#hasRenewed) {
      this.#hasRenewed = true;
      void this.connect();
    } else if (isFinal) this.#refuse(code === unauthorized ? 'unauthorized' : 'invalid_request');
    else this.#later();
  }

  #later(): void {
    this.close();
    this.#after('retry', retryDelayMs(this.#attempt, Math.random()), () => void this.connect());
    this.#attempt += 1;
    this.#say('waiting');
  }

  #refuse(code: FailureCode): void {
    this.close();
    this.#say('refused', code);
  }
}
