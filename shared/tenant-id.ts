import type { TenantId } from './ids.ts';

const shape = /^ten[0-9a-z]{24}$/;

function isTenantId(value: string): value is TenantId {
  return shape.test(value);
}

/**
 * Brands a tenant id. Only the places that know it for true call this: registering, the stored user, a ticket for
 * this room, and what the Worker has verified before. Errors: a TypeError where the text has not even the shape of one.
 */
export function mintTenantId(value: string): TenantId {
  if (isTenantId(value)) return value;
  throw new TypeError('Not a tenant id.');
}

/** The tenant id in a public address, or null where the text cannot be one. */
export function parseTenantId(value: string): TenantId | null {
  return isTenantId(value) ? value : null;
}
