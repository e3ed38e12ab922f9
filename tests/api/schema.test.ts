import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openDirect } from '../support/database.ts';

const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });

/** What is nobody's: the tenants themselves, attempts by address or account, sentences of ours, drizzle's own book. */
const platformTables = ['__drizzle_migrations', 'attempts', 'reference_vectors', 'tenants'];
/** An e-mail signs in without naming a tenant, so it is unique among all of them. */
const platformIndexes = new Set(['users_email_key_unique']);
/** Full-text indexes and views of them; their own tables below them are SQLite's. */
const searchTables = [
  'messages_fts',
  'messages_vocabulary',
  'passages_fts',
  'passages_places',
  'passages_vocabulary',
];

type Table = { name: string; sql: string };
let tables: Table[] = [];
let tenantTables: string[] = [];
const named = (rows: Record<string, unknown>[]) => rows.map((row) => String(row['name']));

beforeAll(async () => {
  const rows = await direct.rows(`SELECT name, sql FROM sqlite_master WHERE type = 'table'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`);
  tables = rows.map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
  const isSearch = (name: string) =>
    searchTables.some((each) => name === each || name.startsWith(`${each}_`));
  tenantTables = named(tables).filter((name) => !platformTables.includes(name) && !isSearch(name));
});

const columnsOf = (table: string) => direct.rows('SELECT * FROM pragma_table_info(?)', table);
async function keysOf(table: string) {
  const rows = await direct.rows('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq', table);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((parts) => ({
    parent: String(parts[0]?.['table']),
    from: parts.map(({ from }) => from),
    to: parts.map(({ to }) => to),
    onDelete: parts[0]?.['on_delete'],
  }));
}

describe('every table of the migrated database', () => {
  it('is a tenant’s, or of the few that are nobody’s', () => {
    expect(tenantTables.length).toBeGreaterThanOrEqual(9);
    const virtual = tables.filter(({ sql }) => sql.startsWith('CREATE VIRTUAL')).map(({ name }) => name);
    expect(virtual).toEqual(searchTables);
    for (const name of platformTables) expect(named(tables)).toContain(name);
  });

  it('has, as a tenant’s, a tenant_id that is never null', async () => {
    for (const table of tenantTables) {
      const column = (await columnsOf(table)).find(({ name }) => name === 'tenant_id');
      expect([table, column?.['notnull']]).toEqual([table, 1]);
    }
  });

  it('is found by indexes that the tenant leads', async () => {
    for (const table of tenantTables) {
      const indexes = await direct.rows('SELECT name FROM pragma_index_list(?)', table);
      const own = named(indexes).filter((name) => !platformIndexes.has(name));
      expect([table, own.length > 0]).toEqual([table, true]);
      for (const index of own) {
        const [first] = await direct.rows('SELECT name FROM pragma_index_info(?) ORDER BY seqno', index);
        expect([index, first?.['name']]).toEqual([index, 'tenant_id']);
      }
    }
  });

  it('has no key but one that the tenant leads, and rowids that only the search knows', async () => {
    for (const table of tenantTables) {
      const key = (await columnsOf(table))
        .filter(({ pk }) => Number(pk) > 0)
        .toSorted((a, b) => Number(a['pk']) - Number(b['pk']));
      expect(['tenant_id', 'rowid']).toContain(key[0]?.['name']);
    }
  });

  it('points to others within its tenant only, and goes with them', async () => {
    for (const table of tenantTables) {
      const keys = await keysOf(table);
      expect([table, keys.length > 0]).toEqual([table, true]);
      for (const { parent, from, to, onDelete } of keys) {
        expect([table, from[0]]).toEqual([table, 'tenant_id']);
        expect(to).toEqual(parent === 'tenants' ? ['id'] : ['tenant_id', 'id']);
        expect(onDelete).toBe('CASCADE');
        if (parent !== 'tenants')
          expect((await columnsOf(parent)).filter(({ pk }) => Number(pk) > 0)).toHaveLength(2);
      }
    }
  });

  it('names a tenant in every full-text index: as a column, or in each of its words', async () => {
    expect(named(await columnsOf('messages_fts'))).toContain('tenant_id');
    const strays = await direct.rows(`SELECT term FROM passages_vocabulary
      WHERE term NOT GLOB 'ten*_*' OR substr(term, 1, instr(term, '_') - 1) NOT IN (SELECT id FROM tenants)`);
    expect(strays).toEqual([]);
  });

  it('is whole: no row points to nothing, and every index agrees with its table', async () => {
    expect(await direct.rows('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
    for (const table of searchTables.filter((name) => name.endsWith('_fts'))) {
      await expect(
        direct.rows(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`),
      ).resolves.toEqual([]);
    }
  });
});

describe('the database itself', () => {
  it('does not let a child be another tenant’s', async () => {
    const insert =
      direct.rows(`INSERT INTO conversations (tenant_id, id, visitor_id, title, handler, created_at, updated_at)
      SELECT 'tenother', 'cnvstolen', id, 'x', 'human', '', '' FROM visitors LIMIT 1`);
    // Where there is a visitor yet to point to, the composite key refuses; where there is none, nothing is inserted.
    await insert.catch((error: unknown) => expect(String(error)).toMatch(/FOREIGN KEY/));
    expect(await direct.rows("SELECT 1 FROM conversations WHERE id = 'cnvstolen'")).toEqual([]);
  });
});
