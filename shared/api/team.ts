import * as z from 'zod';
import { limits } from '../limits.ts';
import { Time } from '../protocol/entities.ts';
import { text } from '../protocol/text.ts';
import { Role } from './auth.ts';
import { Done, data, operation } from './operation.ts';

const group = 'Team';

export const Member = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: Role, createdAt: Time })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

export const Invitation = z
  .object({
    id: z.string(),
    name: z.string().nullable().meta({ description: 'Whom it is for, as the inviting owner put it.' }),
    role: Role,
    createdAt: Time,
    expiresAt: Time,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

const Team = z.object({
  members: z.array(Member),
  invitations: z.array(Invitation).meta({ description: 'Still open; for owners, others get none.' }),
});
export type Team = z.infer<typeof Team>;

export const getTeam = operation({
  method: 'get',
  path: '/team',
  group,
  access: 'operator',
  summary: 'Everybody on the team, and the invitations that are open',
  responses: { 200: data(Team) },
});

const Invited = z.object({
  invitation: Invitation,
  token: z.string().meta({ description: 'Works once; it is shown here and never again.' }),
  url: z.string().meta({ description: 'Where the dashboard takes it; the token stands behind the #.' }),
});
export type Invited = z.infer<typeof Invited>;

export const invite = operation({
  method: 'post',
  path: '/team/invitations',
  group,
  access: 'owner',
  summary: 'Make a link with which one person joins the team within 7 days',
  body: z.object({ role: Role.default('agent'), name: text(limits.text.nameChars).optional() }),
  responses: { 201: data(Invited) },
});
export type Invite = z.infer<typeof invite.body>;

export const revokeInvitation = operation({
  method: 'delete',
  path: '/team/invitations/:id',
  group,
  access: 'owner',
  summary: 'Take an invitation back',
  responses: { 200: Done },
});

export const updateMember = operation({
  method: 'patch',
  path: '/team/members/:id',
  group,
  access: 'owner',
  summary: 'Change a member’s role; the last owner stays one (409)',
  body: z.object({ role: Role }),
  responses: { 200: data(Member) },
});

export const removeMember = operation({
  method: 'delete',
  path: '/team/members/:id',
  group,
  access: 'owner',
  summary:
    'Remove a member: its sessions end at once, its conversations are nobody’s; the last owner stays (409)',
  responses: { 200: Done },
});

export const leaveTeam = operation({
  method: 'post',
  path: '/team/leave',
  group,
  access: 'operator',
  summary: 'Leave the team: one’s account and sessions end at once; the last owner stays (409)',
  responses: { 200: Done },
});
