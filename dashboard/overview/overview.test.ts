import { describe, expect, it } from 'vitest';
import type { Durations, Overview, OverviewSpan } from '../../shared/api/overview.ts';
import { csvOf, overviewCsv } from './csv.ts';
import { choiceIn, daysIn, partsOf, problemOf, todayHere } from './period-choice.ts';
import { plotsOf } from './plots.ts';
import { labelledAt, ticksFor } from './scale.ts';
import { sentences } from './sentences.ts';
import { lasting } from './words.ts';

const never: Durations = { count: 0, medianMs: null, p90Ms: null };
const handOffs = { asked: 0, no_answer: 0, used_up: 0, outage: 0, taken_over: 0, unknown: 0 };
const nothing: OverviewSpan = {
  from: '2026-11-01',
  to: '2026-11-28',
  conversations: { opened: 0, answeredByBot: 0, answeredByPerson: 0, handOffs },
  firstResponse: never,
  firstPersonResponse: never,
  resolution: never,
  messages: { visitor: 0, operator: 0, bot: 0 },
  ratings: { count: 0, average: null, scores: [0, 0, 0, 0, 0] },
};

function overviewOf(total: Partial<OverviewSpan>, previous: Partial<OverviewSpan> = {}): Overview {
  const whole = { ...nothing, ...total };
  return {
    interval: 'day',
    timezone: 'UTC',
    total: whole,
    previous: { ...nothing, from: '2026-10-04', to: '2026-10-31', ...previous },
    intervals: [{ ...whole, from: '2026-11-28' }],
  };
}

const breakable = (text: string) => text.replaceAll('\u00a0', ' ');
const conversations = (opened: number, answeredByBot = 0, reasons: Partial<typeof handOffs> = {}) => ({
  conversations: { opened, answeredByBot, answeredByPerson: 0, handOffs: { ...handOffs, ...reasons } },
});

describe('a sentence', () => {
  it.each([
    [sentences.bot(overviewOf({})), 'No conversation was opened that the bot could have answered.'],
    [sentences.bot(overviewOf(conversations(1))), 'The bot answered 0% of 1 conversation.'],
    [
      sentences.bot(overviewOf(conversations(240, 149), conversations(200, 110))),
      'The bot answered 62% of 240 conversations, up from 55%.',
    ],
    [
      sentences.bot(overviewOf(conversations(10, 5), conversations(2, 1))),
      'The bot answered 50% of 10 conversations, as before.',
    ],
    [
      sentences.volume(overviewOf({ ...conversations(1), resolution: never }, conversations(1200))),
      '1 conversation was opened and 0 resolved; 1,200 opened in the 28 days before.',
    ],
    [sentences.handOffs(overviewOf({})), 'The bot handed no conversation over to a person.'],
    [
      sentences.handOffs(overviewOf(conversations(9, 0, { asked: 1 }))),
      'The bot handed over 1 conversation, because the visitor asked for a person.',
    ],
    [
      sentences.handOffs(overviewOf(conversations(9, 0, { asked: 1, no_answer: 5 }))),
      'The bot handed over 6 conversations, most often because it found no answer (5).',
    ],
    [sentences.firstResponse(overviewOf({})), 'No conversation has been answered.'],
    [
      sentences.firstResponse(overviewOf({ firstResponse: { count: 1, medianMs: 4000, p90Ms: 4000 } })),
      'The only first answer came after 4 s.',
    ],
    [
      sentences.firstPersonResponse(
        overviewOf(
          { firstPersonResponse: { count: 3, medianMs: 90_000, p90Ms: 600_000 } },
          { firstPersonResponse: { count: 2, medianMs: 120_000, p90Ms: 120_000 } },
        ),
      ),
      'Half of the visitors who waited for a person had an answer within 1.5 min, down from 2 min; nine of ten within 10 min.',
    ],
    [
      sentences.messages(overviewOf({ messages: { visitor: 2, operator: 1, bot: 1 } })),
      '4 messages were written: 50% by visitors, 25% by the bot, 25% by your team.',
    ],
    [
      sentences.ratings(overviewOf({ ratings: { count: 1, average: 4.67, scores: [0, 0, 0, 0, 1] } })),
      'Visitors rated 1 conversation 4.7 of 5 on average.',
    ],
  ])('%#: %s', (sentence, expected) => {
    expect(breakable(sentence)).toBe(expected);
  });
});

