import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { addText, refunds } from '../support/bot.ts';
import { openDirect } from '../support/database.ts';
import { embedText } from '../support/embed-text.ts';
import { startEmbeddingServer } from '../support/embedding-server.ts';
import {
  asked,
  embeddedAt,
  entryOf,
  foundBy,
  startEmbeddingStack,
  until,
  untilStatus,
} from '../support/embeddings.ts';
import { type OperatorFixture, as, newConversation, newTenant, newVisitor } from '../support/people.ts';
import { joinedSocket } from '../support/socket.ts';
import { startTestStack } from '../support/stack.ts';

/** Shares no word with `refunds`, but means the same. */
const inOtherWords = 'How are customers recompensed?';
/** A busy machine may take a while, and a question has little time to be embedded: then it is asked again. */
const soon = { timeout: 20_000 };
const others = [
  { title: 'Hours', content: 'The office is open from nine to five on weekdays.' },
  { title: 'Invoices', content: 'Invoices are sent as a file on the first of each month.' },
  { title: 'Languages', content: 'Our staff speak English, German and Portuguese.' },
];

type EmbeddingStack = Awaited<ReturnType<typeof startEmbeddingStack>>;
let stack: EmbeddingStack;
/** Requests to the database. */
let requests = 0;
beforeAll(async () => {
  stack = await startEmbeddingStack({ libsql: { onRequest: () => (requests += 1) } });
});
afterEach(() => {
  stack.embeddings.always = null;
  stack.embeddings.refuses = () => false;
});
afterAll(() => stack.close());

async function tenantWith(...texts: { title: string; content: string }[]) {
  const operator = await newTenant(stack.url);
  const ids = [];
  for (const text of texts) ids.push(await addText(operator, text));
  for (const id of ids) await untilStatus(operator, id);
  return { operator, ids };
}

const vectorsOf = ({ tenantId }: OperatorFixture) =>
  openDirect(stack.database).rows(
    `SELECT v.vector AS vector, v.model AS model, p.embedded_by AS marked, p.heading AS heading, p.body AS body FROM passage_vectors v
      LEFT JOIN passages p ON p.rowid = v.rowid WHERE v.tenant_id = ? ORDER BY v.rowid`,
    tenantId,
  );

const bytesOf = (text: string) =>
  Buffer.from(Float32Array.from(embedText(text, { dimensions: 256, common: 0.8 })).buffer).toString('hex');
const hexOf = (value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : null);

