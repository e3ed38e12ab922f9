import { expect, it } from 'vitest';
import { isLastOwner } from './roles.ts';

const owner = (id: string) => ({ id, role: 'owner' }) as const;
const agent = (id: string) => ({ id, role: 'agent' }) as const;

it.each([
  ['alone', [owner('a')], 'a', true],
  ['among agents', [owner('a'), agent('b')], 'a', true],
  ['beside another owner', [owner('a'), owner('b')], 'a', false],
  ['an agent beside an owner', [owner('a'), agent('b')], 'b', false],
] as const)('knows who is the last owner: %s', (_, members, id, expected) => {
  expect(isLastOwner(members, id)).toBe(expected);
});
