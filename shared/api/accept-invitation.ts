import * as z from 'zod';
import { limits } from '../limits.ts';
import { text } from '../protocol/text.ts';
import { Time } from '../protocol/entities.ts';
import { Email, Password, Role, SignedIn } from './auth.ts';
import { data, operation } from './operation.ts';

const Token = z.string().trim().min(1).max(limits.invitation.tokenChars);

const OpenInvitation = z.object({
  companyName: z.string(),
  role: Role,
  name: z.string().nullable().meta({ description: 'Whom it is for, as the inviting owner put it.' }),
  expiresAt: Time,
});
export type OpenInvitation = z.infer<typeof OpenInvitation>;

export const readInvitation = operation({
  method: 'post',
  path: '/auth/invitation',
  group: 'Auth',
  access: 'public',
  summary: 'What the token of an invitation is for; 404 where it is used up, taken back or over',
  body: z.object({ token: Token }),
  responses: { 200: data(OpenInvitation) },
});

export const acceptInvitation = operation({
  method: 'post',
  path: '/auth/accept-invitation',
  group: 'Auth',
  access: 'public',
  summary: 'Join a team with the token of an invitation',
  body: z.object({
    token: Token,
    email: Email,
    password: Password,
    name: text(limits.text.nameChars),
  }),
  responses: { 201: SignedIn },
});
