import * as z from 'zod';
import { Time } from '../protocol/entities.ts';
import { data, operation } from './operation.ts';

export const Ticket = z.object({ url: z.string(), ticket: z.string(), expiresAt: Time });
export type Ticket = z.infer<typeof Ticket>;

export const createTicket = operation({
  method: 'post',
  path: '/realtime/ticket',
  group: 'Realtime',
  access: 'shared',
  summary: 'A ticket that opens one socket within 60 s',
  responses: { 201: data(Ticket) },
});
