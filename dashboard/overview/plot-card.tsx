import { useId, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { PlotTable } from './plot-table.tsx';
import type { Plot } from './plots.ts';
import { RankBars } from './rank-bars.tsx';
import { TimePlot } from './time-plot.tsx';

/** A plot under a sentence that says what it shows, or the table of what it is drawn from. */
export function PlotCard({ plot }: { plot: Plot }) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  return (
    <section class={`plot-card ${plot.kind}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{plot.title}</h2>
        <Button aria-pressed={isTable} aria-describedby={id} onClick={() => setTable(!isTable)}>
          Table
        </Button>
      </header>
      {isTable && <PlotTable plot={plot} labelledBy={id} />}
      {!isTable && (plot.kind === 'ranks' ? <RankBars plot={plot} /> : <TimePlot plot={plot} titleId={id} />)}
    </section>
  );
}
