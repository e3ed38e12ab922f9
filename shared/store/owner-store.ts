import type { Operator } from '../principal.ts';
import type { Database } from './database.ts';
import { ownerScope } from './scope.ts';
import { teamVerbs } from './team-verbs.ts';
import { widgetVerbs } from './widget-verbs.ts';

/** What only a tenant's owners can do; every verb proves in its own request that the operator is one. */
export function ownerStore(db: Database, operator: Operator) {
  const scope = ownerScope(db, operator);
  return { kind: 'operator' as const, ...widgetVerbs(scope), ...teamVerbs(scope) };
}

export type OwnerStore = ReturnType<typeof ownerStore>;
