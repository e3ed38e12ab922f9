import type { Token } from './sql-tokens.ts';

const READ = new Set([
  'TABLE_LIST',
  'INDEX_LIST',
  'TABLE_INFO',
  'TABLE_XINFO',
  'INDEX_INFO',
  'INDEX_XINFO',
  'PRAGMA_LIST',
  'COMPILE_OPTIONS',
  'DATABASE_LIST',
  'FUNCTION_LIST',
  'MODULE_LIST',
  'FOREIGN_KEY_LIST',
  'FOREIGN_KEY_CHECK',
  'COLLATION_LIST',
  'DATA_VERSION',
  'FREELIST_COUNT',
  'INTEGRITY_CHECK',
  'PAGE_COUNT',
  'QUICK_CHECK',
  'ENCODING',
]);

const CONNECTION_STATE = new Set(['FOREIGN_KEYS', 'DEFER_FOREIGN_KEYS']);

const READ_WITHOUT_VALUE = new Set([
  'ANALYSIS_LIMIT',
  'APPLICATION_ID',
  'AUTO_VACUUM',
  'AUTOMATIC_INDEX',
  'BUSY_TIMEOUT',
  'CACHE_SIZE',
  'CACHE_SPILL',
  'CELL_SIZE_CHECK',
  'CHECKPOINT_FULLFSYNC',
  'FULLFSYNC',
  'HARD_HEAP_LIMIT',
  'JOURNAL_MODE',
  'JOURNAL_SIZE_LIMIT',
  'LEGACY_ALTER_TABLE',
  'LOCKING_MODE',
  'MAX_PAGE_COUNT',
  'MMAP_SIZE',
  'PAGE_SIZE',
  'QUERY_ONLY',
  'READ_UNCOMMITTED',
  'RECURSIVE_TRIGGERS',
  'REVERSE_UNORDERED_SELECTS',
  'SCHEMA_VERSION',
  'SECURE_DELETE',
  'SOFT_HEAP_LIMIT',
  'SYNCHRONOUS',
  'TEMP_STORE',
  'THREADS',
  'TRUSTED_SCHEMA',
  'WAL_AUTOCHECKPOINT',
]);

export type PragmaKind = 'read' | 'write' | 'connection' | 'refused';

/** What a PRAGMA does, by sqld's list; one that would change how the server runs is refused. */
export function pragmaKind(tokens: readonly Token[], at: number): PragmaKind {
  const qualified = tokens[at + 2]?.text === '.';
  const nameAt = at + (qualified ? 3 : 1);
  const name = tokens[nameAt]?.text.toUpperCase() ?? '';
  const hasValue = tokens.length > nameAt + 1;
  if (READ.has(name)) return 'read';
  if (CONNECTION_STATE.has(name)) return hasValue ? 'connection' : 'read';
  if (name === 'USER_VERSION') return hasValue ? 'write' : 'read';
  return READ_WITHOUT_VALUE.has(name) && !hasValue ? 'read' : 'refused';
}
