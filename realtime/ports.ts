import type { Operator, Principal, Visitor } from '../shared/principal.ts';
import type { Debt, Settlement } from '../shared/answers/debt.ts';
import type { SettlePorts } from '../shared/answers/settle.ts';
import type { BotStore } from '../shared/store/bot-store.ts';
import type { RoomStore } from '../shared/store/room-store.ts';
import type { ConversationStore } from '../shared/store/conversation-stores.ts';
import type { IndexingPorts } from './indexing.ts';

/** What a socket carries through hibernation; at most 2 KB as JSON. */
export type PeerState = {
  principal: Principal;
  /** The newest event it has been sent or need not be sent; null until it has joined. */
  cursor: number | null;
  /** How far the room itself had come when this was written: a socket may have joined ahead of it. */
  roomCursor: number;
  /** `gone`: its socket has closed. `dismissed`: the room closed it, and does nothing more that it asks for. */
  left?: 'gone' | 'dismissed';
};

/** One socket, as the room sees it. */
export type Peer = {
  id: string;
  state(): PeerState;
  setState(state: PeerState): void;
  send(text: string): void;
  close(code: number, reason: string): void;
};

/** What operators and visitors do alike, each within its own scope. */
export type ConversationVerbs = Pick<
  ConversationStore,
  'sendMessage' | 'markMessage' | 'listEvents' | 'currentCursor'
>;

export type Cancel = () => void;

export type Ports = {
  /** The sockets that are open, of a tag or all. */
  peers: { tagged(tag: string): Iterable<Peer>; all(): Iterable<Peer> };
  /** The log of this room's own tenant. */
  log: RoomStore;
  /** What the tenant's bot owes, and where it pays. */
  bot: Pick<BotStore, 'debts' | 'reply' | 'handOff'>;
  /** Begins to search for what a question asks, before it is known what is owed for it. */
  anticipate(question: string): void;
  /** Finds out what becomes of a debt: an answer, written as it comes, or a person. */
  settle(debt: Debt, ports: Pick<SettlePorts, 'signal' | 'writing'>): Promise<Settlement>;
  /** What embeds the knowledge; null where it is searched by words alone. */
  indexing: IndexingPorts | null;
  operatorStore(operator: Operator): ConversationVerbs;
  visitorStore(visitor: Visitor): ConversationVerbs & Pick<ConversationStore, 'openConversation'>;
  clock: {
    nowMs(): number;
    /** Runs once, unless cancelled or the process dies first. A pending one keeps the room from hibernating. */
    after(delayMs: number, run: () => void): Cancel;
    /** Wakes the room (`Room.woke`), even if it has left memory by then. */
    wakeAfter(delayMs: number): Promise<void>;
  };
  /** Tickets that have been used; the memory outlives the process. */
  tickets: {
    claim(ticketId: string, untilMs: number): Promise<boolean>;
    forgetUntil(nowMs: number): Promise<void>;
  };
};
