import type { Debt, Owed, Settlement } from '../shared/answers/debt.ts';
import { ModelError } from '../shared/answers/model.ts';
import { handOffText, noOwnTexts } from '../shared/answers/texts.ts';
import { AppError } from '../shared/errors.ts';
import { limits } from '../shared/limits.ts';
import type { Principal } from '../shared/principal.ts';
import { type LogEntry, parseLogEntries } from '../shared/protocol/log-entry.ts';
import type { News } from '../shared/store/log.ts';
import { everyOperator, visitorTag } from './access.ts';
import { frame } from './frames.ts';
import type { Peer, Ports } from './ports.ts';
import { Retries } from './retries.ts';

/** An answer under way, with the text so far, so that who joins midway sees it too. */
type Work = { owed: Owed; stop: AbortController; pieces: string[] };

type Room = {
  /** Whether an operator is there to take over. */
  isOnline(): boolean;
  committed(news: { prev: number; entries: LogEntry[] }): void;
  /** Wakes the room (`woke`) after this long at the latest, even if it has left memory by then. */
  wakeWithin(delayMs: number): void;
};

const reading = 'reading';

/**
 * Pays the answers that the bot owes. What is owed stands in the rows, so a room that dies at any step finds it when
 * it wakes; the reply's `client_id` makes it one. An operator who takes over stops the answer that is being written.
 * A debt that cannot be paid is tried again a few times, then handed to a person; it holds up no other.
 */
export class Answering {
  readonly #ports: Ports;
  readonly #room: Room;
  readonly #work = new Map<string, Work>();
  readonly #unpaid = new Retries();
  readonly #unread = new Retries();
  #isReading = false;
  #isStale = false;

  constructor(ports: Ports, room: Room) {
    this.#ports = ports;
    this.#room = room;
  }

  /** The room's alarm. What is under way is watched: should the process die, the next one finds it. */
  woke(): void {
    const nowMs = this.#ports.clock.nowMs();
    if (this.#work.size > 0) this.#room.wakeWithin(limits.room.tailEveryMs);
    for (const retries of [this.#unpaid, this.#unread]) {
      const waitMs = retries.waitMs(nowMs);
      if (waitMs !== null) this.#watch(waitMs);
      if (retries.due(nowMs).length > 0) void this.settle();
    }
  }

  /** Has the alarm see to what waits, should the process die first; it comes no more often than it does anyway. */
  #watch(waitMs: number): void {
    this.#room.wakeWithin(Math.max(waitMs, limits.room.tailEveryMs));
  }

  #wakeAfter(waitMs: number | null): void {
    if (waitMs === null) return;
    this.#watch(waitMs);
    // A timer may be a little early by the clock.
    if (waitMs <= limits.answer.maxRetryMs) this.#ports.clock.after(waitMs + 1, () => this.woke());
  }

  /** News of commits: an answer may be owed, or be owed no more. */
  heard(entries: LogEntry[]): void {
    for (const { frame: event } of entries) {
      if (event?.type === 'conversation:update' && event.conversation.handler === 'human') {
        this.#work.get(event.conversationId)?.stop.abort();
      }
    }
    const owing = entries.filter(({ owes }) => owes);
    for (const question of newestQuestions(owing)) this.#ports.anticipate(question);
    if (owing.length > 0) void this.settle();
  }

