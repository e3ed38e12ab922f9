import type { Plot } from './plots.ts';

/** Everything that a plot shows, as figures. */
export function PlotTable({ plot, labelledBy }: { plot: Plot; labelledBy: string }) {
  const { rows, labels, series, whole, say } = plot;
  const shown = (value: number | null | undefined) => (typeof value === 'number' ? say(value) : '–');
  return (
    // Who uses the keyboard scrolls it too.
    <div class="plot-table" role="group" aria-labelledby={labelledBy} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{rows}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ name, values }) => (
                <td key={name}>{shown(values[at])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{plot.kind === 'ranks' ? 'All' : whole}</th>
            {series.map(({ name, total }) => (
              <td key={name}>{shown(total)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
