import * as z from 'zod';
import { isTimeZone } from '../calendar.ts';
import { limits } from '../limits.ts';
import { TimeZone } from '../protocol/index.ts';
import { data, operation } from './operation.ts';

const Day = z.iso
  .date()
  .refine((day) => day >= '2000-01-01' && day < '2200-01-01', 'Must be of this century or the next.');
const Count = z.int().min(0);

const Durations = z
  .object({
    count: Count.meta({ description: 'How many there were.' }),
    medianMs: z.int().nullable(),
    p90Ms: z.int().nullable().meta({ description: 'Nine of ten took no longer.' }),
  })
  .meta({ id: 'Durations' });
export type Durations = z.infer<typeof Durations>;

const HandOffs = z
  .object({
    asked: Count.meta({ description: 'The visitor asked for a person.' }),
    no_answer: Count.meta({ description: 'The bot found no answer.' }),
    used_up: Count.meta({ description: 'It had answered as often as it may.' }),
    outage: Count.meta({ description: 'Its model could not be reached.' }),
    taken_over: Count.meta({ description: 'An operator took over unasked.' }),
    unknown: Count.meta({ description: 'From before reasons were kept.' }),
  })
  .meta({ id: 'HandOffs' });

export const OverviewSpan = z
  .object({
    from: z.string().meta({ description: 'The first day.' }),
    to: z.string().meta({ description: 'The last day.' }),
    conversations: z.object({
      opened: Count,
      answeredByBot: Count.meta({ description: 'Without a person, and not handed over to one.' }),
      answeredByPerson: Count.meta({ description: 'A person has written in them.' }),
      handOffs: HandOffs.meta({
        description: 'Those that the bot handed over, by the reason of the first time.',
      }),
    }),
    firstResponse: Durations.meta({ description: 'From opening to the first answer, of bot or person.' }),
    firstPersonResponse: Durations.meta({ description: 'How long the visitor waited for the first person.' }),
    resolution: Durations.meta({
      description: 'Conversations resolved and not opened again, and the time from opening until then.',
    }),
    messages: z.object({ visitor: Count, operator: Count, bot: Count }),
    ratings: z.object({
      count: Count,
      average: z.number().nullable(),
      scores: z.array(Count).length(5).meta({ description: 'How many gave 1, 2, 3, 4 and 5.' }),
    }),
  })
  .meta({ id: 'OverviewSpan' });
export type OverviewSpan = z.infer<typeof OverviewSpan>;

export const Overview = z
  .object({
    interval: z.enum(['day', 'week']),
    timezone: z.string(),
    total: OverviewSpan,
    previous: OverviewSpan.meta({ description: 'As many days just before, to compare with.' }),
    intervals: z.array(OverviewSpan).meta({ description: 'Each day or week; the weeks begin on Monday.' }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const getOverview = operation({
  method: 'get',
  path: '/overview',
  group: 'Overview',
  access: 'operator',
  summary:
    'Conversations, the bot’s share, hand-offs, response times, messages and ratings of a period, and over time',
  query: z.object({
    from: Day.optional().meta({
      description: `The first day; by default ${limits.overview.defaultDays} days with the last.`,
    }),
    to: Day.optional().meta({
      description: `The last day; by default today. At most ${limits.overview.days} days.`,
    }),
    interval: z.enum(['day', 'week']).default('day'),
    timezone: TimeZone.refine(isTimeZone, 'Must be a time zone such as Europe/Berlin.')
      .default('UTC')
      .meta({ description: 'Whose days they are, by its name in the IANA database.' }),
  }),
  responses: { 200: data(Overview) },
});
export type OverviewQuery = z.infer<typeof getOverview.query>;
