import { limits } from '../limits.ts';
import { answerQuestion } from './answer-question.ts';
import type { Debt, Settlement } from './debt.ts';
import { decide } from './decide.ts';
import type { Findings } from './findings.ts';
import { type Question, readQuestion } from './read-question.ts';
import { isChat, isSmallTalk } from './small-talk.ts';
import { textsIn } from './texts.ts';
import { wantsHuman } from './wants-human.ts';
import { type Searched, type WritingPorts, writeAnswer } from './write-answer.ts';

export type SettlePorts = WritingPorts & { find(question: Question): Promise<Findings> };

/**
 * Decides what becomes of a debt, and writes the answer where there is one. Errors: a ModelError `cancelled` when
 * the signal stopped it; what `find` throws.
 */
export async function settle(debt: Debt, ports: SettlePorts): Promise<Settlement> {
  if (wantsHuman(debt.question)) return { kind: 'hand-off', reason: 'asked' };
  if (isUsedUp(debt)) return { kind: 'hand-off', reason: 'used_up' };
  if (isSmallTalk(debt.question))
    return { kind: 'answer', content: textsIn(debt.language).smallTalk, citations: [] };
  if (isChat(debt.question)) return { kind: 'hand-off', reason: 'no_answer' };
  const searched = await search(debt, ports);
  const settlement = await writeAnswer(debt, searched, ports);
  if (settlement.kind === 'answer' || settlement.reason !== 'no_answer') return settlement;
  return { ...settlement, unanswered: { question: debt.question, score: decide(searched.findings).score } };
}

function isUsedUp({ given }: Debt): boolean {
  const { perConversation, perVisitorDaily, perTenantDaily } = limits.answer;
  return (
    given.conversation >= perConversation ||
    given.visitor >= perVisitorDaily ||
    given.tenant >= perTenantDaily
  );
}

type Asking = Pick<Debt, 'question' | 'turns'>;

/** Searches for what was asked; where that alone finds nothing, for what it may go on from: "and for annual plans?" */
export async function search(
  { question: text, turns }: Asking,
  { find }: Pick<SettlePorts, 'find'>,
): Promise<Searched> {
  const question = readQuestion(text);
  const alone = { question, findings: await find(question) };
  if (answerQuestion(question, alone.findings).decision === 'answer') return alone;
  const before = turns.findLast(({ sender }) => sender === 'visitor');
  if (!before) return alone;
  const joined = readQuestion(`${text}\n${before.content}`);
  const both = { question: joined, findings: await find(joined) };
  return goesOn(question, both) ? both : alone;
}

const minShare = 0.5;

/** Whether what was found for both speaks of the second question too: it may have changed the subject. */
function goesOn(second: Question, { question, findings }: Searched): boolean {
  const own = new Set(second.terms.map(({ term }) => term));
  const best = decide(findings).best ?? findings.found[0];
  const held = new Map(best?.covered);
  const weights = question.terms.flatMap(({ term }, place) =>
    own.has(term) ? [{ asked: findings.idf[place] ?? 0, held: held.get(place) ?? 0 }] : [],
  );
  const asked = weights.reduce((sum, each) => sum + each.asked, 0);
  return weights.reduce((sum, each) => sum + each.asked * each.held, 0) >= asked * minShare;
}
