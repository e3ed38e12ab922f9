import type { Overview } from '../../shared/api/overview.ts';
import { useDesk } from '../desk-context.ts';
import { route } from '../route.ts';
import { isOnline } from '../shell/is-online.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/empty-state.tsx';
import { nowMs } from '../ui/now.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { shortTime } from '../ui/times.ts';
import { overviewCsv } from './csv.ts';
import { NothingHappened } from './nothing-happened.tsx';
import type { OverviewStore } from './overview-store.ts';
import { choiceIn, daysIn, todayHere } from './period-choice.ts';
import { PeriodPicker } from './period-picker.tsx';
import { PlotCard } from './plot-card.tsx';
import { plotsOf } from './plots.ts';
import { saveFile } from './save-file.ts';
import { useOverview } from './use-overview.ts';

/** What became of the tenant's conversations in a period, beside the period before. */
export function OverviewPlace() {
  const choice = choiceIn(route.value.parts);
  const today = todayHere(new Date(nowMs.value));
  const days = daysIn(choice, today);
  const { store, load } = useOverview(days, today);
  const overview = store.overview.value;
  return (
    <div class="page overview">
      <header>
        <h1>Overview</h1>
        <Button
          icon="download"
          aria-disabled={overview === null}
          onClick={() => {
            if (overview)
              saveFile(`chatly-overview-${days.from}-${days.to}.csv`, overviewCsv(overview), 'text/csv');
          }}
        >
          Download CSV
        </Button>
      </header>
      <PeriodPicker choice={choice} today={today} />
      <Age store={store} />
      {overview === null && store.isLoading.value && <Skeleton lines={8} label="Loading the overview" />}
      {overview === null && store.problem.value !== null && (
        <Failed message={store.problem.value} retry={load} />
      )}
      {overview && (
        <div class="plots" aria-busy={store.isLoading.value}>
          {isEmpty(overview) ? (
            <NothingHappened overview={overview} />
          ) : (
            plotsOf(overview).map((plot) => <PlotCard key={plot.id} plot={plot} />)
          )}
        </div>
      )}
    </div>
  );
}

/** Says from when it is where it may be behind. */
function Age({ store }: { store: OverviewStore }) {
  const { status } = useDesk();
  const isCut = !isOnline.value || status.value === 'waiting' || status.value === 'refused';
  const since = isCut
    ? 'What happens now shows once you are connected again.'
    : store.isOutdated.value && 'It could not be fetched anew, and is tried again.';
  const isSaid = since !== false && store.overview.value !== null;
  return (
    <p class="age muted" role="status">
      {isSaid && `As of ${shortTime(store.fetchedAt.value, nowMs.value)}. ${since}`}
    </p>
  );
}

function isEmpty({ total: { conversations, messages, resolution, ratings } }: Overview): boolean {
  const written = messages.visitor + messages.operator + messages.bot;
  return conversations.opened + written + resolution.count + ratings.count === 0;
}
