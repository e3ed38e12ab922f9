import { limits } from '../shared/limits.ts';
import type { Principal } from '../shared/principal.ts';
import { everyOperator, everyVisitor, visitorTag } from './access.ts';
import { frame } from './frames.ts';
import type { Cancel, Peer, Ports } from './ports.ts';

const visitorsPerFrame = 500;

/** What is there or is not: the operators together, each of them, each visitor. */
type Who = {
  key: string;
  /** Its sockets are those of this tag that are also `isOf` it. */
  tag: string;
  isOf(principal: Principal): boolean;
  /** Who is told, and what. */
  audience: string;
  told(online: boolean): string;
};

function whosOf(principal: Principal): Who[] {
  if (principal.kind === 'visitor') {
    const tag = visitorTag(principal.visitorId);
    const told = (online: boolean) =>
      frame({ type: 'presence', visitors: [{ id: principal.visitorId, online }] });
    return [{ key: tag, tag, isOf: () => true, audience: everyOperator, told }];
  }
  const { userId } = principal;
  return [
    {
      key: everyOperator,
      tag: everyOperator,
      isOf: () => true,
      audience: everyVisitor,
      told: (online) => frame({ type: 'presence', operators: { online } }),
    },
    {
      key: `operator:${userId}`,
      tag: everyOperator,
      isOf: (other) => other.kind === 'operator' && other.userId === userId,
      audience: everyOperator,
      told: (online) => frame({ type: 'presence', team: [{ id: userId, online }] }),
    },
  ];
}

/**
 * Who is there: visitors learn whether an operator is, operators which visitors and colleagues are. The sockets are
 * its only memory, but for those who left a moment ago and may come back.
 */
export class Presence {
  readonly #peers: Ports['peers'];
  readonly #clock: Ports['clock'];
  readonly #leaving = new Map<string, { principal: Principal; cancel: Cancel }>();

  constructor({ peers, clock }: Pick<Ports, 'peers' | 'clock'>) {
    this.#peers = peers;
    this.#clock = clock;
  }

  /** A socket has joined: it learns who is there, and the others of it, if it is the first. */
  joined(peer: Peer): void {
    const { principal } = peer.state();
    const whos = whosOf(principal);
    const isNew = whos.map((who) => !this.#comesBack(who) && !this.#isHere(who, peer));
    for (const text of this.#present(principal)) peer.send(text);
    whos.forEach((who, at) => isNew[at] && this.#tell(who, { online: true, except: peer }));
  }

  /** A joined socket has gone: if nobody takes its place soon, the others learn it. */
  left(peer: Peer): void {
    const { principal } = peer.state();
    for (const who of whosOf(principal)) {
      if (this.#isHere(who, peer) || this.#leaving.has(who.key)) continue;
      const cancel = this.#clock.after(limits.room.presenceGraceMs, () => {
        this.#leaving.delete(who.key);
        if (!this.#isHere(who, peer)) this.#tell(who, { online: false, except: peer });
      });
      this.#leaving.set(who.key, { principal, cancel });
    }
  }

  /** Whether an operator is there, or left a moment ago and may come back. */
  hasOperator(): boolean {
    return this.#leaving.has(everyOperator) || this.isThere(everyOperator);
  }

  /** Whether a joined socket of this tag is there. */
  isThere(tag: string): boolean {
    return !this.#joinedPeers(tag).next().done;
  }

  /** Whether it left a moment ago only; then it has not left at all. */
  #comesBack({ key }: Who): boolean {
    this.#leaving.get(key)?.cancel();
    return this.#leaving.delete(key);
  }

  #tell({ audience, told }: Who, { online, except }: { online: boolean; except: Peer }): void {
    const text = told(online);
    for (const peer of this.#joinedPeers(audience)) if (peer.id !== except.id) peer.send(text);
  }

  #isHere({ tag, isOf }: Who, except: Peer): boolean {
    for (const peer of this.#joinedPeers(tag))
      if (peer.id !== except.id && isOf(peer.state().principal)) return true;
    return false;
  }

  *#joinedPeers(tag: string): Generator<Peer> {
    for (const peer of this.#peers.tagged(tag)) if (peer.state().cursor !== null) yield peer;
  }

  #present(principal: Principal): string[] {
    if (principal.kind === 'visitor') {
      return [frame({ type: 'presence', operators: { online: this.hasOperator() } })];
    }
    const team = this.#idsOf(everyOperator, (one) => (one.kind === 'operator' ? one.userId : null));
    const visitors = this.#idsOf(everyVisitor, (one) => (one.kind === 'visitor' ? one.visitorId : null));
    const frames = [frame({ type: 'presence', visitors: visitors.slice(0, visitorsPerFrame), team })];
    for (let at = visitorsPerFrame; at < visitors.length; at += visitorsPerFrame) {
      frames.push(frame({ type: 'presence', visitors: visitors.slice(at, at + visitorsPerFrame) }));
    }
    return frames;
  }

  /** Each of a kind that is there, or left a moment ago. */
  #idsOf(tag: string, idOf: (principal: Principal) => string | null): { id: string; online: true }[] {
    const here = [...this.#joinedPeers(tag)].map((peer) => peer.state());
    const ids = new Set([...here, ...this.#leaving.values()].map(({ principal }) => idOf(principal)));
    return [...ids].flatMap((id) => (id === null ? [] : [{ id, online: true }]));
  }
}
