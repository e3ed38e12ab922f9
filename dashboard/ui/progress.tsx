/** How much of something is done. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  return <progress class="progress" aria-label={label} value={value} max={Math.max(1, max)} />;
}