describe('the plots', () => {
  it('have a figure for each label and series', () => {
    for (const { labels, series, title } of plotsOf(overviewOf(conversations(3, 1)))) {
      expect(title).not.toBe('');
      for (const { values } of series) expect(values).toHaveLength(labels.length);
    }
  });

  it('share out the conversations that were opened', () => {
    const [bot] = plotsOf(overviewOf(conversations(3, 1)));
    expect(bot?.series.map(({ name, total }) => [name, total])).toEqual([
      ['By the bot', 1],
      ['By a person', 0],
      ['Not answered', 2],
    ]);
  });

  it.each([
    [0, 'counts', [0, 1]],
    [3, 'counts', [0, 1, 2, 3]],
    [9, 'counts', [0, 5, 10]],
    [240, 'counts', [0, 100, 200, 300]],
    [0, 'durations', [0, 100]],
    [50_000, 'durations', [0, 15_000, 30_000, 45_000, 60_000]],
    [3 * 3_600_000, 'durations', [0, 3_600_000, 7_200_000, 10_800_000]],
  ] as const)('mark an axis up to %d %s at %j', (largest, kind, ticks) => {
    expect(ticksFor(largest, kind)).toEqual(ticks);
  });

  it.each([0.4, 7, 99, 1234, 5e7, 9e11])('mark an axis to %d with no more than six marks', (largest) => {
    for (const kind of ['counts', 'durations'] as const) {
      const ticks = ticksFor(largest, kind);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
    }
  });

  it('label a few days of many', () => {
    expect([labelledAt(1, 4), labelledAt(7, 4), labelledAt(28, 4)]).toEqual([
      [0],
      [0, 2, 4, 6],
      [0, 7, 14, 21],
    ]);
  });

  it.each([
    [0, '0 s'],
    [20, '0.1 s'],
    [1499, '1.5 s'],
    [59_900, '1 min'],
    [25 * 3_600_000, '25 h'],
    [60 * 3_600_000, '2.5 days'],
  ])('say %d ms as %s', (ms, said) => {
    expect(breakable(lasting(ms))).toBe(said);
  });
});

describe('the period', () => {
  it.each([
    [[], ['28']],
    [['90'], ['90']],
    [['31'], ['28']],
    [
      ['2026-11-01', '2026-11-28'],
      ['2026-11-01', '2026-11-28'],
    ],
    [['2026-11-28', '2026-11-01'], ['28']],
    [['2026-02-30', '2026-03-01'], ['28']],
  ])('in the address %j is %j', (parts, kept) => {
    expect(partsOf(choiceIn(parts))).toEqual(kept);
  });

  it('of so many days ends today; a long one is looked at by week', () => {
    expect(daysIn({ days: 7 }, '2026-03-02')).toEqual({
      from: '2026-02-24',
      to: '2026-03-02',
      interval: 'day',
    });
    expect(daysIn({ days: 90 }, '2026-03-02').interval).toBe('week');
    expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('has a first and a last day, not too far from each other', () => {
    expect(problemOf('', '2026-11-01')).toBe('Give both days.');
    expect(problemOf('2026-11-02', '2026-11-01')).toBe('The last day is before the first.');
    expect(problemOf('2025-11-01', '2026-11-02')).toBe('At most 366 days.');
    expect(problemOf('2026-11-01', '2026-11-01')).toBeNull();
  });
});

describe('the CSV', () => {
  it('has a line of names, and one of each interval', () => {
    const lines = overviewCsv(overviewOf(conversations(3, 1))).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^First day,Last day,Conversations opened,/);
    expect(lines[1]).toMatch(/^2026-11-28,2026-11-28,3,1,0,/);
    expect(lines[0]?.match(/"[^"]*"|[^,]+/g)).toHaveLength(lines[1]?.split(',').length ?? 0);
  });

  it('lets no text become a formula, and no text break out of its cell', () => {
    const cells = ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', 'a,b', 'say "no"', 'two\nlines', 'plain'];
    expect(csvOf([cells, [-1, null, 0.5]])).toBe(
      `'=1+1,'+1,'-1,'@sum,'\t=1,"'\r=1","a,b","say ""no""","two\nlines",plain\r\n-1,,0.5\r\n`,
    );
  });
});
