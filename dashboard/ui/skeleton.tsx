/** Stands for lines of text that are on their way, without making anything jump when they come. */
export function Skeleton({ lines, label = 'Loading' }: { lines: number; label?: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} class={`bar w${at % 4}`} />
      ))}
    </div>
  );
}
