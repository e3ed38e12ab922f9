import * as z from 'zod';
import { limits } from '../limits.ts';
import { text } from '../protocol/text.ts';
import { Done, operation } from './operation.ts';

export const Email = z
  .string()
  .trim()
  .max(limits.text.emailChars)
  .pipe(z.email('Must be an e-mail address.'));

export const Password = z
  .string()
  .min(limits.password.minChars)
  .max(limits.password.maxChars)
  .refine((password) => password.isWellFormed(), 'Must be well-formed Unicode.');

export const Role = z.enum(['owner', 'agent']);
export type Role = z.infer<typeof Role>;

export const User = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    companyName: z.string(),
    tenantId: z.string(),
    role: Role,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const SignedIn = z.object({ message: z.string(), token: z.string(), user: User });

export const register = operation({
  method: 'post',
  path: '/auth/register',
  group: 'Auth',
  access: 'public',
  summary: 'Make a tenant, its first operator and its widget',
  body: z.object({
    email: Email,
    password: Password,
    companyName: text(limits.text.companyNameChars),
    name: text(limits.text.nameChars).optional(),
  }),
  responses: { 201: SignedIn },
});

export const login = operation({
  method: 'post',
  path: '/auth/login',
  group: 'Auth',
  access: 'public',
  summary: 'Sign an operator in',
  body: z.object({
    email: z.string().trim().min(1).max(limits.text.emailChars),
    password: z.string().min(1).max(limits.password.maxChars),
  }),
  responses: { 200: SignedIn },
});

export const logout = operation({
  method: 'post',
  path: '/auth/logout',
  group: 'Auth',
  access: 'operator',
  summary: 'End this session, on HTTP and on sockets',
  responses: { 200: Done },
});
