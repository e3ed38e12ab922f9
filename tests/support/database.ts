import { type Client, type InValue, type Row, createClient } from '@libsql/client/http';

export type Database = { url: string; authToken: string };

/** The database itself, past everything of ours: to see what was really stored, or to age what time would. */
export function openDirect({ url, authToken }: Database) {
  const client = createClient({ url, authToken });
  return {
    client,
    async rows(sql: string, ...args: InValue[]): Promise<Row[]> {
      return (await client.execute({ sql, args })).rows;
    },
    dumpTenant: (tenantId: string, only?: { visitorId: string }) => dumpTenant(client, tenantId, only),
  };
}

export type Direct = ReturnType<typeof openDirect>;

/** What counts for the whole tenant. */
const counters = new Set(['tenants', 'message_tallies']);

/** Every row of a tenant as text; with `only`, less what belongs to its other visitors and the tenant's own counters. */
async function dumpTenant(client: Client, tenantId: string, only?: { visitorId: string }): Promise<string> {
  const columns = await client.execute(`SELECT t.name AS name, group_concat(c.name) AS columns
    FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' GROUP BY t.name ORDER BY t.name`);
  const statements = columns.rows
    .map((row) => ({ table: String(row['name']), columns: String(row['columns']).split(',') }))
    .filter(({ table, columns }) => table === 'tenants' || columns.includes('tenant_id'))
    .filter(({ table }) => !only || !counters.has(table))
    .map(({ table, columns }) => {
      const key = table === 'tenants' ? 'id' : 'tenant_id';
      const owner = table === 'visitors' ? 'id' : columns.includes('visitor_id') ? 'visitor_id' : null;
      const own = owner ? ` AND coalesce(${owner}, :visitor) = :visitor` : '';
      const said = table === 'events' ? ` AND coalesce(detail ->> 'visitorId', :visitor) = :visitor` : '';
      const narrowed = only ? own + said : '';
      return {
        sql: `SELECT '${table}' AS "table", * FROM ${table} WHERE ${key} = :tenant${narrowed} ORDER BY ${columns.join()}`,
        args: narrowed ? { tenant: tenantId, visitor: only?.visitorId ?? null } : { tenant: tenantId },
      };
    });
  const results = await client.batch(statements, 'read');
  return results.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row))).join('\n');
}
