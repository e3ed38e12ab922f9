import { useEffect, useState } from 'preact/hooks';
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

/** Two dates, which hold once they are a period. */
function Dates({ from, to, today }: { from: string; to: string; today: string }) {
  const [draft, setDraft] = useState({ from, to });
  useEffect(() => setDraft({ from, to }), [from, to]);
  const problem = problemOf(draft.from, draft.to) ?? undefined;
  function change(part: Partial<typeof draft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    if (problemOf(next.from, next.to) === null) replace(pathTo('overview', ...partsOf(next)));
  }
  return (
    <div class="dates">
      <Field
        label="First day"
        type="date"
        value={draft.from}
        max={today}
        onInput={({ currentTarget }) => change({ from: currentTarget.value })}
      />
      <Field
        label="Last day"
        type="date"
        value={draft.to}
        max={today}
        problem={problem}
        onInput={({ currentTarget }) => change({ to: currentTarget.value })}
      />
    </div>
  );
}
