import { expect } from 'vitest';
import type { StackOptions } from '../../scripts/stack.ts';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { type EmbeddingServer, startEmbeddingServer } from './embedding-server.ts';
import type { OperatorFixture } from './people.ts';
import { startTestStack } from './stack.ts';

/** The variables that make a stack search by meaning, at this server. */
export function embeddedAt({ url }: Pick<EmbeddingServer, 'url'>, model = 'first') {
  return { EMBEDDING_BASE_URL: url, EMBEDDING_MODEL: model, EMBEDDING_API_KEY: 'key' };
}

/** The stack with an embedding model behind it, which does what `embeddings.script` says. */
export async function startEmbeddingStack(options: Pick<StackOptions, 'libsql'> = {}) {
  const embeddings = await startEmbeddingServer();
  const stack = await startTestStack({ ...options, vars: embeddedAt(embeddings) });
  return {
    ...stack,
    embeddings,
    async close() {
      await stack.close();
      await embeddings.close();
    },
  };
}

export async function entryOf({ api }: OperatorFixture, id: string): Promise<Entry> {
  return (await (await api['knowledge-base'][':id'].$get({ param: { id } })).json()).data;
}

/** Waits until an entry's status is this one; the entry then. */
export async function untilStatus(
  operator: OperatorFixture,
  id: string,
  status: Entry['status'] = 'ready',
): Promise<Entry> {
  await expect.poll(async () => (await entryOf(operator, id)).status, { timeout: 30_000 }).toBe(status);
  return entryOf(operator, id);
}

/** A question has little time to be embedded: on a busy machine it may have to be asked again. */
export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  await expect.poll(async () => isSo(answer) || isSo((answer = await ask())), { timeout: 20_000 }).toBe(true);
  return answer;
}

export async function foundBy({ api }: OperatorFixture, q: string): Promise<string[]> {
  const answer = await api['knowledge-base'].search.$get({ query: { q } });
  return (await answer.json()).data.map(({ entryId }) => entryId);
}

export async function asked({ api }: OperatorFixture, question: string) {
  return (await (await api['knowledge-base'].ask.$post({ json: { question } })).json()).data;
}
