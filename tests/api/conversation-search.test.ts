import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { Client } from '../support/client.ts';
import {
  type OperatorFixture,
  as,
  newConversation,
  newTenant,
  newVisitor,
  sendMessage,
} from '../support/people.ts';

const url = inject('stackUrl');
let operator: OperatorFixture;
beforeAll(async () => {
  operator = await newTenant(url);
});

type Query = { q: string; status?: 'open' | 'resolved'; limit?: number; cursor?: string };

async function page({ api }: { api: Client }, { limit, ...others }: Query) {
  const query = { ...others, ...(limit ? { limit: String(limit) } : {}) };
  return (await api.conversations.$get({ query })).json();
}

/** The conversations of all pages, one after the other. */
async function allPages(who: { api: Client }, query: Query): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, page: next } = await page(who, { ...query, ...(cursor ? { cursor } : {}) });
    found.push(...data.map(({ id }) => id));
    cursor = next.nextCursor;
  }
  return found;
}

const find = async (who: { api: Client }, q: string) => (await page(who, { q })).data.map(({ id }) => id);

describe('the search', () => {
  it('finds messages of either side by all words, in any order and case, the last unfinished', async () => {
    const seeker = await newVisitor(operator);
    const { conversationId } = await newConversation(seeker, 'My Zebrafish arrived déshydratée');
    await sendMessage(operator, conversationId, 'Give it water');
    for (const q of [
      'zebrafish',
      'DESHYDRATEE zebrafish',
      'arrived zebra',
      'water',
      '"zebrafish" OR',
      'my-zebrafish',
    ]) {
      expect([q, await find(seeker, q)]).toEqual([q, q.endsWith('OR') ? [] : [conversationId]]);
    }
    for (const q of ['zebrafish water', 'bra', '!!!', '*'])
      expect([q, await find(seeker, q)]).toEqual([q, []]);
  });

  it('stays inside of the visitor and of the tenant', async () => {
    const word = `word${randomUUID().slice(0, 8)}`;
    const foreign = await newTenant(url);
    const [mine, beside, far] = await Promise.all([
      newVisitor(operator),
      newVisitor(operator),
      newVisitor(foreign),
    ]);
    const all = [];
    for (const who of [mine, beside, far]) all.push((await newConversation(who, word)).conversationId);
    const found = [mine, beside, far, operator, foreign].map((who) => find(who, word));
    expect(await Promise.all(found)).toEqual([[all[0]], [all[1]], [all[2]], [all[1], all[0]], [all[2]]]);
  });

  it('pages without doubles, newest match first, also where a conversation matches often', async () => {
    const word = `word${randomUUID().slice(0, 8)}`;
    const seeker = await newVisitor(operator);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await newConversation(seeker, word)).conversationId);
    for (const id of ids.slice(0, 3)) {
      await sendMessage(operator, id, `${word} again`);
      await sendMessage(operator, id, 'nothing');
    }
    const expected = [ids[2], ids[1], ids[0], ids[4], ids[3]];
    for (const limit of [1, 2, 3, 100]) {
      expect(await allPages(operator, { q: word, limit })).toEqual(expected);
      expect(await allPages(seeker, { q: word, limit })).toEqual(expected);
    }
    const status = 'resolved' as const;
    for (const id of [ids[0], ids[3]]) await as(operator, 'PATCH', `/conversations/${id}`, { status });
    expect(await allPages(operator, { q: word, status, limit: 1 })).toEqual([ids[0], ids[3]]);
  });

  it('goes on past a run of matches that is all of one conversation', async () => {
    const word = `word${randomUUID().slice(0, 8)}`;
    const [quiet, loud] = await Promise.all([newVisitor(operator), newVisitor(operator)]);
    const { conversationId } = await newConversation(quiet, word);
    const talk = await newConversation(loud, word);
    for (let n = 0; n < 12; n += 1) {
      const lot = Array.from({ length: 35 }, () => sendMessage(loud, talk.conversationId, word));
      await Promise.all(lot);
    }
    expect(await allPages(operator, { q: word, limit: 2 })).toEqual([talk.conversationId, conversationId]);
  });

  it('finds all that the last word may become, be it one word, a few or more than are searched one by one', async () => {
    const seeker = await newVisitor(operator);
    const stem = `stem${randomUUID().slice(0, 8)}`;
    const endings = Array.from({ length: limits.page.searchEndings }, (_, n) => `${stem}${n}`);
    const ids: string[] = [];
    for (const content of [stem, `a ${stem}ed tea`, endings.join(' ')]) {
      ids.unshift((await newConversation(seeker, content)).conversationId);
      for (const who of [seeker, operator]) {
        expect(await find(who, stem)).toEqual(ids);
        expect(await find(who, stem.slice(0, -1))).toEqual(ids);
      }
    }
    expect(await find(seeker, `tea ${stem}`)).toEqual([ids[1]]);
    expect(await find(seeker, `${endings[0]} ${stem}`)).toEqual([ids[0]]);
    expect(await find(seeker, `${stem} tea`)).toEqual([]);
  });

  it.each([
    ['Rückgabe', ['rückg', 'RÜCKG', 'ruckg', 'rückgabe']],
    ['café', ['caf', 'café', 'CAFÉ', 'cafe', 'cafe\u0301']],
    ['Straße', ['straß', 'STRAẞ']],
    ['Заказы', ['заказ', 'ЗАКАЗЫ']],
    ['Επιστροφές', ['επιστροφ', 'ΕΠΙΣΤΡΟΦ']],
    ['返金について', ['返金', '返']],
    ['교환해주세요', ['교환']],
    ['12345678', ['1234', '12345678']],
  ])('finds %s by what it begins with, in any language', async (word, beginnings) => {
    const seeker = await newVisitor(operator);
    const { conversationId } = await newConversation(seeker, `… ${word}!`);
    for (const q of beginnings) expect([q, await find(seeker, q)]).toEqual([q, [conversationId]]);
  });
});
