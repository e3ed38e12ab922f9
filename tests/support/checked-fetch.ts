import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { operations } from '../../shared/api/index.ts';
import { Failure } from '../../shared/api/system.ts';

const routes = operations.map((operation) => ({
  method: operation.method.toUpperCase(),
  path: operation.path,
  responses: operation.responses,
  pattern: new RegExp(`^/api${operation.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** What the contract lets this call answer with this status; undefined where it lets it answer nothing at all. */
function schemaFor(method: string, pathname: string, status: number): z.ZodType | string | undefined {
  if (!pathname.startsWith('/api/')) return 'anything';
  const matching = routes.filter((route) => route.method === method && route.pattern.test(pathname));
  const route = matching.find(({ path }) => !path.includes(':')) ?? matching[0];
  const promised = route?.responses[status];
  return promised ?? (status >= 400 ? Failure : undefined);
}

/** `fetch`, refusing any JSON answer that says more, less or other than the schemas of `shared/api` say. */
export async function checkedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { method } = request;
  const response = await fetch(request);
  if (method === 'OPTIONS' || method === 'HEAD' || response.status === 304) return response;
  const { pathname } = new URL(request.url);
  const schema = schemaFor(method, pathname, response.status);
  const about = `${method} ${pathname} → ${response.status}`;
  if (schema === undefined) throw new Error(`${about} is not in the contract.`);
  if (typeof schema === 'string') return response;
  const text = await response.clone().text();
  const json: unknown = JSON.parse(text);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error(`${about} breaks its schema: ${parsed.error.message}\n${text}`);
  if (!isDeepStrictEqual(parsed.data, json)) throw new Error(`${about} says more than its schema: ${text}`);
  return response;
}
