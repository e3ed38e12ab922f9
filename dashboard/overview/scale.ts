const steps = [1, 2, 2.5, 5, 10];
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const inMs = (unitMs: number, ...counts: number[]) => counts.map((count) => count * unitMs);
const durationSteps = [
  inMs(1, 100, 200, 500),
  inMs(secondMs, 1, 2, 5, 10, 15, 30),
  inMs(minuteMs, 1, 2, 5, 10, 15, 30),
  inMs(hourMs, 1, 2, 3, 6, 12),
  inMs(dayMs, 1, 2, 5, 10, 20, 50, 100, 200, 500),
].flat();
const wanted = 4;

/** The marks of an axis from nought: three to five of them, whole numbers, the last at or above the largest value. */
export function ticksFor(largest: number, kind: 'counts' | 'durations'): number[] {
  const least = largest / wanted;
  const step =
    kind === 'durations'
      ? (durationSteps.find((one) => one >= least) ?? Math.ceil(least / dayMs) * dayMs)
      : roundStep(least);
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = steps.find((one) => one * power >= least && Number.isInteger(one * power));
  return (step ?? 10) * power;
}

/** Which of so many labels are shown along an axis: the first, and others as far from each other. */
export function labelledAt(count: number, most: number): number[] {
  const every = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / every) }, (_, at) => at * every);
}
