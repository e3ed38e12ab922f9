import type { Operator, Principal, Visitor } from '../../shared/principal.ts';
import type { OwnerStore } from '../../shared/store/owner-store.ts';
import type { TenantStore } from '../../shared/store/tenant-store.ts';
import type { VisitorStore } from '../../shared/store/visitor-store.ts';

/** Every request has these. */
type Common = { requestId: string };

/** What a handler of each kind of route finds in its context: on a public one there is no store at all. */
export type PublicEnv = { Variables: Common };
export type OperatorEnv = { Variables: Common & { principal: Operator; store: TenantStore } };
export type OwnerEnv = { Variables: Common & { principal: Operator; store: OwnerStore } };
export type VisitorEnv = { Variables: Common & { principal: Visitor; store: VisitorStore } };
export type SharedEnv = { Variables: Common & { principal: Principal; store: TenantStore | VisitorStore } };
