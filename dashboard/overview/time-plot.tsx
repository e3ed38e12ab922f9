import { useState } from 'preact/hooks';
import { Bars, Lines } from './marks.tsx';
import type { Plot } from './plots.ts';
import { labelledAt, ticksFor } from './scale.ts';

const mostLabels = 4;

/** Figures over time. The line below says those of the period, or of the day that the pointer is over. */
export function TimePlot({ plot, titleId }: { plot: Plot; titleId: string }) {
  const [over, setOver] = useState<number | null>(null);
  const ticks = ticksFor(largestOf(plot), plot.kind === 'lines' ? 'durations' : 'counts');
  const top = ticks.at(-1) ?? 1;
  const count = plot.labels.length;
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

  function move(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * count);
    setOver(Math.min(count - 1, Math.max(0, at)));
  }
  return (
    <div class="time-plot">
      <div class="plot-area" role="img" aria-labelledby={titleId}>
        {ticks.map((tick) => (
          <span key={tick} class="tick" style={{ bottom: percent(tick, top) }}>
            {plot.say(tick)}
          </span>
        ))}
        <div class="plot-marks" onPointerMove={move} onPointerLeave={() => setOver(null)}>
          {over !== null && (
            <span class="plot-over" style={{ left: percent(over, count), width: percent(1, count) }} />
          )}
          <svg viewBox={`0 0 ${count} ${top}`} preserveAspectRatio="none" aria-hidden="true">
            {plot.kind === 'lines' ? <Lines plot={plot} top={top} /> : <Bars plot={plot} top={top} />}
          </svg>
        </div>
        <div class="plot-days">
          {labelledAt(count, mostLabels).map((at) => (
            <span key={at} style={{ left: percent(at + 0.5, count) }}>
              {plot.marks[at]}
            </span>
          ))}
        </div>
      </div>
      <p class="legend small">
        <span class="muted legend-of">{over === null ? plot.whole : plot.labels[over]}</span>
        {plot.series.map(({ name, values, total }, at) => (
          <span key={name} class={`key s${at + 1}`}>
            {name} <strong class="figure">{said(plot, over === null ? total : values[over])}</strong>
          </span>
        ))}
      </p>
    </div>
  );
}

function said({ say }: Plot, value: number | null | undefined): string {
  return typeof value === 'number' ? say(value) : '–';
}

function largestOf({ kind, labels, series }: Plot): number {
  const at = (place: number) => series.map(({ values }) => values[place] ?? 0);
  const heights = labels.map((_, place) =>
    kind === 'stacked' ? at(place).reduce((sum, value) => sum + value, 0) : Math.max(...at(place)),
  );
  return Math.max(0, ...heights);
}
