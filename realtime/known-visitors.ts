import { limits } from '../shared/limits.ts';
import type { Ports } from './ports.ts';

/** Whose a conversation is, remembered so that typing costs no query. */
export class KnownVisitors {
  readonly #ports: Pick<Ports, 'log'>;
  readonly #visitorOf = new Map<string, string>();

  constructor(ports: Pick<Ports, 'log'>) {
    this.#ports = ports;
  }

  /** The visitor of a conversation of the tenant's; null where there is no such conversation. */
  async of(conversationId: string): Promise<string | null> {
    const known = this.#visitorOf.get(conversationId);
    if (known !== undefined) return known;
    const visitorId = await this.#ports.log.visitorOf(conversationId);
    if (visitorId === null) return null;
    if (this.#visitorOf.size >= limits.room.knownConversations) this.#visitorOf.clear();
    this.#visitorOf.set(conversationId, visitorId);
    return visitorId;
  }
}
