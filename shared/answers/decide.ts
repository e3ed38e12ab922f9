import type { Findings, Found } from './findings.ts';

export type Decision = {
  decision: 'answer' | 'decline';
  /** How sure it is that the passages hold an answer, from 0 to 1. */
  score: number;
  threshold: number;
  reason: 'found' | 'nothing_found' | 'too_little_in_common';
  /** The passage that holds the answer, if one does. */
  best: Found | null;
};

const usualThreshold = 0.5;

/** From the middle of a plateau that sets of many domains and sizes share; docs/evaluation.md says how found. */
const weights = { bias: 0.15, evidence: 1, share: 2.9, words: 1.5, passages: -0.54 };

/** Where a passage is as likely to answer as not: this close, and closer the more of them there were to choose from. */
const meaning = { closeness: 4.5, ofChoice: 0.55, slope: 1.5 };

/**
 * Decides whether a passage answers: the best by words or, where meaning was searched too, the one for which its words
 * or its meaning speak most.
 */
export function decide(findings: Findings): Decision {
  const { found, threshold: wanted } = findings;
  const threshold = wanted ?? usualThreshold;
  const mostInCommon = found.toSorted((a, b) => b.score - a.score)[0];
  const judged = found.map((each) => {
    const byWords = each === mostInCommon && each.score > 0 ? sureByWords(findings, each) : 0;
    return { each, score: Math.max(byWords, sureByMeaning(findings, each)) };
  });
  const surest = judged.toSorted((a, b) => b.score - a.score)[0];
  if (!surest) return { decision: 'decline', score: 0, threshold, reason: 'nothing_found', best: null };
  const { each: best, score } = surest;
  return score >= threshold
    ? { decision: 'answer', score, threshold, reason: 'found', best }
    : { decision: 'decline', score, threshold, reason: 'too_little_in_common', best: null };
}

/**
 * How sure it is, by meaning. The nearest of n passages that have nothing to do with a question is about √(2 ln n)
 * standard deviations nearer than the average one.
 */
function sureByMeaning({ passages }: Findings, { closeness }: Found): number {
  if (typeof closeness !== 'number') return 0;
  const wanted = meaning.closeness + meaning.ofChoice * Math.sqrt(2 * Math.log(passages));
  return 1 / (1 + Math.exp(meaning.slope * (wanted - closeness)));
}

/**
 * How sure it is, by words. Four things weigh: how much the passage has in common with the question (its BM25), how
 * much that is for a question of this weight, how many of its words it holds, since several seldom meet by chance, and
 * among how many passages it was picked, since the best of many has more in common with any question by chance. All as
 * logarithms: a doubling counts the same for few and for many.
 */
function sureByWords({ passages, idf }: Findings, best: Found): number {
  const asked = idf.reduce((sum, each) => sum + each, 0);
  const words = best.covered.reduce((sum, [, weight]) => sum + weight, 0);
  const odds =
    weights.bias +
    weights.evidence * Math.log1p(best.score) +
    weights.share * Math.log(best.score / asked) +
    weights.words * Math.log(words) +
    weights.passages * Math.log(passages);
  return 1 / (1 + Math.exp(-odds));
}
