/**
 * By how many rows a list has moved under a reader who saw `anchors` from `firstAt` on: the middle of what each of
 * them says, for a single one may have gone to the top by itself.
 */
export function shiftOf(anchors: readonly string[], firstAt: number, keys: readonly string[]): number {
  const shifts = anchors
    .map((key, n) => ({ at: keys.indexOf(key), was: firstAt + n }))
    .filter(({ at }) => at >= 0)
    .map(({ at, was }) => at - was)
    .toSorted((one, other) => one - other);
  return shifts[Math.floor(shifts.length / 2)] ?? 0;
}
