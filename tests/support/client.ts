import { hc } from 'hono/client';
import type { App } from '../../functions/app.ts';
import { checkedFetch } from './checked-fetch.ts';

export type Answer = { status: number; headers: Headers; text: string; json: unknown };

export type Call = {
  token?: string | undefined;
  cookie?: string | undefined;
  origin?: string | undefined;
  headers?: Record<string, string>;
  /** JSON, or a text that is sent as it is. */
  body?: unknown;
};

/** One raw request, for what the typed client would not let through. Its answer is held to the contract's schemas. */
export async function request(url: string, method: string, path: string, call: Call = {}): Promise<Answer> {
  const { token, cookie, origin, headers = {}, body } = call;
  const response = await checkedFetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie: `token=${cookie}` }),
      ...(origin === undefined ? {} : { origin }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The typed client, as the dashboard uses it; its answers are held to the contract's schemas. */
export function typedClient(url: string, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return hc<App>(url, { headers, fetch: checkedFetch }).api;
}

export type Client = ReturnType<typeof typedClient>;
