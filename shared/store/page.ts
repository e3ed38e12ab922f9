import { type SQL, sql } from 'drizzle-orm';

/** A page of rows `(item, place)`, of which one more than `limit` was read to know whether there is a next. */
export function pageOf(rows: SQL, limit: number): SQL {
  return sql`SELECT json_object(
      'data', coalesce(json_group_array(json(item) ORDER BY n) FILTER (WHERE n <= ${limit}), json_array()),
      'page', json_object('nextCursor', CASE WHEN count(*) > ${limit}
        THEN CAST(max(CASE WHEN n = ${limit} THEN place END) AS TEXT) END))
    FROM (SELECT row_number() OVER () AS n, item, place FROM (${rows}))`;
}
