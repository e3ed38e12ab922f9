import * as z from 'zod';
import { limits } from '../limits.ts';
import { text } from '../protocol/text.ts';
import { Email, Password, User } from './auth.ts';
import { data, operation } from './operation.ts';

export const getSettings = operation({
  method: 'get',
  path: '/settings',
  group: 'Settings',
  access: 'operator',
  summary: 'The signed-in operator and company',
  responses: { 200: data(User) },
});

export const SettingsPatch = z
  .object({
    name: text(limits.text.nameChars).optional(),
    email: Email.optional(),
    companyName: text(limits.text.companyNameChars).optional(),
    currentPassword: z.string().max(limits.password.maxChars).optional(),
    newPassword: Password.optional(),
  })
  .refine((body) => body.newPassword === undefined || body.currentPassword !== undefined, {
    message: 'A new password needs the current one.',
    path: ['currentPassword'],
  });
export type SettingsPatch = z.infer<typeof SettingsPatch>;

export const updateSettings = operation({
  method: 'put',
  path: '/settings',
  group: 'Settings',
  access: 'operator',
  summary: 'Change name, e-mail, company or password; a new password ends all other sessions',
  body: SettingsPatch,
  responses: { 200: data(User) },
});
