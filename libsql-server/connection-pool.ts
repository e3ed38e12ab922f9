import type { SchemaClock } from './connection.ts';
import { Connection } from './connection.ts';
import type { Limits } from './limits.ts';

/** Hands out connections, the last used first because its compiled statements are warm. */
export class ConnectionPool {
  readonly #file: string;
  readonly #limits: Limits;
  readonly #idle: Connection[] = [];
  readonly #clock: SchemaClock = { now: 0 };

  constructor(file: string, limits: Limits) {
    this.#file = file;
    this.#limits = limits;
  }

  acquire(): Connection {
    return this.#idle.pop() ?? new Connection(this.#file, this.#limits, this.#clock);
  }

  /** Takes a connection back; an open transaction on it is rolled back. */
  release(connection: Connection): void {
    connection.reset();
    if (this.#idle.length < this.#limits.idleConnections) this.#idle.push(connection);
    else connection.close();
  }

  /** Moves the write-ahead log into the file and closes what is idle. */
  close(): void {
    const connection = this.acquire();
    connection.checkpoint();
    connection.close();
    for (const idle of this.#idle.splice(0)) idle.close();
  }
}
