import { expect, it } from 'vitest';
import { queryPlanner } from '../../tests/support/query-plan.ts';
import { mintTenantId } from '../tenant-id.ts';
import { overviewJson } from './overview-verbs.ts';
import { operatorScope } from './scope.ts';

const never = () => Promise.reject(new Error('Nothing is asked.'));
const scope = operatorScope(
  { one: never, write: never },
  { kind: 'operator', tenantId: mintTenantId(`ten${'0'.repeat(24)}`), userId: 'usr1', sessionId: 'ses1' },
);

it('reads a period of one tenant from indexes alone: no conversation, no message, nobody else’s', () => {
  const plan = queryPlanner()(overviewJson(scope, { interval: 'day', timezone: 'UTC' }, '[]'));
  const ownRows = /^(SEARCH|SCAN) (s|spans|CONSTANT ROW|\(subquery-\d+\))/;
  const reads = plan.filter((line) => /^(SEARCH|SCAN) /.test(line) && !ownRows.test(line));
  const opened =
    'SEARCH c USING COVERING INDEX conversations_by_opening (tenant_id=? AND created_at>? AND created_at<?)';
  expect(reads).toEqual([
    opened,
    opened,
    opened,
    'SEARCH c USING COVERING INDEX conversations_by_resolution (tenant_id=? AND resolved_at>? AND resolved_at<?)',
    'SEARCH message_tallies USING INDEX sqlite_autoindex_message_tallies_1 (tenant_id=? AND slot>? AND slot<?)',
    'SEARCH c USING COVERING INDEX conversations_by_rating (tenant_id=? AND rated_at>? AND rated_at<?)',
  ]);
  expect(plan.filter((line) => line.includes('AUTOMATIC'))).toEqual([]);
});
