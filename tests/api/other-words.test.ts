import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type OperatorFixture, newTenant } from '../support/people.ts';

const url = inject('stackUrl');

const entries = [
  { question: 'Membership fee', answer: 'Members owe 39 a month; students 29.' },
  { question: 'Theft', answer: 'Report it to the police and write to us within a week.' },
  { question: 'Tool price', answer: 'Garden tools are lent out for a week, 5 each.' },
  { question: '¿Cómo puedo cancelar mi pedido?', answer: 'Cualquier pedido se cancela en «Mis pedidos».' },
];

describe('a question in other words than the entry’s', () => {
  let tenant: OperatorFixture;
  beforeAll(async () => {
    tenant = await newTenant(url);
    for (const entry of entries) await tenant.api['knowledge-base'].$post({ json: { type: 'qa', ...entry } });
  });

  const search = async (q: string) => {
    const { data } = await (await tenant.api['knowledge-base'].search.$get({ query: { q } })).json();
    return data.map(({ title }) => title);
  };
  const ask = async (question: string) =>
    (await (await tenant.api['knowledge-base'].ask.$post({ json: { question } })).json()).data;

  it('finds it by what is commonly said for the same, and answers', async () => {
    expect(await search('my bicycle was stolen')).toEqual(['Theft']);
    expect(await ask('What does membership cost?')).toMatchObject({
      decision: 'answer',
      citations: [{ title: 'Membership fee' }],
    });
  });

  it('finds the word itself before what is said for it', async () => {
    expect(await search('price')).toEqual(['Tool price', 'Membership fee']);
    expect(await search('fee')).toEqual(['Membership fee', 'Tool price']);
  });

  it('finds other forms of a word in another language', async () => {
    expect(await search('¿Dónde hago una cancelación?')).toEqual(['¿Cómo puedo cancelar mi pedido?']);
  });
});

describe('what no entry is meant to answer', () => {
  it.each([
    ['I want to talk to a human', 'asks_for_person'],
    ['Hi, what is your name?', 'only_chats'],
  ])('%s: a person takes over, whatever is found', async (question, reason) => {
    const { api } = await newTenant(url);
    const entry = { question: 'How do I talk to a human? What is your name?', answer: 'Ring the bell.' };
    await api['knowledge-base'].$post({ json: { type: 'qa', ...entry } });
    const { data } = await (await api['knowledge-base'].ask.$post({ json: { question } })).json();
    expect(data).toMatchObject({ decision: 'decline', reason, score: 0, answer: null, citations: [] });
    expect(data.passages).not.toEqual([]);
  });
});
