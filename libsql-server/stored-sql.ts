import type { SqlSource } from './decode-request.ts';
import { StatementError } from './errors.ts';
import type { Limits } from './limits.ts';

/** The SQL texts a client stored on its stream with `store_sql`. */
export class StoredSql {
  readonly #texts = new Map<number, string>();
  readonly #limits: Limits;
  #chars = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Stores a text; throws StatementError when the number is taken or the store is full. */
  store(id: number, sql: string): void {
    if (this.#texts.has(id)) throw new StatementError('SQL_STORE_EXISTS', `SQL text ${id} is already stored`);
    if (this.#texts.size >= this.#limits.storedSqls) {
      throw new StatementError(
        'SQL_STORE_TOO_MANY',
        `The server already stores ${this.#texts.size} SQL texts, it cannot store more`,
      );
    }
    if (this.#chars + sql.length > this.#limits.storedSqlChars) {
      throw new StatementError(
        'SQL_STORE_TOO_LARGE',
        'The SQL texts of this stream are too large to be stored',
      );
    }
    this.#texts.set(id, sql);
    this.#chars += sql.length;
  }

  forget(id: number): void {
    this.#chars -= this.#texts.get(id)?.length ?? 0;
    this.#texts.delete(id);
  }

  /** The text itself; throws StatementError when nothing is stored under the number. */
  text(source: SqlSource): string {
    if (typeof source === 'string') return source;
    const sql = this.#texts.get(source);
    if (sql === undefined)
      throw new StatementError('SQL_NOT_FOUND', `SQL text ${source} is not stored on this stream`);
    return sql;
  }
}
