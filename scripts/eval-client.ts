import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { setTimeout as delay } from 'node:timers/promises';
import { Asked, Entry, type EntryInput, Passage } from '../shared/api/knowledge-base.ts';

const Made = z.object({ data: z.object({ id: z.string() }) });
const Listed = z.object({
  data: z.array(Entry.pick({ status: true, error: true })),
  page: z.object({ nextCursor: z.string().nullable() }),
});
const Searched = z.object({ data: z.array(Passage) });
const Answered = z.object({ data: Asked });
const Registered = z.object({ token: z.string() });

/** One tenant's knowledge base as the evaluation uses it: through the public API, and no other way. */
export type KnowledgeClient = {
  add(input: EntryInput): Promise<string>;
  remove(id: string): Promise<void>;
  /** Resolves once every entry is found in all ways there are. Errors: an Error with what an entry says of its failure. */
  ready(): Promise<void>;
  /** The entries found, best first, and how long the answer took. */
  search(question: string): Promise<{ found: string[]; ms: number }>;
  ask(question: string): Promise<Asked>;
};

const pollMs = 50;

export function knowledgeClient(url: string, token: string): KnowledgeClient {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/api/knowledge-base${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    add: async (input) => Made.parse(await call('POST', '', input)).data.id,
    remove: async (id) => void (await call('DELETE', `/${id}`)),
    async ready() {
      for (let query = '?limit=100'; ;) {
        const { data, page } = Listed.parse(await call('GET', query));
        const failed = data.find(({ status }) => status === 'failed');
        if (failed) throw new Error(failed.error ?? 'An entry failed.');
        if (data.some(({ status }) => status === 'indexing')) await delay(pollMs);
        else if (page.nextCursor === null) return;
        else query = `?limit=100&cursor=${page.nextCursor}`;
      }
    },
    async search(question) {
      const start = performance.now();
      const answer = await call('GET', `/search?limit=10&q=${encodeURIComponent(question)}`);
      const ms = performance.now() - start;
      return { found: Searched.parse(answer).data.map(({ entryId }) => entryId), ms };
    },
    ask: async (question) => Answered.parse(await call('POST', '/ask', { question })).data,
  };
}

/** Makes a tenant; the token of its operator. */
export async function newTenant(url: string): Promise<string> {
  const body = { email: `${randomUUID()}@example.com`, password: randomUUID(), companyName: 'Evaluation' };
  const response = await fetch(`${url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Registering: ${response.status} ${await response.text()}`);
  return Registered.parse(await response.json()).token;
}
