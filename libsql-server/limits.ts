/** Every bound of the server in one place; `startLibsqlServer({ limits })` may override single ones. */
export type Limits = {
  bodyBytes: number;
  pipelineRequests: number;
  batchSteps: number;
  conditionDepth: number;
  conditionNodes: number;
  sqlChars: number;
  storedSqls: number;
  storedSqlChars: number;
  resultRows: number;
  resultBytes: number;
  pipelineResultBytes: number;
  openStreams: number;
  streamIdleMs: number;
  transactionMs: number;
  pipelineMs: number;
  writeWaitMs: number;
  waitingWriters: number;
  httpConnections: number;
  httpHeaderBytes: number;
  httpHeadersMs: number;
  httpRequestMs: number;
  httpKeepAliveMs: number;
  httpTimeoutCheckMs: number;
  stopMs: number;
  busyMs: number;
  cachedStatements: number;
  cachedSqlChars: number;
  idleConnections: number;
  sqliteCacheKib: number;
  sqliteSoftHeapBytes: number;
  sqliteHardHeapBytes: number;
  walKeptBytes: number;
};

const MIB = 1024 * 1024;

/** The limits a server runs with; stream expiry, transaction time and result size are sqld's. */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 16 * MIB,
  pipelineRequests: 1_000,
  batchSteps: 10_000,
  conditionDepth: 32,
  conditionNodes: 100_000,
  sqlChars: MIB,
  storedSqls: 100,
  storedSqlChars: MIB,
  resultRows: 250_000,
  resultBytes: 10_000_000,
  pipelineResultBytes: 32_000_000,
  openStreams: 128,
  streamIdleMs: 10_000,
  transactionMs: 5_000,
  pipelineMs: 30_000,
  // Longer than transactionMs, so one stuck transaction does not fail the writers behind it.
  writeWaitMs: 10_000,
  waitingWriters: 1_000,
  httpConnections: 2_000,
  httpHeaderBytes: 16_384,
  httpHeadersMs: 10_000,
  httpRequestMs: 30_000,
  // Longer than any client keeps an idle connection, or a request could meet a closing socket.
  httpKeepAliveMs: 75_000,
  httpTimeoutCheckMs: 2_000,
  stopMs: 10_000,
  // Only another process can make SQLite itself busy; the wait blocks the event loop, so it is short.
  busyMs: 250,
  cachedStatements: 256,
  cachedSqlChars: 16_384,
  idleConnections: 8,
  sqliteCacheKib: 4_096,
  sqliteSoftHeapBytes: 192 * MIB,
  sqliteHardHeapBytes: 512 * MIB,
  walKeptBytes: 64 * MIB,
};
