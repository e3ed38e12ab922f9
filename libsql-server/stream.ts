import type { Connection } from './connection.ts';
import type { Engine } from './engine.ts';
import { StatementError } from './errors.ts';
import { StoredSql } from './stored-sql.ts';

/** One client's session: a connection from its first use on, its stored SQL, and its transaction's time limit. */
export class Stream {
  readonly sqls: StoredSql;
  readonly #engine: Engine;
  #connection: Connection | undefined;
  #timer: NodeJS.Timeout | undefined;
  #hasTimedOut = false;
  #isClosed = false;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.sqls = new StoredSql(engine.limits);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get holdsGate(): boolean {
    return this.#engine.gate.isHeldBy(this);
  }

  get isAutocommit(): boolean {
    return this.#connection?.inTransaction !== true;
  }

  /** The stream's connection; throws StatementError on a closed stream or after its transaction ran out of time. */
  connection(): Connection {
    if (this.#isClosed)
      throw new StatementError('STREAM_CLOSED', 'The stream was closed by an earlier request');
    if (this.#hasTimedOut) throw new StatementError('TRANSACTION_TIMEOUT', 'Transaction timed out');
    this.#connection ??= this.#engine.pool.acquire();
    return this.#connection;
  }

  /** Waits for the write lock; resolves to false when it could not be had in time. */
  enterGate(): Promise<boolean> {
    return this.#engine.gate.enter(this);
  }

  /** To be called after each pipeline: passes the write lock on, or starts the clock of a transaction left open. */
  settle(): void {
    if (this.isAutocommit) {
      this.#stopClock();
      this.#engine.gate.leave(this);
    } else if (this.#timer === undefined) {
      this.#timer = setTimeout(() => this.#timeOut(), this.#engine.limits.transactionMs);
    }
  }

  /** Rolls back what is open and gives the connection back; the stream cannot be used again. */
  close(): void {
    this.#isClosed = true;
    this.#stopClock();
    this.#giveBack();
  }

  #timeOut(): void {
    this.#hasTimedOut = true;
    this.#giveBack();
  }

  #giveBack(): void {
    if (this.#connection !== undefined) this.#engine.pool.release(this.#connection);
    this.#connection = undefined;
    this.#engine.gate.leave(this);
  }

  #stopClock(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
