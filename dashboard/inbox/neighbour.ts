/**
 * The row after or before one; from nowhere the first. At an end one stays. From a row that is gone, such as one just
 * resolved, one goes on from where it was.
 */
export function neighbour(
  ids: readonly string[],
  current: string | null,
  step: 1 | -1,
  lastAt = -1,
): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at >= 0) return ids[at + step] ?? current;
  if (lastAt < 0) return ids[0] ?? null;
  // What came after it stands in its place.
  const next = step === 1 ? lastAt : lastAt - 1;
  return ids[Math.max(0, Math.min(next, ids.length - 1))] ?? null;
}
