import type { Overview } from '../../shared/api/overview.ts';
import { pathTo } from '../parse-route.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { presetDays } from './period-choice.ts';
import { dayLabel } from './words.ts';

/** What stands where nobody has written: how somebody comes to, or where to look instead. */
export function NothingHappened({ overview: { total } }: { overview: Overview }) {
  return (
    <EmptyState icon="overview" title={`No conversations, ${dayLabel(total)}`}>
      <p>How many there are, who answers them and how fast shows here once visitors write to you.</p>
      <div class="row-of">
        <a class="button primary" href={pathTo('widget', 'install')}>
          Put the widget on your site
        </a>
        <a class="button plain" href={pathTo('overview', String(presetDays.at(-1)))}>
          Show {presetDays.at(-1)} days
        </a>
      </div>
    </EmptyState>
  );
}
