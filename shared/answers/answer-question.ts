import type { Asked } from '../api/knowledge-base.ts';
import { decide } from './decide.ts';
import { extract } from './extract.ts';
import { type Findings, contextOf, nameOf } from './findings.ts';
import type { Question } from './read-question.ts';

/** The answer that the findings alone give, without a model; null where they do not suffice. */
export function answerQuestion(question: Question, findings: Findings): Asked {
  const { decision, score, threshold, reason, best } = decide(findings);
  const extracted = best && extract(question, findings, best);
  return {
    decision,
    reason,
    score,
    threshold,
    answer: extracted?.answer ?? null,
    citations: extracted?.citations ?? [],
    passages: passagesOf(findings),
  };
}

/** The findings as the API shows them: of each entry the passage that fits best, with neighbours that fit too. */
export function passagesOf({ found }: Findings): Asked['passages'] {
  return found.map((each) => ({
    entryId: each.entryId,
    title: nameOf(each),
    passage: contextOf(each),
    score: each.fused ?? each.score,
  }));
}
