import * as z from 'zod';
import { limits } from '../limits.ts';
import { text } from '../protocol/text.ts';
import { Email, Password, SignedIn } from './auth.ts';
import { operation } from './operation.ts';

export const acceptInvitation = operation({
  method: 'post',
  path: '/auth/accept-invitation',
  group: 'Auth',
  access: 'public',
  summary: 'Join a team with the token of an invitation',
  body: z.object({
    token: z.string().trim().min(1).max(limits.invitation.tokenChars),
    email: Email,
    password: Password,
    name: text(limits.text.nameChars),
  }),
  responses: { 201: SignedIn },
});
