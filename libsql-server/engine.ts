import type { Analysis } from './sql-analysis.ts';
import { analyseOne } from './sql-analysis.ts';
import { ConnectionPool } from './connection-pool.ts';
import type { Limits } from './limits.ts';
import { LruCache } from './lru-cache.ts';
import { WalSync } from './wal-sync.ts';
import { WriteGate } from './write-gate.ts';

const ANALYSES_PER_CONNECTION_CACHE = 4;

/** What all streams share: the connections, the one write lock, the fsyncs and what is known of SQL texts. */
export class Engine {
  readonly limits: Limits;
  readonly pool: ConnectionPool;
  readonly gate: WriteGate;
  readonly wal: WalSync;
  readonly #analyses: LruCache<Analysis>;

  /** Opens the database file, or makes it; throws when it cannot. */
  constructor(file: string, limits: Limits) {
    this.limits = limits;
    this.pool = new ConnectionPool(file, limits);
    this.gate = new WriteGate(limits);
    this.#analyses = new LruCache(limits.cachedStatements * ANALYSES_PER_CONNECTION_CACHE);
    const first = this.pool.acquire();
    first.warmUp();
    this.pool.release(first);
    this.wal = new WalSync(`${file}-wal`);
  }

  /** Analyses one statement, or finds it analysed; throws StatementError. */
  analyse(sql: string): Analysis {
    const known = this.#analyses.get(sql);
    if (known !== undefined) return known;
    const analysis = analyseOne(sql);
    if (sql.length <= this.limits.cachedSqlChars) this.#analyses.set(sql, analysis);
    return analysis;
  }

  close(): void {
    this.pool.close();
    this.wal.close();
  }
}
