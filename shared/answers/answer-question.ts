import type { Asked } from '../api/knowledge-base.ts';
import { decide } from './decide.ts';
import { extract } from './extract.ts';
import { type Findings, contextOf, nameOf } from './findings.ts';
import type { Question } from './read-question.ts';
import { isChat } from './small-talk.ts';
import { wantsHuman } from './wants-human.ts';

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

/**
 * What a visitor who asked this would get from the knowledge alone: who asks for a person, or only chats, gets no
 * answer from it, whatever was found.
 */
export function previewAnswer(question: Question, findings: Findings): Asked {
  const asked = answerQuestion(question, findings);
  const reason = wantsHuman(question.text) ? 'asks_for_person' : isChat(question.text) ? 'only_chats' : null;
  return reason === null
    ? asked
    : { ...asked, decision: 'decline', reason, score: 0, answer: null, citations: [] };
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
