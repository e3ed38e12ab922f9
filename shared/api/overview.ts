import * as z from 'zod';
import { data, operation } from './operation.ts';

const Day = z.iso.date().meta({ description: 'A day of the tenant’s calendar, such as 2026-11-24.' });
const Count = z.int().min(0);

const Seconds = z
  .object({
    count: Count,
    median: z.int().nullable(),
    p90: z.int().nullable(),
  })
  .meta({ id: 'Seconds', description: 'Durations in seconds, read from classes about a third apart.' });

const Figures = {
  conversations: Count.meta({ description: 'Begun.' }),
  resolved: Count.meta({ description: 'Resolved, and not opened again since.' }),
  answered: Count.meta({ description: 'Answered for the first time.' }),
  answeredByBot: Count.meta({ description: 'Of those answered, the ones in which no person has written.' }),
  firstResponse: Seconds.meta({ description: 'From the beginning to the first answer, of bot or person.' }),
  firstHumanResponse: Seconds.meta({ description: 'How long the visitor waited for the first person.' }),
  resolution: Seconds.meta({ description: 'From the beginning to the resolution.' }),
  ratings: z.object({
    count: Count,
    average: z.number().nullable(),
    scores: z.array(Count).length(5).meta({ description: 'How many gave 1, 2, 3, 4 and 5.' }),
  }),
};

export const Overview = z
  .object({
    from: z.string(),
    to: z.string(),
    utcOffsetMinutes: z.int(),
    totals: z.object(Figures),
    days: z.array(z.object({ date: z.string(), ...Figures })),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

const Range = z.object({
  from: Day.optional().meta({ description: 'The first day; by default 29 days before `to`.' }),
  to: Day.optional().meta({ description: 'The last day; by default today.' }),
});
export type OverviewRange = z.infer<typeof Range>;

export const getOverview = operation({
  method: 'get',
  path: '/overview',
  group: 'Overview',
  access: 'operator',
  summary: 'Conversations, response times, the bot’s share and ratings, in all and by day',
  query: Range,
  responses: { 200: data(Overview) },
});

export const getOverviewCsv = operation({
  method: 'get',
  path: '/overview.csv',
  group: 'Overview',
  access: 'operator',
  summary: 'The same by day, as a table for spreadsheets',
  query: Range,
  responses: { 200: 'text/csv' },
});
