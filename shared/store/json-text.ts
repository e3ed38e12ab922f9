import { type SQL, sql } from 'drizzle-orm';

/**
 * SQL that puts rendered JSON together as text. What goes into `json_object` or `json_group_array` out of a column, a
 * CASE or a function of text is parsed once more on every level; of a list that was half of its cost.
 */

/** An object with one more member, whose value is JSON text and not NULL. */
export function withMember(object: SQL, name: string, value: SQL): SQL {
  return sql`concat(${sql.raw(`'{"${name}":'`)}, ${value}, ',', substr(${object}, 2))`;
}

/** The aggregate of rows of JSON text as one array; `filter` leaves rows out. */
export function arrayOf(item: SQL, { order, filter }: { order: SQL; filter?: SQL }): SQL {
  const kept = filter === undefined ? sql`` : sql` FILTER (WHERE ${filter})`;
  return sql`concat('[', group_concat(${item}, ',' ORDER BY ${order})${kept}, ']')`;
}