describe('an entry', () => {
  it('is found by its words at once, and by its meaning alone once it is ready', async () => {
    const held = Promise.withResolvers<void>();
    stack.embeddings.always = { kind: 'hold', until: held.promise };
    const operator = await newTenant(stack.url);
    const id = await addText(operator, refunds);
    expect(await entryOf(operator, id)).toMatchObject({ status: 'indexing', error: null });
    expect(await foundBy(operator, refunds.question)).toEqual([id]);
    expect(await foundBy(operator, inOtherWords)).toEqual([]);
    held.resolve();
    stack.embeddings.always = null;
    expect(await untilStatus(operator, id)).toMatchObject({ error: null });
    await expect.poll(() => foundBy(operator, inOtherWords), soon).toEqual([id]);
  });

  it('answers a question that shares no word with it, whole and with its source', async () => {
    const { operator, ids } = await tenantWith(refunds, ...others);
    const { decision, answer, citations, passages } = await until(
      () => asked(operator, inOtherWords),
      (answered) => answered.decision === 'answer',
    );
    expect({ decision, answer }).toEqual({ decision: 'answer', answer: refunds.content });
    expect(citations).toMatchObject([{ entryId: ids[0], quote: refunds.content }]);
    expect(passages[0]).toMatchObject({ entryId: ids[0] });
  });

  it.each([
    'Do you sell bicycles with carbon frames?',
    'Who won the chess game?',
    'Is there a lake near the hotel?',
  ])('answers nothing that has nothing to do with it: %s', async (question) => {
    const { operator } = await tenantWith(refunds, ...others);
    expect(await asked(operator, question)).toMatchObject({ decision: 'decline', answer: null });
  });

  it('is first where both its words and its meaning fit', async () => {
    const { operator, ids } = await tenantWith(
      { title: 'Back office', content: 'Money is counted in the back office.' },
      { title: 'Refunds', content: 'We pay refunds: your money comes to the card.' },
      ...others,
    );
    const found = () => foundBy(operator, 'When do I get my money back, the refund?');
    await expect.poll(async () => (await found())[0], soon).toBe(ids[1]);
  });

  it('is ranked by its places in both lists, of which one alone counts half', async () => {
    const { operator, ids } = await tenantWith(refunds, ...others);
    const scoreOf = async (q: string) => {
      const { data } = await (await operator.api['knowledge-base'].search.$get({ query: { q } })).json();
      return data.find(({ entryId }) => entryId === ids[0])?.score;
    };
    await expect.poll(() => scoreOf(refunds.question), soon).toBeCloseTo(1);
    await expect.poll(() => scoreOf(inOtherWords), soon).toBeCloseTo(0.5);
  });

  it('is found in one request to the database and one to the model', async () => {
    const { operator, ids } = await tenantWith(refunds, ...others);
    // A room that has just embedded it may still be making sure that nothing is left.
    const cost = async () => {
      const before = [requests, stack.embeddings.requests.length];
      if ((await foundBy(operator, inOtherWords))[0] !== ids[0]) return null;
      return [requests, stack.embeddings.requests.length].map((now, at) => now - (before[at] ?? 0));
    };
    await expect.poll(cost, soon).toEqual([1, 1]);
  });

  it('is what a suggested reply is made of', async () => {
    const { operator } = await tenantWith(refunds, ...others);
    const { conversationId } = await newConversation(await newVisitor(operator), inOtherWords);
    for (const wish of [{}, { question: inOtherWords }]) {
      const draft = () => as(operator, 'POST', `/conversations/${conversationId}/suggest`, wish);
      await expect.poll(async () => (await draft()).text, soon).toContain(JSON.stringify(refunds.content));
    }
  });

  it('is nobody else’s, however near it is', async () => {
    const { operator: other } = await tenantWith(refunds);
    const { operator, ids } = await tenantWith(...others);
    expect(ids).toEqual(expect.arrayContaining(await foundBy(operator, inOtherWords)));
    expect(await asked(operator, inOtherWords)).toMatchObject({ decision: 'decline' });
    await expect.poll(() => asked(other, inOtherWords), soon).toMatchObject({ decision: 'answer' });
  });

  it('leaves no vector when it is deleted', async () => {
    const { operator, ids } = await tenantWith(refunds, ...others);
    expect(await vectorsOf(operator)).toHaveLength(4);
    await as(operator, 'DELETE', `/knowledge-base/${ids[0]}`);
    expect(await vectorsOf(operator)).toHaveLength(3);
    expect(await foundBy(operator, inOtherWords)).not.toContain(ids[0]);
  });
});

describe('an edit', () => {
  it('is what its vector is of, also where an older text’s vector comes late', async () => {
    const operator = await newTenant(stack.url);
    const id = await newQuestion(operator, 'Refunds?', 'Paid within a week.');
    await untilStatus(operator, id);
    const held = Promise.withResolvers<void>();
    stack.embeddings.script({ kind: 'hold', until: held.promise });
    const before = stack.embeddings.requests.length;
    await as(operator, 'PUT', `/knowledge-base/${id}`, { answer: 'Older.' });
    await expect.poll(() => stack.embeddings.requests.length, soon).toBe(before + 1);
    await as(operator, 'PUT', `/knowledge-base/${id}`, { answer: 'Newer.' });
    held.resolve();
    await untilStatus(operator, id);
    const [kept, ...more] = await vectorsOf(operator);
    expect(more).toEqual([]);
    expect(hexOf(kept?.['vector'])).toBe(bytesOf('Refunds?\nNewer.'));
  });

  it('that changes no text embeds nothing anew', async () => {
    const { operator, ids } = await tenantWith(refunds);
    const before = stack.embeddings.requests.length;
    await as(operator, 'PUT', `/knowledge-base/${ids[0]}`, { title: refunds.title, metadata: { a: 1 } });
    const [entry] = [await entryOf(operator, ids[0] ?? '')];
    expect(entry.status).toBe('ready');
    expect(stack.embeddings.requests.length).toBe(before);
  });

  it('embeds anew only what it has changed, wherever that now stands', async () => {
    const section = (name: string, words: string) => `# ${name}\n\n${words}`;
    const [first, again, last] = [section('A', 'One.'), section('B', 'Two.'), section('C', 'Three.')];
    const { operator, ids } = await tenantWith({
      title: 'All',
      content: [first, again, again, last].join('\n\n'),
    });
    const [id = ''] = ids;
    const embeddedFor = async (...sections: string[]) => {
      const before = stack.embeddings.requests.length;
      await as(operator, 'PUT', `/knowledge-base/${id}`, { content: sections.join('\n\n') });
      await untilStatus(operator, id);
      return stack.embeddings.requests.slice(before).flatMap(({ input }) => input);
    };
    const inStep = async () => {
      const kept = await vectorsOf(operator);
      const texts = kept.map(({ heading, body }) => `All\n${String(heading)}\n${String(body)}`);
      expect(kept.map(({ vector }) => hexOf(vector))).toEqual(texts.map(bytesOf));
      return kept.length;
    };
    expect(await embeddedFor(section('New', 'Zero.'), first, again, last, again)).toEqual([
      'All\nNew\nZero.',
    ]);
    expect(await inStep()).toBe(5);
    expect(await embeddedFor(last, section('B', 'Two!'), first)).toEqual(['All\nB\nTwo!']);
    expect(await inStep()).toBe(3);
    expect(await embeddedFor(first, section('D', 'Three.'))).toEqual(['All\nD\nThree.']);
    expect(await inStep()).toBe(2);
  });

  it('of the title is an edit of each passage', async () => {
    const { operator, ids } = await tenantWith(refunds);
    await as(operator, 'PUT', `/knowledge-base/${ids[0]}`, { title: 'Paying back' });
    await untilStatus(operator, ids[0] ?? '');
    expect((await vectorsOf(operator)).map(({ vector }) => hexOf(vector))).toEqual([
      bytesOf(`Paying back\n${refunds.content}`),
    ]);
  });
});

