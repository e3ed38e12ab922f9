import { sql } from 'drizzle-orm';
import type { Team } from '../api/team.ts';
import type { Json } from './json.ts';
import type { Scope } from './scope.ts';

/** Alias: u users. */
export const memberJson = sql.raw(
  `json_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role, 'createdAt', u.created_at)`,
);
/** Alias: i invitations. */
export const invitationJson = sql.raw(
  `json_object('id', i.id, 'name', i.name, 'role', i.role, 'createdAt', i.created_at, 'expiresAt', i.expires_at)`,
);

/** Everybody on the team; for owners also the invitations that are open. */
export function teamReads(scope: Scope) {
  const { tenantId, authorId } = scope;
  return {
    getTeam: (): Promise<Json<{ data: Team }>> =>
      scope.read(sql`SELECT json_object('data', json_object(
        'members', (SELECT json_group_array(${memberJson} ORDER BY u.created_at, u.id) FROM users u
          WHERE u.tenant_id = ${tenantId}),
        'invitations', (SELECT json_group_array(${invitationJson} ORDER BY i.created_at, i.id) FROM invitations i
          WHERE i.tenant_id = ${tenantId} AND i.expires_at > ${new Date().toISOString()}
            AND EXISTS (SELECT 1 FROM users WHERE tenant_id = ${tenantId} AND id = ${authorId} AND role = 'owner'))))`),
  };
}
