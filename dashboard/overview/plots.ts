import type { Overview, OverviewSpan } from '../../shared/api/overview.ts';
import { daysFromTo } from '../../shared/calendar.ts';
import { reasonName, reasonsOf, sentences } from './sentences.ts';
import { counted, dayLabel, lasting, number } from './words.ts';

export type Series = {
  name: string;
  values: (number | null)[];
  /** Of the whole period. */
  total: number | null;
};

/** What is drawn, and what its table holds: a row for each label, a column for each series. */
export type Plot = {
  id: string;
  title: string;
  kind: 'stacked' | 'grouped' | 'lines' | 'ranks';
  /** What the labels are: the head of the table's first column. */
  rows: string;
  labels: string[];
  /** The same, as short as an axis needs them. */
  marks: string[];
  series: Series[];
  /** What the figures of the whole are said to be of. */
  whole: string;
  say(value: number): string;
};

/** Everything that the overview shows, from top to bottom. */
export function plotsOf(overview: Overview): Plot[] {
  return [...overTime(overview), ...times(overview), handOffs(overview), ratings(overview)];
}

type Column = [name: string, of: (span: OverviewSpan) => number | null];

function timeline(
  overview: Overview,
  plot: Pick<Plot, 'id' | 'title' | 'kind'> & { columns: Column[]; say?: Plot['say'] },
): Plot {
  const { id, title, kind, columns, say = number } = plot;
  const { intervals, total, interval } = overview;
  return {
    id,
    title,
    kind,
    say,
    rows: interval === 'day' ? 'Day' : 'Days',
    whole: wholeOf(overview),
    labels: intervals.map(dayLabel),
    marks: intervals.map(({ from }) => dayLabel({ from, to: from })),
    series: columns.map(([name, of]) => ({ name, values: intervals.map(of), total: of(total) })),
  };
}

function wholeOf({ total }: Overview): string {
  return counted(daysFromTo(total.from, total.to), 'day');
}

function overTime(overview: Overview): Plot[] {
  return [
    timeline(overview, {
      id: 'bot',
      title: sentences.bot(overview),
      kind: 'stacked',
      columns: [
        ['By the bot', ({ conversations }) => conversations.answeredByBot],
        ['By a person', ({ conversations }) => conversations.answeredByPerson],
        ['Not answered', unanswered],
      ],
    }),
    timeline(overview, {
      id: 'volume',
      title: sentences.volume(overview),
      kind: 'grouped',
      columns: [
        ['Opened', ({ conversations }) => conversations.opened],
        ['Resolved', ({ resolution }) => resolution.count],
      ],
    }),
    timeline(overview, {
      id: 'messages',
      title: sentences.messages(overview),
      kind: 'stacked',
      columns: [
        ['Bot', ({ messages }) => messages.bot],
        ['Team', ({ messages }) => messages.operator],
        ['Visitors', ({ messages }) => messages.visitor],
      ],
    }),
  ];
}

function unanswered({ conversations: { opened, answeredByBot, answeredByPerson } }: OverviewSpan): number {
  return opened - answeredByBot - answeredByPerson;
}

function times(overview: Overview): Plot[] {
  return (['firstResponse', 'firstPersonResponse', 'resolution'] as const).map((id) =>
    timeline(overview, {
      id,
      title: sentences[id](overview),
      kind: 'lines',
      columns: [
        ['Half within', (span) => span[id].medianMs],
        ['Nine of ten within', (span) => span[id].p90Ms],
      ],
      say: lasting,
    }),
  );
}

type Ranked = Pick<Plot, 'id' | 'title' | 'rows' | 'labels'> & { of: (span: OverviewSpan) => number[] };

function ranks(overview: Overview, { of, ...plot }: Ranked): Plot {
  const { total, previous } = overview;
  const series = (name: string, values: number[]): Series => ({
    name,
    values,
    total: values.reduce((sum, value) => sum + value, 0),
  });
  return {
    ...plot,
    kind: 'ranks',
    marks: plot.labels,
    whole: wholeOf(overview),
    say: number,
    series: [series(dayLabel(total), of(total)), series(dayLabel(previous), of(previous))],
  };
}

function handOffs(overview: Overview): Plot {
  const { total, previous } = overview;
  const reasons = reasonsOf(total.conversations.handOffs, previous.conversations.handOffs);
  return ranks(overview, {
    id: 'handOffs',
    title: sentences.handOffs(overview),
    rows: 'Reason',
    labels: reasons.map(reasonName),
    of: ({ conversations }) => reasons.map((reason) => conversations.handOffs[reason]),
  });
}

function ratings(overview: Overview): Plot {
  const scores = [5, 4, 3, 2, 1];
  return ranks(overview, {
    id: 'ratings',
    title: sentences.ratings(overview),
    rows: 'Rating',
    labels: scores.map((score) => `${score} of 5`),
    of: (span) => scores.map((score) => span.ratings.scores[score - 1] ?? 0),
  });
}