async function newQuestion({ api }: OperatorFixture, question: string, answer: string): Promise<string> {
  const made = await api['knowledge-base'].$post({ json: { type: 'qa', question, answer } });
  return (await made.json()).data.id;
}

describe('a model in trouble', () => {
  it.each([{ kind: 'status', status: 500 }, { kind: 'silence' }, { kind: 'wrong', what: 'number' }] as const)(
    'leaves the search its words, in time: %j',
    async (step) => {
      const { operator, ids } = await tenantWith(refunds, ...others);
      stack.embeddings.always = step;
      const startedMs = performance.now();
      expect(await foundBy(operator, refunds.question)).toEqual([ids[0]]);
      expect(await asked(operator, refunds.question)).toMatchObject({ decision: 'answer' });
      // Twice what a call for knowledge may take would be a minute.
      expect(performance.now() - startedMs).toBeLessThan(limits.embedding.totalMs);
    },
  );

  it('that refuses one text embeds the others, and the entry says why it is found by words alone', async () => {
    stack.embeddings.refuses = (text) => text.includes('unspeakable');
    const operator = await newTenant(stack.url);
    const bad = await addText(operator, { title: 'Bad', content: 'This is unspeakable.' });
    const good = await addText(operator, refunds);
    const failed = await untilStatus(operator, bad, 'failed');
    expect(failed.error).toMatch(/words.*refused.*again/);
    expect(await foundBy(operator, 'unspeakable')).toEqual([bad]);
    await untilStatus(operator, good);
    stack.embeddings.refuses = () => false;
    await as(operator, 'PUT', `/knowledge-base/${bad}`, { content: 'This is speakable.' });
    expect(await untilStatus(operator, bad)).toMatchObject({ error: null });
  });

  it('that can be reached again embeds what waited', async () => {
    stack.embeddings.always = { kind: 'status', status: 503 };
    const operator = await newTenant(stack.url);
    const id = await addText(operator, refunds);
    const before = stack.embeddings.requests.length;
    await expect
      .poll(() => stack.embeddings.requests.length, { timeout: 20_000 })
      .toBeGreaterThan(before + 2);
    expect((await entryOf(operator, id)).status).toBe('indexing');
    stack.embeddings.always = null;
    await untilStatus(operator, id);
  });
});

test('another model embeds all anew, once the tenant is heard of; until then words find it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-embedding-'));
  const embeddings = await startEmbeddingServer();
  let own = await startTestStack({ dataDir, vars: embeddedAt(embeddings) });
  try {
    const operator = await newTenant(own.url);
    const id = await addText(operator, refunds);
    await untilStatus(operator, id);
    await own.close();
    own = await startTestStack({
      dataDir,
      vars: { ...embeddedAt(embeddings, 'second'), EMBEDDING_DIMENSIONS: '64' },
    });
    const again = { ...operator, url: own.url };
    const read = async () => (await as(again, 'GET', `/knowledge-base/${id}`)).json;
    expect(await read()).toMatchObject({ data: { status: 'indexing' } });
    expect((await as(again, 'GET', '/knowledge-base/search?q=refunds')).text).toContain(id);
    await joinedSocket(again);
    await expect.poll(read, { timeout: 30_000 }).toMatchObject({ data: { status: 'ready' } });
    const kept = await openDirect(own.database).rows('SELECT model, dimensions FROM passage_vectors');
    expect(kept).toMatchObject([{ model: 'second@64', dimensions: 64 }]);
    const search = `/knowledge-base/search?q=${encodeURIComponent(inOtherWords)}`;
    await expect.poll(async () => (await as(again, 'GET', search)).text, soon).toContain(id);
  } finally {
    await own.close();
    await embeddings.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
