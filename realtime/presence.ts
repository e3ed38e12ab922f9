import { limits } from '../shared/limits.ts';
import type { Principal } from '../shared/principal.ts';
import { everyOperator, everyVisitor, visitorTag } from './access.ts';
import { frame } from './frames.ts';
import type { Cancel, Peer, Ports } from './ports.ts';

const visitorsPerFrame = 500;

/** Whoever counts as one presence: the operators together, each visitor alone. */
function tagOf(principal: Principal): string {
  return principal.kind === 'operator' ? everyOperator : visitorTag(principal.visitorId);
}

/**
 * Who is there: visitors learn whether an operator is, operators which visitors are. The sockets are its only memory,
 * but for those who left a moment ago and may come back.
 */
export class Presence {
  readonly #peers: Ports['peers'];
  readonly #clock: Ports['clock'];
  readonly #leaving = new Map<string, { principal: Principal; cancel: Cancel }>();

  constructor({ peers, clock }: Pick<Ports, 'peers' | 'clock'>) {
    this.#peers = peers;
    this.#clock = clock;
  }

  /** A socket has joined: it learns who is there, and the other side of it, if it is the first. */
  joined(peer: Peer): void {
    const { principal } = peer.state();
    const tag = tagOf(principal);
    const leaving = this.#leaving.get(tag);
    leaving?.cancel();
    this.#leaving.delete(tag);
    for (const text of this.#present(principal)) peer.send(text);
    if (!leaving && !this.isThere(tag, peer)) this.#tell(principal, { online: true });
  }

  /** A joined socket has gone: if nobody takes its place soon, the other side learns it. */
  left(peer: Peer): void {
    const { principal } = peer.state();
    const tag = tagOf(principal);
    if (this.isThere(tag, peer) || this.#leaving.has(tag)) return;
    const cancel = this.#clock.after(limits.room.presenceGraceMs, () => {
      this.#leaving.delete(tag);
      if (!this.isThere(tag, peer)) this.#tell(principal, { online: false });
    });
    this.#leaving.set(tag, { principal, cancel });
  }

  #tell(principal: Principal, { online }: { online: boolean }): void {
    const [audience, text] =
      principal.kind === 'operator'
        ? [everyVisitor, frame({ type: 'presence', operators: { online } })]
        : [everyOperator, frame({ type: 'presence', visitors: [{ id: principal.visitorId, online }] })];
    for (const peer of this.#joinedPeers(audience)) peer.send(text);
  }

  /** Whether a joined socket of this tag is there, other than `except`. */
  isThere(tag: string, except?: Peer): boolean {
    for (const peer of this.#joinedPeers(tag)) if (peer.id !== except?.id) return true;
    return false;
  }

  *#joinedPeers(tag: string): Iterable<Peer> {
    for (const peer of this.#peers.tagged(tag)) if (peer.state().cursor !== null) yield peer;
  }

  #present(principal: Principal): string[] {
    if (principal.kind === 'visitor') {
      const online = this.#leaving.has(everyOperator) || this.isThere(everyOperator);
      return [frame({ type: 'presence', operators: { online } })];
    }
    const ids = new Set<string>();
    for (const peer of this.#joinedPeers(everyVisitor)) addVisitor(ids, peer.state().principal);
    for (const leaving of this.#leaving.values()) addVisitor(ids, leaving.principal);
    const visitors = [...ids].map((id) => ({ id, online: true }));
    const frames: string[] = [];
    for (let at = 0; at < Math.max(1, visitors.length); at += visitorsPerFrame) {
      frames.push(frame({ type: 'presence', visitors: visitors.slice(at, at + visitorsPerFrame) }));
    }
    return frames;
  }
}

function addVisitor(ids: Set<string>, principal: Principal): void {
  if (principal.kind === 'visitor') ids.add(principal.visitorId);
}
