import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Entry, EntryInput } from '../../shared/api/knowledge-base.ts';
import type { OperatorFixture } from '../support/people.ts';
import { as, newTenant } from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
});

async function add(input: EntryInput, by = operator): Promise<Entry> {
  const { data } = await (await by.api['knowledge-base'].$post({ json: input })).json();
  return data;
}

async function list(query: { q?: string; cursor?: string; limit?: string }, by = operator) {
  return (await by.api['knowledge-base'].$get({ query })).json();
}

async function search(q: string, limit?: number, by = operator) {
  const query = { q, ...(limit ? { limit: String(limit) } : {}) };
  return (await (await by.api['knowledge-base'].search.$get({ query })).json()).data;
}

const put = (id: string, body: unknown) => as(operator, 'PUT', `/knowledge-base/${id}`, body);
const read = (id: string) => as(operator, 'GET', `/knowledge-base/${id}`);

describe('an entry', () => {
  it('is stored and returned exactly, of either type', async () => {
    const metadata = { tags: ['a', 'b'], deep: { n: 1.5, no: null, yes: true }, constructor: 'x' };
    const text = await add({
      type: 'text',
      title: ' T <b>&amp; ',
      content: 'Line one\n\n\tLine “two” 👩‍🚀',
      metadata,
    });
    expect(text).toMatchObject({
      type: 'text',
      title: 'T <b>&amp;',
      content: 'Line one\n\n\tLine “two” 👩‍🚀',
      question: null,
      answer: null,
      metadata,
      status: 'ready',
      error: null,
    });
    expect(Object((await read(text.id)).json).data).toEqual(text);
    const qa = await add({ type: 'qa', question: 'Why?', answer: 'Because.' });
    expect(qa).toMatchObject({
      type: 'qa',
      title: null,
      question: 'Why?',
      answer: 'Because.',
      content: null,
      metadata: {},
    });
  });

  it('changes by what is named alone', async () => {
    const before = await add({
      type: 'qa',
      title: 'Old',
      question: 'Why?',
      answer: 'Because.',
      metadata: { a: 1 },
    });
    const after = Object((await put(before.id, { answer: 'Therefore.' })).json).data;
    expect(after).toEqual({ ...before, answer: 'Therefore.', updatedAt: after.updatedAt });
    const cleared = Object((await put(before.id, { title: null, metadata: {} })).json).data;
    expect(cleared).toMatchObject({ title: null, metadata: {}, question: 'Why?', answer: 'Therefore.' });
    const ofOtherType = Object(
      (await put(before.id, { content: 'Not of mine', type: 'text', id: 'x' })).json,
    ).data;
    expect(ofOtherType).toMatchObject({ id: before.id, type: 'qa', content: null });
  });

  it('is gone when deleted, from list and search too', async () => {
    const { id } = await add({ type: 'text', title: 'Quokka', content: 'Quokkas smile.' });
    expect((await search('quokka')).map(({ entryId }) => entryId)).toEqual([id]);
    expect((await as(operator, 'DELETE', `/knowledge-base/${id}`)).json).toEqual({ message: 'Deleted.' });
    expect(await search('quokka')).toEqual([]);
    expect((await list({ q: 'quokka' })).data).toEqual([]);
    for (const method of ['GET', 'DELETE']) {
      expect((await as(operator, method, `/knowledge-base/${id}`)).status).toBe(404);
    }
    expect((await put(id, { title: 'Back' })).status).toBe(404);
  });

  it.each([
    { type: 'qa', question: 'Why?' },
    { type: 'qa', question: ' ', answer: 'x' },
    { type: 'text' },
    { type: 'text', content: 7 },
    { type: 'page', content: 'x' },
    { content: 'x' },
    { type: 'text', content: 'x', title: 'x'.repeat(301) },
    { type: 'text', content: 'x', metadata: [] },
    { type: 'text', content: 'x', metadata: 'x' },
    { type: 'text', content: 'x', metadata: { a: 'x'.repeat(10_000) } },
    { type: 'text', content: 'x', metadata: { a: '\ud83d' } },
    { type: 'text', content: 'x', metadata: { '\ud83d': 'a' } },
  ])('is refused as $type, variant %#', async (input) => {
    expect((await as(operator, 'POST', '/knowledge-base', input)).status).toBe(400);
  });

  it('holds 500,000 characters of any kind, and not one more', async () => {
    const content = '👩‍🚀😀 ü\n'.repeat(100_000).slice(0, -1).padEnd(800_000, 'x');
    const chars = Array.from(content).slice(0, 500_000).join('').trimEnd();
    const stored = await add({
      type: 'text',
      content: chars.padEnd(chars.length + 500_000 - Array.from(chars).length, '.'),
    });
    expect(Array.from(stored.content ?? '')).toHaveLength(500_000);
    const tooLong = await as(operator, 'POST', '/knowledge-base', {
      type: 'text',
      content: 'x'.repeat(500_001),
    });
    expect(tooLong.status).toBe(400);
    await as(operator, 'DELETE', `/knowledge-base/${stored.id}`);
  });
});

