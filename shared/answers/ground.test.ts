import { expect, test } from 'vitest';
import { claimsOf } from './claims.ts';
import { ground } from './ground.ts';

const passages = [
  { n: 1, entryId: 'e1', title: 'Refunds', text: 'Refunds take fourteen days. They go to the card.' },
  {
    n: 2,
    entryId: 'e2',
    title: 'Shipping',
    url: 'https://example.com/s',
    text: 'Parcels arrive within three days by post.',
  },
];
const grounding = (raw: string) => ground({ raw, shown: raw.replaceAll(/ ?\[\d\]/g, ''), passages });
const refunds = { entryId: 'e1', title: 'Refunds', quote: 'Refunds take fourteen days.' };

test('a reference belongs to the sentence before it', () => {
  expect(claimsOf('One fact [1]. Another [2][3]. [1]').map(({ numbers }) => numbers)).toEqual([
    [1],
    [2, 3, 1],
  ]);
});

test.each(['[1]', '[9]', '[2]', ''])(
  'the source is the passage that says it, whatever the model refers to: %s',
  (reference) => {
    expect(grounding(`Refunds take fourteen days ${reference}.`)).toEqual({
      isGrounded: true,
      citations: [refunds],
    });
  },
);

test('two sources are cited in the order of their use, in their own words', () => {
  const { citations } = grounding('Parcels arrive within three days [2]. Refunds take fourteen days [1].');
  expect(citations).toEqual([
    {
      entryId: 'e2',
      title: 'Shipping',
      url: 'https://example.com/s',
      quote: 'Parcels arrive within three days by post.',
    },
    refunds,
  ]);
});

test.each([
  'Zebra rides cost nine dollars [1].',
  'I do not know.',
  'Sorry, I cannot help with that [1].',
  '',
])('what rests on no passage is no answer: %s', (raw) =>
  expect(grounding(raw)).toEqual({ isGrounded: false, citations: [] }),
);
