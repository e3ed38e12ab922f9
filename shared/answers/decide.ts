import type { Findings } from './findings.ts';

export type Decision = {
  decision: 'answer' | 'decline';
  /** How sure it is that the passages hold an answer, from 0 to 1. */
  score: number;
  threshold: number;
  reason: 'found' | 'nothing_found' | 'too_little_in_common';
};

const usualThreshold = 0.5;

/** From the middle of a plateau that sets of many domains and sizes share; docs/evaluation.md says how found. */
const weights = { bias: -3, evidence: 4.6, share: 3, coverage: 3, passages: -1.05 };

/**
 * Decides whether the best passage answers. Four things weigh: how much it has in common with the question (its BM25),
 * how much that is for a question of this weight, which part of what was asked it holds at all, and among how many
 * passages it was picked, since the best of many has more in common with any question by chance. All as logarithms: a
 * doubling counts the same for few and for many.
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
    weights.share * Math.log(best.score / asked) +
    weights.coverage * Math.log(covered / asked) +
    weights.passages * Math.log(passages);
  const score = 1 / (1 + Math.exp(-odds));
  return score >= threshold
    ? { decision: 'answer', score, threshold, reason: 'found' }
    : { decision: 'decline', score, threshold, reason: 'too_little_in_common' };
}
