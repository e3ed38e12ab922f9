export type Viewport = { scrollTop: number; height: number };
export type Range = { from: number; to: number };

/** Which rows of one height stand in view, with some to spare on either side; `to` is the first that does not. */
export function visibleRange(
  { scrollTop, height }: Viewport,
  { count, rowHeight, spare }: { count: number; rowHeight: number; spare: number },
): Range {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const last = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight);
  return {
    from: Math.max(0, Math.min(first, count) - spare),
    to: Math.min(count, last + spare),
  };
}
