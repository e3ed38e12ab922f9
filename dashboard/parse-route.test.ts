import { expect, it } from 'vitest';
import { parseRoute, pathTo } from './parse-route.ts';

it.each([
  ['', { place: 'inbox', parts: [] }],
  ['#', { place: 'inbox', parts: [] }],
  ['#/knowledge', { place: 'knowledge', parts: [] }],
  ['#/inbox/open/cnv1', { place: 'inbox', parts: ['open', 'cnv1'] }],
  ['#/inbox//cnv1/', { place: 'inbox', parts: ['cnv1'] }],
  ['#/nowhere/else', { place: 'inbox', parts: [] }],
  ['#/inbox/%', { place: 'inbox', parts: ['%'] }],
] as const)('reads %s', (hash, expected) => {
  expect(parseRoute(hash)).toEqual(expected);
});

it('reads back whatever it wrote', () => {
  const parts = ['a/b', 'ü?#', ' '];
  expect(parseRoute(pathTo('team', ...parts))).toEqual({ place: 'team', parts });
});
