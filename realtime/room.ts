import { AppError } from '../shared/errors.ts';
import { limits } from '../shared/limits.ts';
import type { Principal } from '../shared/principal.ts';
import type { ClientFrame } from '../shared/protocol/client-frames.ts';
import { type Decoded, decodeClientFrame } from '../shared/protocol/decode.ts';
import { closeCodes } from '../shared/protocol/server-frames.ts';
import type { Tell } from '../shared/room-calls.ts';
import { rendered } from '../shared/store/json.ts';
import type { Written } from '../shared/store/write-conversations.ts';
import { type LogEntry, parseLogEntries } from '../shared/protocol/log-entry.ts';
import { mayOpen, sessionTag, typingAudience } from './access.ts';
import { Answering } from './answering.ts';
import { Delivery } from './delivery.ts';
import { type Head, ackFrame, errorFrame, frame, headOf } from './frames.ts';
import { Indexing } from './indexing.ts';
import { join } from './join.ts';
import type { Cancel, Peer, Ports } from './ports.ts';
import { KnownVisitors } from './known-visitors.ts';
import { Presence } from './presence.ts';
import { Throttle } from './throttle.ts';
import { Turns } from './turns.ts';
import { within } from './within.ts';

type Of<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>;
type News = Pick<Tell, 'prev' | 'entries'>;
type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/**
 * A tenant's room: it delivers the log to sockets and takes socket writes. All it decides, it decides here, over
 * ports; nothing that must survive lives in a field.
 */
