import { setTimeout as delay } from 'node:timers/promises';
import { eventsIn } from '../../shared/protocol/events-in.ts';
import { type Event, type LogEvent, ServerFrame } from '../../shared/protocol/server-frames.ts';
import { type Person, knockAt, ticketFor } from './socket.ts';

type Letter = { clientId: string; content: string; conversationId: string; acked: () => void };
type Options = {
  /** The place after which it wants to see everything; without it, from now on. */
  since?: number;
  /** Another way to the room, such as a proxy. */
  host?: string;
  onEvent?: (event: Event) => void;
};

const retryMs = 20;

/**
 * A client that does all that docs/protocol.md asks of one: it keeps its place, comes back with a new ticket, joins
 * from where it was, and sends again what had no ack.
 */
export class SteadyClient {
  /** What it has got of the conversations' own logs. */
  readonly events: Event[] = [];
  /** What must never happen: events that came twice, or not in their order. */
  readonly faults: string[] = [];
  /** The pieces of answers that were being written, in the order in which they came. */
  readonly deltas: Extract<ServerFrame, { type: 'message:delta' }>[] = [];
  /** How often it has joined. */
  joins = 0;
  readonly #who: Person;
  readonly #options: Options;
  readonly #outbox = new Map<string, Letter>();
  readonly #watchers = new Set<() => void>();
  #cursor: number | null;
  #socket: WebSocket | null = null;
  #hasJoined = false;
  #isClosed = false;
  readonly #living: Promise<void>;

  constructor(who: Person, options: Options = {}) {
    this.#who = who;
    this.#options = options;
    this.#cursor = options.since ?? null;
    this.#living = this.#live();
  }

  async #live(): Promise<void> {
    while (!this.#isClosed) {
      await this.#connection().catch(() => {});
      this.#hasJoined = false;
      if (!this.#isClosed) await delay(retryMs);
    }
  }

  /** One socket, from its ticket to its end. */
  async #connection(): Promise<void> {
    const ticket = await ticketFor(this.#who);
    if (this.#isClosed) return;
    const { host } = this.#options;
    const socket = new WebSocket(knockAt(ticket, { host }));
    this.#socket = socket;
    const { promise, resolve } = Promise.withResolvers<void>();
    const since = this.#cursor === null ? {} : { since: this.#cursor };
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'join-tenant', ...since })));
    socket.addEventListener('message', ({ data }) => this.#received(String(data)));
    socket.addEventListener('close', () => resolve());
    socket.addEventListener('error', () => resolve());
    await promise;
  }

  #received(text: string): void {
    const frame = ServerFrame.parse(JSON.parse(text));
    if (frame.type === 'joined') this.#joined(frame.cursor);
    if (frame.type === 'resync') this.faults.push(`resync at ${frame.cursor}`);
    if (frame.type === 'message:delta') this.deltas.push(frame);
    if (frame.type === 'ack' && frame.clientId !== undefined) this.#acked(frame.clientId);
    for (const event of eventsIn(frame)) this.#take(event);
    for (const watch of this.#watchers) watch();
  }

  #joined(cursor: number): void {
    this.joins += 1;
    this.#hasJoined = true;
    this.#cursor ??= cursor;
    for (const letter of this.#outbox.values()) this.#post(letter);
  }

  #take(event: LogEvent): void {
    if (this.#cursor !== null && event.cursor <= this.#cursor)
      this.faults.push(`${event.cursor} after ${this.#cursor}`);
    this.#cursor = event.cursor;
    if (!('seq' in event)) return;
    this.events.push(event);
    this.#options.onEvent?.(event);
  }

  #acked(clientId: string): void {
    this.#outbox.get(clientId)?.acked();
    this.#outbox.delete(clientId);
  }

  #post({ clientId, content, conversationId }: Letter): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ type: 'message:new', clientId, content, conversationId }));
  }

  /** Sends a message, over as many sockets as it takes; resolves with its ack. */
  send(conversationId: string, content: string, clientId: string = crypto.randomUUID()): Promise<void> {
    return new Promise((acked) => {
      const letter = { clientId, content, conversationId, acked };
      this.#outbox.set(clientId, letter);
      if (this.#hasJoined) this.#post(letter);
    });
  }

  /** Resolves once `condition` holds; it is asked anew with every frame. Errors: an Error after `withinMs`. */
  async until(condition: () => boolean, withinMs = 20_000): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => reject(new Error(`Not within ${withinMs} ms: ${condition}. ${this}`)),
      withinMs,
    );
    const watch = () => condition() && resolve();
    this.#watchers.add(watch);
    watch();
    await promise.finally(() => {
      this.#watchers.delete(watch);
      clearTimeout(timer);
    });
  }

  joined(): Promise<void> {
    return this.until(() => this.#hasJoined);
  }

  /** The contents of the messages that it has got, in their order. */
  contents(): string[] {
    return this.events.flatMap((event) => (event.type === 'message:new' ? [event.message.content] : []));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#socket?.close();
    await this.#living;
  }

  toString(): string {
    return `After ${this.joins} joins at ${this.#cursor}, with ${this.events.length} events and ${this.faults.length} faults.`;
  }
}
