import { useState } from 'preact/hooks';
import { pathTo } from '../parse-route.ts';
import { replace } from '../route.ts';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { type PeriodChoice, daysIn, partsOf, presetDays, problemOf } from './period-choice.ts';

const custom = 'custom';
const options = [
  ...presetDays.map((days) => ({ value: String(days), title: `${days} days` })),
  { value: custom, title: 'Custom' },
];

/** Chooses the period; the address keeps it. */
export function PeriodPicker({ choice, today }: { choice: PeriodChoice; today: string }) {
  const { from, to } = daysIn(choice, today);
  function choose(value: string): void {
    replace(pathTo('overview', ...(value === custom ? [from, to] : [value])));
  }
  return (
    <div class="period">
      <Choice
        label="Period"
        value={'days' in choice ? String(choice.days) : custom}
        options={options}
        choose={choose}
      />
      {'from' in choice && <Dates from={from} to={to} today={today} />}
    </div>
  );
}

/** Two dates, which hold once they are a period. Until then they stand over the period they were typed over. */
function Dates({ from, to, today }: { from: string; to: string; today: string }) {
  const over = `${from}/${to}`;
  const [draft, setDraft] = useState<{ over: string; from: string; to: string } | null>(null);
  const shown = draft?.over === over ? draft : { from, to };
  const problem = problemOf(shown.from, shown.to) ?? undefined;
  function change(part: { from: string } | { to: string }): void {
    const next = { from: shown.from, to: shown.to, ...part };
    const isPeriod = problemOf(next.from, next.to) === null;
    setDraft(isPeriod ? null : { over, ...next });
    if (isPeriod) replace(pathTo('overview', ...partsOf(next)));
  }
  return (
    <div class="dates">
      <Field
        label="First day"
        type="date"
        value={shown.from}
        max={today}
        onInput={({ currentTarget }) => change({ from: currentTarget.value })}
      />
      <Field
        label="Last day"
        type="date"
        value={shown.to}
        max={today}
        problem={problem}
        onInput={({ currentTarget }) => change({ to: currentTarget.value })}
      />
    </div>
  );
}
