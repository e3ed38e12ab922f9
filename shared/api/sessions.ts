import * as z from 'zod';
import { Time } from '../protocol/entities.ts';
import { Done, list, operation } from './operation.ts';

const group = 'Settings';

export const Session = z
  .object({
    id: z.string(),
    current: z.boolean().meta({ description: 'The one that asks.' }),
    address: z.string().nullable().meta({ description: 'The network address it was begun from.' }),
    client: z.string().nullable().meta({ description: 'Its kind of browser, such as “Firefox on Linux”.' }),
    createdAt: Time,
    seenAt: Time.meta({ description: 'When it was begun, or last connected to the room.' }),
    expiresAt: Time,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const listSessions = operation({
  method: 'get',
  path: '/settings/sessions',
  group,
  access: 'operator',
  summary: 'Where one is signed in, newest first',
  responses: { 200: list(Session) },
});

export const endSession = operation({
  method: 'delete',
  path: '/settings/sessions/:id',
  group,
  access: 'operator',
  summary: 'End one of one’s sessions, on HTTP and on sockets',
  responses: { 200: Done },
});

export const endSessions = operation({
  method: 'delete',
  path: '/settings/sessions',
  group,
  access: 'operator',
  summary: 'Sign out everywhere, or everywhere else',
  query: z.object({
    keep: z.enum(['none', 'current']).default('none').meta({ description: '`current` keeps this session.' }),
  }),
  responses: { 200: Done },
});
