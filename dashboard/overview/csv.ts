import type { Durations, Overview, OverviewSpan } from '../../shared/api/overview.ts';

type Cell = string | number | null;

const seconds = (ms: number | null): Cell => (ms === null ? null : ms / 1000);
const timed = (
  name: string,
  of: (span: OverviewSpan) => Durations,
): [string, (span: OverviewSpan) => Cell][] => [
  [`${name}: median, seconds`, (span) => seconds(of(span).medianMs)],
  [`${name}: 90th percentile, seconds`, (span) => seconds(of(span).p90Ms)],
];

const columns: [string, (span: OverviewSpan) => Cell][] = [
  ['First day', ({ from }) => from],
  ['Last day', ({ to }) => to],
  ['Conversations opened', ({ conversations }) => conversations.opened],
  ['Answered by the bot', ({ conversations }) => conversations.answeredByBot],
  ['Answered by a person', ({ conversations }) => conversations.answeredByPerson],
  ['Handed over: asked for a person', ({ conversations }) => conversations.handOffs.asked],
  ['Handed over: no answer', ({ conversations }) => conversations.handOffs.no_answer],
  ['Handed over: taken over', ({ conversations }) => conversations.handOffs.taken_over],
  ['Handed over: used up', ({ conversations }) => conversations.handOffs.used_up],
  ['Handed over: outage', ({ conversations }) => conversations.handOffs.outage],
  ['Handed over: unknown', ({ conversations }) => conversations.handOffs.unknown],
  ['Conversations resolved', ({ resolution }) => resolution.count],
  ...timed('First response', ({ firstResponse }) => firstResponse),
  ...timed('First response by a person', ({ firstPersonResponse }) => firstPersonResponse),
  ...timed('Resolution', ({ resolution }) => resolution),
  ['Messages of visitors', ({ messages }) => messages.visitor],
  ['Messages of the team', ({ messages }) => messages.operator],
  ['Messages of the bot', ({ messages }) => messages.bot],
  ['Ratings', ({ ratings }) => ratings.count],
  ['Average rating', ({ ratings }) => ratings.average],
];

/** The days or weeks of an overview, one a line: what is on the page, so that no second request can tell otherwise. */
export function overviewCsv({ intervals }: Overview): string {
  return csvOf([
    columns.map(([name]) => name),
    ...intervals.map((span) => columns.map(([, of]) => of(span))),
  ]);
}

/** A table as RFC 4180 has it. What a spreadsheet would take for a formula becomes text. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
