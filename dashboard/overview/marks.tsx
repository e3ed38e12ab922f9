import type { Plot } from './plots.ts';

type MarksProps = { plot: Plot; top: number };

/** How much of its place a bar takes. */
const filled = 0.72;

/** Bars, one above or beside the other; a place is one unit wide. */
export function Bars({ plot: { kind, series }, top }: MarksProps) {
  const isStacked = kind === 'stacked';
  const width = isStacked ? filled : filled / series.length;
  return series.map(({ name, values }, nth) => (
    <g key={name} class={`s${nth + 1}`}>
      {values.map((value, at) => {
        const below = isStacked ? sumOf(series.slice(0, nth).map((one) => one.values[at] ?? 0)) : 0;
        const left = at + (1 - filled) / 2 + (isStacked ? 0 : nth * width);
        const height = value ?? 0;
        return (
          height > 0 && <rect key={at} x={left} y={top - below - height} width={width} height={height} />
        );
      })}
    </g>
  ));
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Lines with a dot at each figure; where there is none, the line has a gap. */
export function Lines({ plot: { series }, top }: MarksProps) {
  return series.map(({ name, values }, nth) => (
    <g key={name} class={`line s${nth + 1}`}>
      <path d={lineThrough(values, top)} />
      <path
        class="dots"
        d={values.map((value, at) => (value === null ? '' : `M${at + 0.5} ${top - value}h0`)).join('')}
      />
    </g>
  ));
}

function lineThrough(values: readonly (number | null)[], top: number): string {
  return values
    .map((value, at) => {
      if (value === null) return '';
      const isFirst = at === 0 || values[at - 1] === null;
      return `${isFirst ? 'M' : 'L'}${at + 0.5} ${top - value}`;
    })
    .join('');
}
