import type { Debt, Settlement } from '../shared/answers/debt.ts';
import { ModelError } from '../shared/answers/model.ts';
import { handOffText } from '../shared/answers/texts.ts';
import { limits } from '../shared/limits.ts';
import type { Principal } from '../shared/principal.ts';
import { type LogEntry, parseLogEntries } from '../shared/protocol/log-entry.ts';
import type { News } from '../shared/store/log.ts';
import { everyOperator, visitorTag } from './access.ts';
import { frame } from './frames.ts';
import type { Peer, Ports } from './ports.ts';

/** An answer under way, with the text so far, so that who joins midway sees it too. */
type Work = { debt: Debt; stop: AbortController; pieces: string[] };

type Room = {
  /** Whether an operator is there to take over. */
  isOnline(): boolean;
  committed(news: { prev: number; entries: LogEntry[] }): void;
};

/**
 * Pays the answers that the bot owes. What is owed stands in the rows, so a room that dies at any step finds it when
 * it wakes; the reply's `client_id` makes it one. An operator who takes over stops the answer that is being written.
 */
export class Answering {
  readonly #ports: Ports;
  readonly #room: Room;
  readonly #work = new Map<string, Work>();
  #isReading = false;
  #isStale = false;

  constructor(ports: Ports, room: Room) {
    this.#ports = ports;
    this.#room = room;
  }

  /** Whether there is reason to look again soon. */
  get isBusy(): boolean {
    return this.#work.size > 0 || this.#isStale;
  }

  /** News of commits: an answer may be owed, or be owed no more. */
  heard(entries: LogEntry[]): void {
    for (const { frame: event } of entries) {
      if (event?.type === 'conversation:update' && event.conversation.handler === 'human') {
        this.#work.get(event.conversationId)?.stop.abort();
      }
    }
    if (entries.some(({ owes }) => owes)) void this.settle();
  }

  /** Reads what is owed and begins with what is not yet under way. A failure leaves it to the next alarm. */
  async settle(): Promise<void> {
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        for (const debt of await this.#ports.bot.debts()) this.#begin(debt);
      }
    } catch (error) {
      this.#isStale = true;
      console.warn(JSON.stringify({ event: 'debts_unread', reason: String(error) }));
    } finally {
      this.#isReading = false;
    }
  }

  /** Shows a socket that has just joined the answers that are being written for it to see. */
  present(peer: Peer): void {
    const { principal } = peer.state();
    for (const work of this.#work.values()) {
      if (!maySee(principal, work.debt)) continue;
      for (const [index, text] of work.pieces.entries()) peer.send(delta(work.debt, index, text));
    }
  }

  #begin(debt: Debt): void {
    if (this.#work.has(debt.conversationId) || this.#work.size >= limits.answer.atOnce) return;
    const work: Work = { debt, stop: new AbortController(), pieces: [] };
    this.#work.set(debt.conversationId, work);
    void this.#pay(work).then((isPaid) => {
      this.#work.delete(debt.conversationId);
      // A message that came meanwhile is owed an answer of its own; what failed waits for the next alarm.
      if (isPaid) void this.settle();
      else this.#isStale = true;
    });
  }

  async #pay(work: Work): Promise<boolean> {
    const { debt } = work;
    try {
      const settlement = await this.#ports.settle(debt, {
        signal: work.stop.signal,
        writing: { begin: () => this.#rewrite(work), add: (text) => this.#write(work, text) },
      });
      const news = await this.#commit(debt, settlement);
      if (news) this.#room.committed({ prev: news.prev, entries: parseLogEntries(news.entries) });
      return true;
    } catch (error) {
      if (error instanceof ModelError && error.reason === 'cancelled') return true;
      console.warn(JSON.stringify({ event: 'answer_failed', reason: String(error) }));
      return false;
    }
  }

  #commit(debt: Debt, settlement: Settlement): Promise<News | null> {
    const { settings } = debt;
    if (settlement.kind === 'hand-off') {
      const isOnline = this.#room.isOnline();
      return this.#ports.bot.handOff(debt, handOffText(settings, settlement.reason, { isOnline }));
    }
    const { content, citations } = settlement;
    return this.#ports.bot.reply(debt, { sender: 'bot', name: settings.name, content, citations });
  }

  /** A new attempt: its first piece has index 0, which tells clients to drop what they have. */
  #rewrite(work: Work): void {
    work.pieces = [];
  }

  #write(work: Work, text: string): void {
    const piece = delta(work.debt, work.pieces.length, text);
    work.pieces.push(text);
    for (const tag of [everyOperator, visitorTag(work.debt.visitorId)]) {
      for (const peer of this.#ports.peers.tagged(tag)) if (peer.state().cursor !== null) peer.send(piece);
    }
  }
}

function maySee(principal: Principal, { visitorId }: Debt): boolean {
  return principal.kind === 'operator' || principal.visitorId === visitorId;
}

function delta({ conversationId, messageId }: Debt, index: number, text: string): string {
  return frame({ type: 'message:delta', conversationId, replyTo: messageId, index, text });
}