describe('the list', () => {
  it('pages through all, newest first, without doubles while new ones come', async () => {
    const tenant = await newTenant(url);
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.push((await add({ type: 'text', content: `Entry ${n}` }, tenant)).id);
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { data, page } = await list({ limit: '2', ...(cursor ? { cursor } : {}) }, tenant);
      found.push(...data.map(({ id }) => id));
      cursor = page.nextCursor;
      await add({ type: 'text', content: 'In between' }, tenant);
    }
    expect(found).toEqual(ids.toReversed());
  });

  it('narrows to entries that hold all words of q, in title, question, answer or text', async () => {
    const tenant = await newTenant(url);
    const text = await add({ type: 'text', title: 'Shipping', content: 'Parcels leave on Monday.' }, tenant);
    const qa = await add(
      { type: 'qa', question: 'Do parcels leave daily?', answer: 'On Monday only.' },
      tenant,
    );
    const find = async (q: string) => (await list({ q }, tenant)).data.map(({ id }) => id);
    expect(await find('parcels monday')).toEqual([qa.id, text.id]);
    expect(await find('shipping')).toEqual([text.id]);
    expect(await find('dai')).toEqual([qa.id]);
    expect(await find('parcels tuesday')).toEqual([]);
    expect(await find('***')).toEqual([]);
    expect(await find('   ')).toEqual([qa.id, text.id]);
  });
});

describe('the search', () => {
  it('ranks passages, and follows every change of an entry', async () => {
    const tenant = await newTenant(url);
    const other = await newTenant(url);
    await add({ type: 'text', title: 'Refunds', content: 'Foreign text on refunds.' }, other);
    await add({ type: 'text', title: 'Opening hours', content: 'We also mention refunds once.' }, tenant);
    const { id } = await add(
      { type: 'qa', title: 'Refunds', question: 'How do refunds work?', answer: 'Refunds take a week.' },
      tenant,
    );
    const found = await search('refund', undefined, tenant);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({ entryId: id, title: 'Refunds' });
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(await search('refund', 1, tenant)).toHaveLength(1);
    await as(tenant, 'PUT', `/knowledge-base/${id}`, {
      title: 'Money back',
      question: 'How?',
      answer: 'By giraffe.',
    });
    expect((await search('giraffe', undefined, tenant)).map(({ entryId }) => entryId)).toEqual([id]);
    expect((await search('refund', undefined, tenant)).map(({ entryId }) => entryId)).not.toContain(id);
  });

  it('finds a passage deep in a long text', async () => {
    const filler = 'Nothing to see here, move along. '.repeat(3000);
    const { id } = await add({
      type: 'text',
      title: 'Long',
      content: `${filler} The narwhal sleeps. ${filler}`,
    });
    const [passage] = await search('narwhal');
    expect(passage?.entryId).toBe(id);
    expect(passage?.passage).toContain('narwhal');
    expect(passage?.passage.length).toBeLessThan(3000);
  });

  it.each(['', '?!', '🦄'])('finds nothing for %j', async (q) => {
    expect(await search(q)).toEqual([]);
  });

  it.each(['limit=0', 'limit=51', 'limit=x'])('refuses %s', async (query) => {
    expect((await as(operator, 'GET', `/knowledge-base/search?q=a&${query}`)).status).toBe(400);
  });

  it('needs a q', async () => {
    expect((await as(operator, 'GET', '/knowledge-base/search')).status).toBe(400);
  });
});
