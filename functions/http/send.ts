import type { Context, TypedResponse } from 'hono';
import type { Json } from '../../shared/store/json.ts';

const json = { 'content-type': 'application/json; charset=UTF-8' };

type Sent<T, S extends 200 | 201> = Response & TypedResponse<T, S, 'json'>;

/** Answers with JSON as SQLite rendered it, typed as what it stands for. */
export function send<T, S extends 200 | 201 = 200>(c: Context, body: Json<T>, status?: S): Sent<T, S> {
  const response: Response = c.newResponse(body, status ?? 200, json);
  // Hono's typed responses are plain ones at run time: the type only tells the client what it will read.
  return response as Sent<T, S>;
}
