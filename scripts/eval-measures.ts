export type Ranked = { found: string[]; relevant: string[] };

const cutoff = 10;
const recallAt = 3;

/** How well rankings put the relevant first: the share of questions with a hit at 1 and 5, recall at 3, MRR at 10. */
export function rankingMeasures(rankings: Ranked[]) {
  const mean = (of: (ranking: Ranked) => number) =>
    rankings.reduce((sum, each) => sum + of(each), 0) / rankings.length;
  const hitAt = (k: number) =>
    mean(({ found, relevant }) => (found.slice(0, k).some((id) => relevant.includes(id)) ? 1 : 0));
  return {
    'hit@1': hitAt(1),
    'hit@5': hitAt(5),
    [`recall@${recallAt}`]: mean(({ found, relevant }) => {
      const wanted = new Set(relevant);
      return found.slice(0, recallAt).filter((id) => wanted.has(id)).length / wanted.size;
    }),
    [`MRR@${cutoff}`]: mean(({ found, relevant }) => {
      const place = found.slice(0, cutoff).findIndex((id) => relevant.includes(id));
      return place < 0 ? 0 : 1 / (place + 1);
    }),
  };
}

/** The value below which this share of the values lies. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function shareOf(values: boolean[]): number {
  return values.filter(Boolean).length / values.length;
}
