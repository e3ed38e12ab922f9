import { type SQL, sql } from 'drizzle-orm';
import type { Invitation, Member } from '../api/team.ts';
import type { Role } from '../api/auth.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Rule } from './database.ts';
import { type Json, rendered } from './json.ts';
import { type News, newsColumns, newsOf } from './log.ts';
import { reworded } from './reworded.ts';
import type { Scope } from './scope.ts';
import { invitationJson, memberJson } from './team-json.ts';

export type NewInvitation = { role: Role; name: string | null; tokenHash: string };
type Invited = { result: Json<Invitation>; news: News };

/** What owners do with their team. */
export function teamVerbs(scope: Scope) {
  const { tenantId } = scope;
  const member = memberOf(scope);
  const open = sql`tenant_id = ${tenantId} AND expires_at > ${new Date().toISOString()}`;
  return {
    /** Errors: invalid_request (as many are open as may be). */
    async createInvitation({ role, name, tokenHash }: NewInvitation): Promise<Invited> {
      const id = newId('inv');
      const now = Date.now();
      const at = (ms: number) => new Date(ms).toISOString();
      const isFull: Rule = [
        sql`(SELECT count(*) FROM invitations WHERE ${open}) >= ${limits.team.invitations}`,
        'invalid_request',
      ];
      const row = await reworded('invalid_request', tooManyInvitations, () =>
        scope.write({
          refuse: [isFull],
          statements: [
            sql`DELETE FROM invitations WHERE tenant_id = ${tenantId} AND expires_at <= ${at(now)}`,
            sql`INSERT INTO invitations (tenant_id, id, token_hash, role, name, expires_at, created_at)
              VALUES (${tenantId}, ${id}, ${tokenHash}, ${role}, ${name}, ${at(now + limits.invitation.lifeMs)}, ${at(now)})`,
          ],
          result: sql`SELECT ${invitationJson} AS result, ${newsColumns(tenantId)}
            FROM invitations i WHERE i.tenant_id = ${tenantId} AND i.id = ${id}`,
        }),
      );
      return { result: rendered(row['result']), news: newsOf(row) };
    },
    /** Errors: not_found. */
    async revokeInvitation(id: string): Promise<News> {
      const which = sql`tenant_id = ${tenantId} AND id = ${id}`;
      const row = await scope.write({
        refuse: [[sql`NOT EXISTS (SELECT 1 FROM invitations WHERE ${which})`, 'not_found']],
        statements: [sql`DELETE FROM invitations WHERE ${which}`],
        result: sql`SELECT ${newsColumns(tenantId)}`,
      });
      return newsOf(row);
    },
    /** Errors: not_found, conflict (the last owner). */
    async updateMember(id: string, role: Role): Promise<{ result: Json<{ data: Member }>; news: News }> {
      const row = await unlessLast(() =>
        scope.write({
          refuse: [notFound(member(id)), ...(role === 'owner' ? [] : [isLastOwner(scope, id)])],
          statements: [sql`UPDATE users AS u SET role = ${role} WHERE ${member(id)}`],
          result: sql`SELECT json_object('data', ${memberJson}) AS result, ${newsColumns(tenantId)}
            FROM users u WHERE ${member(id)}`,
        }),
      );
      return { result: rendered(row['result']), news: newsOf(row) };
    },
    /** Its sessions end with it, and what it was assigned is nobody's. Errors: not_found, conflict (the last owner). */
    removeMember: (id: string): Promise<News> => remove(scope, id),
  };
}

/** What every member does with its own membership. */
export function membershipVerbs(scope: Scope) {
  return {
    /** The account ends, with its sessions. Errors: conflict (the last owner). */
    leaveTeam: (): Promise<News> => remove(scope, scope.authorId),
  };
}

async function remove(scope: Scope, id: string): Promise<News> {
  const which = memberOf(scope)(id);
  const row = await unlessLast(() =>
    scope.write({
      refuse: [notFound(which), isLastOwner(scope, id)],
      statements: [sql`DELETE FROM users AS u WHERE ${which}`],
      result: sql`SELECT ${newsColumns(scope.tenantId)}`,
    }),
  );
  return newsOf(row);
}

/** Alias: u users. */
const memberOf =
  ({ tenantId }: Scope) =>
  (id: string) =>
    sql`u.tenant_id = ${tenantId} AND u.id = ${id}`;

const unlessLast = <T>(run: () => Promise<T>) => reworded('conflict', lastOwner, run);

const notFound = (member: SQL): Rule => [
  sql`NOT EXISTS (SELECT 1 FROM users u WHERE ${member})`,
  'not_found',
];

function isLastOwner({ tenantId }: Scope, id: string): Rule {
  return [
    sql`NOT EXISTS (SELECT 1 FROM users WHERE tenant_id = ${tenantId} AND id <> ${id} AND role = 'owner')`,
    'conflict',
  ];
}

const lastOwner = () =>
  new AppError('conflict', { message: 'A team needs an owner: make somebody else one first.' });
const tooManyInvitations = () =>
  new AppError('invalid_request', {
    message: `There are ${limits.team.invitations} open invitations already. Take one back first.`,
  });
