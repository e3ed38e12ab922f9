import { describe, expect, it } from 'vitest';
import { queryPlanner } from '../../tests/support/query-plan.ts';
import { listConversations } from '../api/conversations.ts';
import { mintTenantId } from '../tenant-id.ts';
import { inboxCounts, inboxPage } from './inbox-page.ts';
import { operatorScope } from './scope.ts';

const planOf = queryPlanner();
const never = () => Promise.reject(new Error('Nothing is asked.'));
const scope = operatorScope(
  { one: never, write: never },
  { kind: 'operator', tenantId: mintTenantId(`ten${'0'.repeat(24)}`), userId: 'usr1', sessionId: 'ses1' },
);
const fromIndex = /^SEARCH c USING (COVERING )?INDEX conversations_\w+ \(tenant_id=\?/;

describe('the inbox in a tenant of any size', () => {
  it.each([
    ['', 'by_activity (tenant_id=?'],
    ['status=open', 'by_state (tenant_id=? AND status=? AND handler=?'],
    ['handler=bot', 'by_state (tenant_id=? AND status=? AND handler=?'],
    ['status=open&handler=bot', 'by_state (tenant_id=? AND status=? AND handler=?'],
    ['assignee=me', 'by_assignee (tenant_id=? AND assignee_id=? AND status=? AND handler=?'],
    ['assignee=none&status=open', 'by_assignee (tenant_id=? AND assignee_id=? AND status=? AND handler=?'],
    ['assignee=usr2&handler=bot', 'by_assignee (tenant_id=? AND assignee_id=? AND status=? AND handler=?'],
    ['unanswered=true', 'unanswered (tenant_id=?'],
    ['visitorId=vis1&status=open', 'by_visitor (tenant_id=? AND visitor_id=?'],
  ])('reads no more than a page for %j, in either direction', (filter, index) => {
    for (const from of ['', '&cursor=9', '&cursor=9&direction=newer']) {
      const query = listConversations.query.parse(Object.fromEntries(new URLSearchParams(filter + from)));
      const plan = planOf(inboxPage(scope, query));
      const reads = plan.filter((line) => /^(SEARCH|SCAN) c\b/.test(line) && !line.includes('rowid=?'));
      expect(reads.length).toBeGreaterThan(0);
      for (const line of reads) expect(line).toContain(` INDEX conversations_${index}`);
      // Only the page that has been found is sorted.
      expect(plan.filter((line) => line === 'USE TEMP B-TREE FOR ORDER BY')).toHaveLength(1);
    }
  });

  it('counts from indexes alone', () => {
    const counts = planOf(inboxCounts(scope)).filter((line) => /^(SEARCH|SCAN) c\b/.test(line));
    expect(counts).toHaveLength(6);
    for (const line of counts) expect(line).toMatch(fromIndex);
  });
});
