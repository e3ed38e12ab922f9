import * as z from 'zod';
import type { TenantId } from './ids.ts';
import { mintTenantId } from './tenant-id.ts';

/** Stands for a page that Chatly itself serves. */
export const ownOrigin = 'self';

const Tenant = z.string().transform((id): TenantId => mintTenantId(id));

export const Operator = z.object({
  kind: z.literal('operator'),
  tenantId: Tenant,
  userId: z.string(),
  sessionId: z.string(),
});
export type Operator = z.infer<typeof Operator>;

export const Visitor = z.object({
  kind: z.literal('visitor'),
  tenantId: Tenant,
  visitorId: z.string(),
  sessionId: z.string(),
  /** The page's origin as the browser states it, or `ownOrigin`; judged against the tenant's allowed origins. */
  origin: z.string().nullable(),
});
export type Visitor = z.infer<typeof Visitor>;

/** The operator or the visitor that a credential proves: tenant and scope come from nowhere else. */
export const Principal = z.discriminatedUnion('kind', [Operator, Visitor]);
export type Principal = z.infer<typeof Principal>;
