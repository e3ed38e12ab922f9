import { describe, expect, it } from 'vitest';
import { queryPlanner } from '../../tests/support/query-plan.ts';
import { listConversations } from '../api/conversations.ts';
import { mintTenantId } from '../tenant-id.ts';
import { operatorScope } from './scope.ts';
import { searchPage } from './search-conversations.ts';

const planOf = queryPlanner();
const never = () => Promise.reject(new Error('Nothing is asked.'));
const scope = operatorScope(
  { one: never, write: never },
  { kind: 'operator', tenantId: mintTenantId(`ten${'0'.repeat(24)}`), userId: 'usr1', sessionId: 'ses1' },
);
const planFor = (query: string, q = 'broken teapot') => {
  const read = listConversations.query.parse(Object.fromEntries(new URLSearchParams(query)));
  return planOf(searchPage(scope, read, q));
};

describe('a search in a tenant of any size', () => {
  it.each(['', 'status=open', 'cursor=9', 'assignee=me&cursor=9'])(
    'goes from the hits to their conversations, never through all, for %j',
    (query) => {
      const reads = planFor(query).filter((line) => /^(SEARCH|SCAN) c\b/.test(line));
      expect(reads).toEqual([expect.stringContaining('(tenant_id=? AND id=?)')]);
    },
  );

  it('asks the vocabulary once what the last word may become, on later pages too, where it is sure how it is held', () => {
    const asked = (q: string) =>
      planFor('cursor=9', q).filter((line) => /messages_vocabulary|SCAN ending/.test(line));
    expect(asked('broken teapot')).toHaveLength(3);
    expect(asked('broken 返金')).toEqual([]);
  });

  it('finds but once what earlier pages have shown', () => {
    const lists = planFor('cursor=9').filter((line) => line.includes('LIST SUBQUERY'));
    expect(lists).toEqual([expect.stringMatching(/^LIST SUBQUERY/)]);
    expect(planFor('cursor=9').filter((line) => line.includes('messages_fts VIRTUAL'))).toHaveLength(2);
    expect(planFor('cursor=9')).toContainEqual(expect.stringMatching(/^SEARCH newer .*messages_by_seq/));
  });
});
