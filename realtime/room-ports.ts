import { AppError } from '../shared/errors.ts';
import type { TenantId } from '../shared/ids.ts';
import type { EmbeddingModel } from '../shared/answers/embedding-model.ts';
import { understood } from '../shared/answers/meaning.ts';
import type { Model } from '../shared/answers/model.ts';
import type { Question } from '../shared/answers/read-question.ts';
import { settle } from '../shared/answers/settle.ts';
import { botStore } from '../shared/store/bot-store.ts';
import { type DatabaseConfig, openDatabase } from '../shared/store/database.ts';
import { type RoomStore, roomStore } from '../shared/store/room-store.ts';
import { operatorConversations, visitorConversations } from '../shared/store/conversation-stores.ts';
import { parseTenantId } from '../shared/tenant-id.ts';
import { EarlySearches } from './early-searches.ts';
import { indexingPorts } from './indexing-ports.ts';
import type { Peer, PeerState, Ports } from './ports.ts';

/** What both hosts offer a room, in PartyKit's words. */
export type HostConnection = {
  readonly id: string;
  readonly state: unknown;
  setState(state: PeerState): unknown;
  send(text: string): void;
  close(code: number, reason: string): void;
};

export type HostRoom = {
  /** The room's name, which is its tenant's id; throws where the host does not know it. */
  readonly id: string;
  getConnections(tag?: string): Iterable<HostConnection>;
  readonly storage: {
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    list(options: { prefix: string; limit: number }): Promise<Map<string, unknown>>;
    delete(keys: string[]): Promise<unknown>;
    setAlarm(atMs: number): Promise<void>;
  };
};

const ticketPrefix = 'ticket:';
const ticketsPerSweep = 1_024;
/** The most keys that one call to the host's storage deletes. */
const keysPerDelete = 128;

export type RoomConfig = { database: DatabaseConfig; model: Model | null; embedding: EmbeddingModel | null };

/** A room's ports over what its host offers. */
export function roomPorts(host: HostRoom, { database, model, embedding }: RoomConfig): Ports {
  const db = openDatabase(database);
  const tenant = rememberedTenant(host);
  const bot = async () => {
    const tenantId = await tenant();
    return tenantId && botStore(db, tenantId);
  };
  const search = async (question: Question) => {
    const [store, whole] = await Promise.all([bot(), understood(embedding, question)]);
    if (!store) throw new AppError('unavailable');
    return store.find(whole);
  };
  const searches = new EarlySearches(search, () => Date.now());
  const peers: Ports['peers'] = {
    tagged: (tag) => peersOf(host.getConnections(tag)),
    all: () => peersOf(host.getConnections()),
  };
  let log: RoomStore | undefined;
  return {
    peers,
    get log() {
      log ??= roomStore(db, tenantOf(peers));
      return log;
    },
    bot: {
      debts: async (except) => (await bot())?.debts(except) ?? { debts: [], unreadable: [] },
      reply: async (debt, reply) => (await bot())?.reply(debt, reply) ?? null,
      handOff: async (debt, reason, text, unanswered) =>
        (await bot())?.handOff(debt, reason, text, unanswered) ?? null,
    },
    anticipate: (question) => searches.begin(question),
    settle: (debt, ports) => settle(debt, { ...ports, model, find: (question) => searches.find(question) }),
    indexing: embedding && indexingPorts(host.storage, { db, model: embedding, tenant }),
    operatorStore: (operator) => operatorConversations(db, operator),
    visitorStore: (visitor) => visitorConversations(db, visitor),
    clock: {
      nowMs: () => Date.now(),
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      wakeAfter: (delayMs) => host.storage.setAlarm(Date.now() + delayMs),
    },
    tickets: {
      async claim(ticketId, untilMs) {
        const key = ticketPrefix + ticketId;
        if ((await host.storage.get(key)) !== undefined) return false;
        await host.storage.put(key, untilMs);
        return true;
      },
      async forgetUntil(nowMs) {
        const kept = await host.storage.list({ prefix: ticketPrefix, limit: ticketsPerSweep });
        const old = [...kept].filter(([, untilMs]) => Number(untilMs) <= nowMs).map(([key]) => key);
        for (let at = 0; at < old.length; at += keysPerDelete) {
          await host.storage.delete(old.slice(at, at + keysPerDelete));
        }
      },
    },
  };
}

const tenantKey = 'tenant';

/**
 * The room's tenant. Work may be left while nobody is connected, and an alarm that wakes the room from the cold cannot
 * ask every host for its name: so the storage remembers it. Null in a room that never had a tenant.
 */
function rememberedTenant(host: HostRoom): () => Promise<TenantId | null> {
  let known: TenantId | null = null;
  return async () => {
    if (known) return known;
    const named = nameOf(host);
    const stored = named === null ? await host.storage.get(tenantKey) : null;
    if (named !== null) await host.storage.put(tenantKey, named);
    known = named ?? (typeof stored === 'string' ? parseTenantId(stored) : null);
    return known;
  };
}

function nameOf(host: HostRoom): TenantId | null {
  try {
    return parseTenantId(host.id);
  } catch {
    return null;
  }
}

/** A room that an alarm wakes from the cold cannot ask its host for its name: its sockets know whose it is. */
function tenantOf(peers: Ports['peers']): TenantId {
  for (const peer of peers.all()) return peer.state().principal.tenantId;
  throw new AppError('unavailable', { message: 'A room without sockets reads no log.' });
}

function* peersOf(connections: Iterable<HostConnection>): Iterable<Peer> {
  for (const connection of connections) if (isPeerState(connection.state)) yield peerOf(connection);
}

/** A connection as the room sees it; null for one that never came through the handshake. */
export function knownPeer(connection: HostConnection): Peer | null {
  return isPeerState(connection.state) ? peerOf(connection) : null;
}

/** A socket that has just gone swallows what is sent to it. */
function peerOf(connection: HostConnection): Peer {
  return {
    id: connection.id,
    state() {
      if (isPeerState(connection.state)) return connection.state;
      throw new AppError('unauthorized');
    },
    setState: (state) => ignoringGone(() => connection.setState(state)),
    send: (text) => ignoringGone(() => connection.send(text)),
    close: (code, reason) => ignoringGone(() => connection.close(code, reason)),
  };
}

function isPeerState(state: unknown): state is PeerState {
  return typeof state === 'object' && state !== null && 'principal' in state && 'cursor' in state;
}

function ignoringGone(run: () => unknown): void {
  try {
    run();
  } catch {
    // The socket closed meanwhile; what it missed, its next join brings.
  }
}
