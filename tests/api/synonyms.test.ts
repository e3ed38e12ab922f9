import { beforeAll, describe, expect, inject, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { openDirect } from '../support/database.ts';
import { type OperatorFixture, as, newSynonyms, newTenant } from '../support/people.ts';

const url = inject('stackUrl');

const sofa = { title: 'Furniture', content: 'The blue sofa can be folded out and seats three guests.' };
const delivery = {
  title: 'Shipping',
  content: 'The delivery time to Norway is four days. We pack each parcel by hand.',
};
const others = [
  { title: 'Time', content: 'Our shop keeps its opening hours all the time, also in summer.' },
  { title: 'Lamps', content: 'Every lamp comes with a bulb and a cable of two metres.' },
];

async function shop(): Promise<OperatorFixture> {
  const tenant = await newTenant(url);
  for (const entry of [sofa, delivery, ...others])
    await tenant.api['knowledge-base'].$post({ json: { type: 'text', ...entry } });
  return tenant;
}

async function found({ api }: OperatorFixture, q: string): Promise<string[]> {
  const { data } = await (await api['knowledge-base'].search.$get({ query: { q } })).json();
  return data.map(({ title }) => title);
}

async function asked({ api }: OperatorFixture, question: string) {
  return (await (await api['knowledge-base'].ask.$post({ json: { question } })).json()).data;
}

const list = async ({ api }: OperatorFixture) =>
  (await (await api['knowledge-base'].synonyms.$get()).json()).data;

describe('words that mean the same', () => {
  let tenant: OperatorFixture;
  beforeAll(async () => {
    tenant = await shop();
  });

  it('find one another, in either direction and in any form', async () => {
    expect(await found(tenant, 'Does the couch seat guests?')).toEqual(['Furniture']);
    expect(await found(tenant, 'couches')).toEqual([]);
    await newSynonyms(tenant, 'Couch', 'Sofa', 'settee');
    expect(await found(tenant, 'couches')).toEqual(['Furniture']);
    expect(await found(tenant, 'SETTEE?')).toEqual(['Furniture']);
    expect(await found(tenant, 'sofas')).toEqual(['Furniture']);
    const json = { type: 'text' as const, title: 'Care', content: 'A settee is cleaned with soap.' };
    await tenant.api['knowledge-base'].$post({ json });
    expect(new Set(await found(tenant, 'sofa'))).toEqual(new Set(['Furniture', 'Care']));
    expect(new Set(await found(tenant, 'couch'))).toEqual(new Set(['Furniture', 'Care']));
  });

  it('make an answer of what was none, with the sentence that holds the other word', async () => {
    const question = 'What is the ETA?';
    const before = await asked(tenant, question);
    await newSynonyms(tenant, 'ETA', 'delivery time');
    const after = await asked(tenant, question);
    expect(before.decision).toBe('decline');
    expect(after).toMatchObject({ decision: 'answer', citations: [{ title: 'Shipping' }] });
    expect(after.answer).toContain('The delivery time to Norway is four days.');
  });

  it('are as good as a phrase, and a phrase as good as they; its single words are not', async () => {
    expect(await found(tenant, 'ETA')).toEqual(['Shipping']);
    const json = { type: 'text' as const, title: 'Tracking', content: 'You see the ETA in your account.' };
    await tenant.api['knowledge-base'].$post({ json });
    expect(await found(tenant, 'delivery time')).toContain('Tracking');
    expect(await found(tenant, 'time')).toEqual(['Time', 'Shipping']);
  });

  it('are nothing to another tenant, nor when they are taken back', async () => {
    const neighbour = await shop();
    expect(await found(neighbour, 'couch')).toEqual([]);
    const id = await newSynonyms(neighbour, 'couch', 'sofa');
    expect(await found(neighbour, 'couch')).toEqual(['Furniture']);
    const row = neighbour.api['knowledge-base'].synonyms[':id'];
    await row.$put({ param: { id }, json: { words: ['couch', 'lamp'] } });
    expect(await found(neighbour, 'couch')).toEqual(['Lamps']);
    await row.$delete({ param: { id } });
    expect(await found(neighbour, 'couch')).toEqual([]);
    expect(await list(neighbour)).toEqual([]);
    expect((await as(neighbour, 'DELETE', `/knowledge-base/synonyms/${id}`)).status).toBe(404);
  });

  it('write one word differently: with accents, hyphens, in scripts without spaces', async () => {
    const shopper = await shop();
    await newSynonyms(shopper, '长沙发', 'sofa');
    await newSynonyms(shopper, 'Übergardine', 'lamp');
    await newSynonyms(shopper, 'e-bulletin', 'blue sofa');
    expect(await found(shopper, '长沙发多少钱')).toEqual(['Furniture']);
    expect(await found(shopper, 'ubergardine')).toEqual(['Lamps']);
    expect(await found(shopper, 'ebulletin')).toEqual(['Furniture']);
  });
});

describe('the list', () => {
  it('shows them as they were written, newest first', async () => {
    const tenant = await newTenant(url);
    await newSynonyms(tenant, ' Couch ', 'sofa');
    await newSynonyms(tenant, 'ETA', 'delivery time', 'Lieferzeit');
    expect((await list(tenant)).map(({ words }) => words)).toEqual([
      ['ETA', 'delivery time', 'Lieferzeit'],
      ['Couch', 'sofa'],
    ]);
  });

  it('refuses what is said already, however it is written', async () => {
    const tenant = await newTenant(url);
    const add = (...words: string[]) => as(tenant, 'POST', '/knowledge-base/synonyms', { words });
    await newSynonyms(tenant, 'couch', 'sofa');
    expect((await add('Sofas', 'COUCH')).status).toBe(409);
    const id = await newSynonyms(tenant, 'couch', 'settee');
    const change = (words: string[]) => as(tenant, 'PUT', `/knowledge-base/synonyms/${id}`, { words });
    expect((await change(['sofa', 'couch'])).status).toBe(409);
    expect((await change(['settee', 'couch'])).status).toBe(200);
    expect((await as(tenant, 'PUT', '/knowledge-base/synonyms/syn0', { words: ['a1', 'b1'] })).status).toBe(
      404,
    );
  });

  it.each([
    [['couch'], 'words'],
    [['couch', ' '], 'words.1'],
    [['couch', 'x'.repeat(limits.text.synonymChars + 1)], 'words.1'],
    [['couch', '!?'], 'words.1'],
    [['couch', 'and the'], 'words.1'],
    [['couch', 'one two three four five six seven eight nine'], 'words.1'],
    [['couch', 'Couches'], 'words'],
    [Array.from({ length: limits.synonyms.words + 1 }, (_, i) => `word${i}`), 'words'],
    ['couch', 'words'],
  ])('refuses %j', async (words, path) => {
    const tenant = await newTenant(url);
    const { status, json } = await as(tenant, 'POST', '/knowledge-base/synonyms', { words });
    expect([status, json]).toMatchObject([400, { issues: [{ path }] }]);
  });

  it('has an end, up to which a search still finds and answers', async () => {
    const tenant = await shop();
    const direct = openDirect({ url: inject('databaseUrl'), authToken: inject('databaseToken') });
    // Every row speaks of the sofa, and with every word in as many ways as may be.
    await direct.rows(
      `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO synonyms SELECT ?, 'syn' || o.i, '[]', (SELECT json_group_array(w) FROM (
        SELECT 'sofa' AS w UNION ALL SELECT 'couch' UNION ALL SELECT 'w' || o.i || 'x' || m.i FROM n m WHERE m.i < 10)), ''
      FROM n o`,
      limits.synonyms.rows,
      tenant.tenantId,
    );
    const add = (word: string) => as(tenant, 'POST', '/knowledge-base/synonyms', { words: [word, 'lamp'] });
    expect((await add('light')).status).toBe(201);
    const refused = await add('bulb');
    expect([refused.status, refused.json]).toMatchObject([400, { message: expect.stringContaining('200') }]);
    expect(await found(tenant, 'Which couch?')).toEqual(['Furniture']);
    expect(await found(tenant, 'w7x3 and w9x2')).toEqual(['Furniture']);
  });
});
