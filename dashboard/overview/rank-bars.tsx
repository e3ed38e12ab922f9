import type { Plot } from './plots.ts';

/** How often each of a few things happened, now and before, as bars beside their figures. */
export function RankBars({ plot: { labels, series, say } }: { plot: Plot }) {
  const [now, before] = series;
  const largest = Math.max(1, ...series.flatMap(({ values }) => values.map(Number)));
  const width = (value: number | null | undefined) => `${(Number(value ?? 0) / largest) * 100}%`;
  return (
    <div class="rank-bars">
      <dl>
        {labels.map((label, at) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span class="rank-track" aria-hidden="true">
                <span class="rank-now" style={{ width: width(now?.values[at]) }} />
                <span class="rank-before" style={{ width: width(before?.values[at]) }} />
              </span>
              <span class="figure">
                {say(now?.values[at] ?? 0)}
                <span class="unseen">, before {say(before?.values[at] ?? 0)}</span>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="legend small" aria-hidden="true">
        <span class="key s1">{now?.name}</span>
        <span class="key s3">{before?.name}</span>
      </p>
    </div>
  );
}
