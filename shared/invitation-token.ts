import { type TenantId, randomText } from './ids.ts';
import { parseTenantId } from './tenant-id.ts';

const secretChars = 32;

/** The token of an invitation names its tenant, so that it is looked for there and nowhere else. */
export function newInvitationToken(tenantId: TenantId): string {
  return `${tenantId}.${randomText(secretChars)}`;
}

/** The tenant that a token names; null where the text cannot be one. */
export function tenantOfInvitation(token: string): TenantId | null {
  return parseTenantId(token.split('.', 1)[0] ?? '');
}

/** SHA-256 in hexadecimal: what is stored of a token. */
export async function invitationHash(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
