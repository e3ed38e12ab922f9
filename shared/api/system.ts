import * as z from 'zod';
import { errorCodes } from '../errors.ts';
import { data, operation } from './operation.ts';

export const Failure = z
  .object({
    message: z.string(),
    code: z.enum(errorCodes),
    requestId: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Failure' });
export type Failure = z.infer<typeof Failure>;

const State = z.enum(['ok', 'down']);
export const Health = z.object({ status: State, database: State, realtime: State }).meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;

export const getHealth = operation({
  method: 'get',
  path: '/health',
  group: 'System',
  access: 'public',
  summary: 'Whether every part is up',
  responses: { 200: data(Health), 503: data(Health) },
});

export const getOpenApi = operation({
  method: 'get',
  path: '/openapi.json',
  group: 'System',
  access: 'public',
  summary: 'This description',
  responses: { 200: z.record(z.string(), z.unknown()) },
});

export const getDocs = operation({
  method: 'get',
  path: '/docs',
  group: 'System',
  access: 'public',
  summary: 'This description, to read in a browser',
  responses: { 200: 'text/html' },
});
