import type { Findings } from './findings.ts';

export type Decision = {
  decision: 'answer' | 'decline';
  /** How sure it is that the passages hold an answer, from 0 to 1. */
  score: number;
  threshold: number;
  reason: 'found' | 'nothing_found' | 'too_little_in_common';
};

const usualThreshold = 0.5;

/** From the middle of a plateau that sets of several domains and sizes share; docs/evaluation.md says how found. */
const weights = { bias: -6.9, evidence: 5, coverage: 1.5, passages: -0.7 };

/**
 * Decides whether the best passage answers. Three things weigh: how much it has in common with the question (its BM25),
 * which share of what was asked that is, and among how many passages it was picked, since the best of many has more in
 * common with any question by chance. All three as logarithms: a doubling counts the same for few and for many.
 */
export function decide({ passages, idf, found, threshold: wanted }: Findings): Decision {
  const threshold = wanted ?? usualThreshold;
  const best = found[0];
  if (!best) return { decision: 'decline', score: 0, threshold, reason: 'nothing_found' };
  const asked = idf.reduce((sum, each) => sum + each, 0);
  const covered = best.covered.reduce((sum, [place, weight]) => sum + weight * (idf[place] ?? 0), 0);
  const odds =
    weights.bias +
    weights.evidence * Math.log1p(best.score) +
    weights.coverage * Math.log(covered / asked) +
    weights.passages * Math.log(passages);
  const score = 1 / (1 + Math.exp(-odds));
  return score >= threshold
    ? { decision: 'answer', score, threshold, reason: 'found' }
    : { decision: 'decline', score, threshold, reason: 'too_little_in_common' };
}