export class ChatRoom {
  readonly #ports: Ports;
  readonly #delivery: Delivery;
  readonly #presence: Presence;
  readonly #answering: Answering;
  readonly #indexing: Indexing;
  readonly #throttle = new Throttle();
  readonly #turns = new Turns();
  readonly #joinBy = new Map<string, Cancel>();
  readonly #visitors: KnownVisitors;
  #busyUntilMs: number | null = null;
  #wakeAtMs: number | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#delivery = new Delivery(ports, {
      ended: (entries) => this.#endSessions(entries),
      brought: (entries) => this.#answering.heard(entries),
    });
    this.#presence = new Presence(ports);
    this.#visitors = new KnownVisitors(ports);
    this.#answering = new Answering(ports, {
      isOnline: () => this.#presence.hasOperator(),
      committed: (news) => this.#hear(news),
      wakeWithin: (delayMs) => void this.#wakeWithin(delayMs),
    });
    this.#indexing = new Indexing(ports.indexing, {
      nowMs: () => ports.clock.nowMs(),
      wakeWithin: (delayMs) => void this.#wakeWithin(delayMs),
    });
  }

  /** A socket has opened; it has a while to join. */
  connected(peer: Peer): void {
    this.#touch();
    this.#expectJoin(peer);
  }

  /** A socket has closed, from whichever side; may be told more than once. */
  disconnected(peer: Peer): void {
    if (!peer.state().left) this.#leave(peer, 'gone');
  }

  /** One frame from a socket, whatever it holds. Resolves when it has been answered. */
  async received(peer: Peer, data: unknown): Promise<void> {
    if (peer.state().left) return;
    if (!this.#throttle.admits(peer.id, this.#ports.clock.nowMs())) return this.#flooded(peer);
    const decoded = decodeClientFrame(data);
    if (decoded.ok && decoded.value.type === 'ping') return peer.send(frame({ type: 'pong' }));
    this.#touch();
    const units = decoded.ok && typeof data === 'string' ? data.length : 0;
    const turn = this.#turns.take(peer.id, units, () => this.#answer(peer, decoded));
    return turn ?? this.#flooded(peer);
  }

  /** The Worker says what was committed. */
  told(news: Tell): void {
    // Whoever is signed out has nothing to wait for: neither earlier news nor a join.
    this.#endSessions(news.entries);
    const isOwed = news.entries.some(({ owes }) => owes);
    if (this.#delivery.cursor === null && !isOwed) return;
    this.#touch();
    this.#hear(news);
  }

  /** Whether an operator is there. */
  hasOperator(): boolean {
    return this.#presence.hasOperator();
  }

  /** The Worker says what to see to: knowledge that has changed, or an answer that is owed and may not be known of. */
  seeTo(what: 'reindex' | 'settle'): void {
    this.#touch();
    if (what === 'reindex') void this.#indexing.run();
    else void this.#answering.settle();
  }

  #hear(news: News): void {
    // Nobody may be connected, and an answer be owed all the same.
    if (this.#delivery.cursor === null) this.#answering.heard(news.entries);
    else this.#delivery.hear(news);
  }

  /** Whether a ticket is used for the first time. */
  claim(ticketId: string): Promise<boolean> {
    this.#touch();
    return this.#ports.tickets.claim(ticketId, this.#ports.clock.nowMs() + limits.ticket.lifeMs);
  }

  /** The alarm: read the log's tail against news that never came, and go on while there is traffic. */
  async woke(): Promise<void> {
    const nowMs = this.#ports.clock.nowMs();
    this.#wakeAtMs = null;
    this.#wake();
    // Before all that may fail, so that one failure does not end the watch.
    if (nowMs < (this.#busyUntilMs ?? 0)) await this.#wakeWithin(limits.room.tailEveryMs);
    this.#answering.woke();
    this.#indexing.woke();
    const [anyone] = this.#ports.peers.all();
    if (anyone) await this.#delivery.catchUp();
    else this.#delivery.rest();
    await this.#ports.tickets.forgetUntil(nowMs);
  }

  #touch(): void {
    this.#wake();
    this.#busyUntilMs = this.#ports.clock.nowMs() + limits.room.quietMs;
    void this.#wakeWithin(limits.room.tailEveryMs);
  }

  /** What a room must do that comes out of hibernation: sockets that were to join still are. */
  #wake(): void {
    if (this.#busyUntilMs !== null) return;
    this.#busyUntilMs = this.#ports.clock.nowMs() + limits.room.quietMs;
    for (const peer of this.#ports.peers.all()) if (peer.state().cursor === null) this.#expectJoin(peer);
    // An answer that was being written when the process died is owed still.
    void this.#answering.settle();
    void this.#indexing.begin();
  }

  /** The host keeps one alarm: the earliest that anything wants. One that is long overdue has been lost. */
  async #wakeWithin(delayMs: number): Promise<void> {
    const nowMs = this.#ports.clock.nowMs();
    const atMs = nowMs + delayMs;
    const setMs = this.#wakeAtMs ?? -Infinity;
    if (setMs > nowMs - limits.room.tailEveryMs && setMs <= atMs) return;
    this.#wakeAtMs = atMs;
    try {
      await this.#ports.clock.wakeAfter(delayMs);
    } catch (error) {
      this.#wakeAtMs = null;
      console.warn(JSON.stringify({ event: 'alarm_not_set', reason: String(error) }));
    }
  }

  #expectJoin(peer: Peer): void {
    this.#joinBy.get(peer.id)?.();
    const close = () => this.#dismiss(peer, closeCodes.noJoin, 'No join in time.');
    this.#joinBy.set(peer.id, this.#ports.clock.after(limits.room.joinWithinMs, close));
  }

  #joinedInTime({ id }: Peer): void {
    this.#joinBy.get(id)?.();
    this.#joinBy.delete(id);
  }

  #endSessions(entries: LogEntry[]): void {
    for (const { endedSession } of entries) {
      if (endedSession === null) continue;
      for (const peer of this.#ports.peers.tagged(sessionTag(endedSession)))
        this.#dismiss(peer, closeCodes.unauthorized, 'The session has ended.');
    }
  }

  #flooded(peer: Peer): void {
    this.#dismiss(peer, closeCodes.tooManyFrames, 'Too many frames.');
  }

  /** Closes a socket; from now on it is as if it were not there, however long it takes to go. */
  #dismiss(peer: Peer, code: CloseCode, reason: string): void {
    const { left } = peer.state();
    if (left) return;
    this.#leave(peer, 'dismissed');
    peer.close(code, reason);
  }

  #leave(peer: Peer, left: 'gone' | 'dismissed'): void {
    this.#joinedInTime(peer);
    this.#throttle.forget(peer.id);
    const state = peer.state();
    peer.setState({ ...state, left });
    if (state.cursor !== null) this.#presence.left(peer);
  }

  async #answer(peer: Peer, decoded: Decoded): Promise<void> {
    if (peer.state().left === 'dismissed') return;
    try {
      if (decoded.ok)
        await within(this.#ports.clock, limits.room.readWithinMs, this.#do(peer, decoded.value));
      else this.#refuse(peer, decoded);
    } catch (error) {
      this.#failed(peer, error, decoded.ok ? headOf(decoded.value) : {});
    }
  }

  #failed(peer: Peer, error: unknown, head: Head): void {
    if (!(error instanceof AppError))
      console.error(JSON.stringify({ event: 'frame_failed', reason: String(error) }));
    if (error instanceof AppError && error.code === 'unauthorized') {
      return this.#dismiss(peer, closeCodes.unauthorized, 'Not authorised, or no longer.');
    }
    peer.send(errorFrame(error, head));
  }

  #refuse(peer: Peer, { reason, message, clientId }: Extract<Decoded, { ok: false }>): void {
    if (reason === 'too_large') return this.#dismiss(peer, closeCodes.frameTooLarge, message);
    if (reason === 'malformed' || peer.state().cursor === null) {
      return this.#dismiss(peer, closeCodes.protocolError, 'Not a frame of the protocol.');
    }
    peer.send(errorFrame(new AppError('invalid_request', { message }), clientId ? { clientId } : {}));
  }

  async #do(peer: Peer, value: ClientFrame): Promise<void> {
    const hasJoined = peer.state().cursor !== null;
    if (hasJoined === (value.type === 'join-tenant')) {
      return this.#dismiss(peer, closeCodes.protocolError, hasJoined ? 'Joined already.' : 'Join first.');
    }
    if (value.type === 'message:new') return this.#send(peer, value);
    if (value.type === 'message:update') return this.#mark(peer, value);
    if (value.type === 'typing') return this.#typing(peer, value);
    if (value.type === 'join-tenant') return this.#join(peer, value);
  }

  #join(peer: Peer, { since = null }: { since?: number | null | undefined }): Promise<void> {
    const store = this.#storeOf(peer.state().principal);
    const joined = () => {
      this.#joinedInTime(peer);
      this.#presence.joined(peer);
      this.#answering.present(peer);
    };
    return join(peer, since, { store, delivery: this.#delivery, joined });
  }

  async #send(peer: Peer, { conversationId, clientId, ...said }: Of<'message:new'>): Promise<void> {
    const { principal } = peer.state();
    if (conversationId === undefined) {
      if (!mayOpen(principal) || principal.kind !== 'visitor') {
        throw new AppError('invalid_request', {
          message: 'conversationId: name the conversation to answer in.',
        });
      }
      const opened = await this.#ports.visitorStore(principal).openConversation({ clientId, ...said });
      peer.send(ackFrame({ clientId }, opened.result));
      return this.#announce(opened);
    }
    const sent = await this.#storeOf(principal).sendMessage(conversationId, { clientId, ...said });
    peer.send(ackFrame({ clientId }, rendered<object>(`{"message":${sent.result}}`)));
    this.#announce(sent);
  }

  async #mark(peer: Peer, { messageId, status }: Of<'message:update'>): Promise<void> {
    const marked = await this.#storeOf(peer.state().principal).markMessage(messageId, status);
    peer.send(ackFrame({}, marked.result));
    this.#announce(marked);
  }

  async #typing(peer: Peer, { conversationId, typing }: Of<'typing'>): Promise<void> {
    const { principal } = peer.state();
    const audience = typingAudience(principal, await this.#visitors.of(conversationId));
    if (audience === null) throw new AppError('not_found');
    const text = frame({ type: 'typing', conversationId, typing, sender: principal.kind });
    for (const other of this.#ports.peers.tagged(audience))
      if (other.state().cursor !== null) other.send(text);
  }

  #announce({ news }: Written<unknown>): void {
    this.#hear({ prev: news.prev, entries: parseLogEntries(news.entries) });
  }

  #storeOf(principal: Principal) {
    return principal.kind === 'operator'
      ? this.#ports.operatorStore(principal)
      : this.#ports.visitorStore(principal);
  }
}