  /** Reads what is owed and begins with what is not yet under way. */
  async settle(): Promise<void> {
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#read();
      }
      this.#unread.forget(reading);
    } catch (error) {
      console.warn(JSON.stringify({ event: 'debts_unread', reason: String(error) }));
      this.#readLater(error);
    } finally {
      this.#isReading = false;
    }
  }

  async #read(): Promise<void> {
    const asOfMs = this.#ports.clock.nowMs();
    const { debts, unreadable } = await this.#ports.bot.debts(this.#unpaid.waiting(asOfMs));
    const owed = new Set([...debts, ...unreadable].map(({ messageId }) => messageId));
    for (const messageId of this.#unpaid.due(asOfMs))
      if (!owed.has(messageId)) this.#unpaid.forget(messageId);
    for (const debt of debts) this.#begin(debt, debt);
    for (const each of unreadable) this.#begin(each, null);
  }

  /** A database that cannot be reached is waited for; what it cannot say waits for news after a few tries. */
  #readLater(error: unknown): void {
    const isUnreachable = error instanceof AppError && error.code === 'unavailable';
    const { maxUnreachableMs: maxMs, tries } = limits.answer;
    const waitMs = this.#unread.failed(reading, this.#ports.clock.nowMs(), {
      maxMs,
      ...(isUnreachable ? {} : { maxTimes: tries }),
    });
    this.#wakeAfter(waitMs);
  }

  /** Shows a socket that has just joined the answers that are being written for it to see. */
  present(peer: Peer): void {
    const { principal } = peer.state();
    for (const work of this.#work.values()) {
      if (!maySee(principal, work.owed)) continue;
      for (const [index, text] of work.pieces.entries()) peer.send(delta(work.owed, index, text));
    }
  }

  /** Begins to pay; of a debt that cannot be read there is no more than where it is owed. */
  #begin(owed: Owed, debt: Debt | null): void {
    if (this.#work.has(owed.conversationId) || this.#work.size >= limits.answer.atOnce) return;
    const work: Work = { owed, stop: new AbortController(), pieces: [] };
    this.#work.set(owed.conversationId, work);
    this.#room.wakeWithin(limits.room.tailEveryMs);
    void this.#pay(work, debt).then(() => {
      this.#work.delete(owed.conversationId);
      // A message that came meanwhile is owed an answer of its own.
      void this.settle();
    });
  }

  async #pay(work: Work, debt: Debt | null): Promise<void> {
    const { owed } = work;
    try {
      const isTried = this.#unpaid.times(owed.messageId) >= limits.answer.tries;
      const news = debt === null || isTried ? await this.#giveUp(owed, debt) : await this.#settle(work, debt);
      if (news) this.#room.committed({ prev: news.prev, entries: parseLogEntries(news.entries) });
      this.#unpaid.forget(owed.messageId);
    } catch (error) {
      if (error instanceof ModelError && error.reason === 'cancelled') return;
      this.#payLater(owed, error);
      if (this.#unpaid.times(owed.messageId) === limits.answer.tries) await this.#pay(work, debt);
    }
  }

  #payLater({ messageId }: Owed, error: unknown): void {
    const { maxRetryMs: maxMs, tries } = limits.answer;
    const waitMs = this.#unpaid.failed(messageId, this.#ports.clock.nowMs(), { maxMs, maxTimes: 2 * tries });
    const event = waitMs === null ? 'answer_given_up' : 'answer_failed';
    console.warn(
      JSON.stringify({ event, messageId, times: this.#unpaid.times(messageId), reason: String(error) }),
    );
    this.#wakeAfter(waitMs);
  }

  async #settle(work: Work, debt: Debt): Promise<News | null> {
    const settlement = await this.#ports.settle(debt, {
      signal: work.stop.signal,
      writing: { begin: () => this.#rewrite(work), add: (text) => this.#write(work, text) },
    });
    return this.#commit(debt, settlement);
  }

  #commit(debt: Debt, settlement: Settlement): Promise<News | null> {
    if (settlement.kind === 'hand-off') {
      const isOnline = this.#room.isOnline();
      const text = handOffText(debt, settlement.reason, { isOnline });
      return this.#ports.bot.handOff(debt, settlement.reason, text, settlement.unanswered);
    }
    const { content, citations } = settlement;
    return this.#ports.bot.reply(debt, { sender: 'bot', name: debt.settings.name, content, citations });
  }

  #giveUp(owed: Owed, debt: Debt | null): Promise<News | null> {
    const text = handOffText(debt ?? noOwnTexts, 'outage', { isOnline: this.#room.isOnline() });
    return this.#ports.bot.handOff(owed, 'outage', text);
  }

  /** A new attempt: its first piece has index 0, which tells clients to drop what they have. */
  #rewrite(work: Work): void {
    work.pieces = [];
  }

  #write(work: Work, text: string): void {
    const piece = delta(work.owed, work.pieces.length, text);
    work.pieces.push(text);
    for (const tag of [everyOperator, visitorTag(work.owed.visitorId)]) {
      for (const peer of this.#ports.peers.tagged(tag)) if (peer.state().cursor !== null) peer.send(piece);
    }
  }
}

/** What visitors said last, by the news: what they said before it is owed no answer of its own. */
function newestQuestions(owing: LogEntry[]): Iterable<string> {
  const said = owing.flatMap(({ frame: event }) =>
    event?.type === 'message:new' && event.message.sender === 'visitor' ? [event] : [],
  );
  return new Map(said.map((event) => [event.conversationId, event.message.content])).values();
}

function maySee(principal: Principal, { visitorId }: Owed): boolean {
  return principal.kind === 'operator' || principal.visitorId === visitorId;
}

function delta({ conversationId, messageId }: Owed, index: number, text: string): string {
  return frame({ type: 'message:delta', conversationId, replyTo: messageId, index, text });
}
