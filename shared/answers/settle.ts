import { limits } from '../limits.ts';
import { answerQuestion } from './answer-question.ts';
import { composePrompt } from './compose-prompt.ts';
import type { Debt, Settlement } from './debt.ts';
import { type Findings, contextOf, nameOf, urlOf } from './findings.ts';
import { ground } from './ground.ts';
import { type Model, ModelError } from './model.ts';
import { createOutputFilter } from './output-filter.ts';
import { type Question, readQuestion } from './read-question.ts';
import { isSmallTalk } from './small-talk.ts';
import { textsFor } from './texts.ts';
import { wantsHuman } from './wants-human.ts';

export type SettlePorts = {
  find(question: Question): Promise<Findings>;
  /** Absent: answers are the knowledge's own sentences. */
  model: Model | null;
  signal: AbortSignal;
  /** The answer as it is being written; `begin` also after a failed attempt, whose text it takes back. */
  writing: { begin(): void; add(text: string): void };
};

/**
 * Decides what becomes of a debt, and writes the answer where there is one. Errors: a ModelError `cancelled` when
 * the signal stopped it; what `find` throws.
 */
export async function settle(debt: Debt, ports: SettlePorts): Promise<Settlement> {
  if (wantsHuman(debt.question)) return { kind: 'hand-off', reason: 'asked' };
  if (isUsedUp(debt)) return { kind: 'hand-off', reason: 'used_up' };
  if (isSmallTalk(debt.question))
    return { kind: 'answer', content: textsFor(debt.settings).smallTalk, citations: [] };
  const { question, findings } = await search(debt, ports);
  const asked = answerQuestion(question, findings);
  if (asked.decision === 'decline') return { kind: 'hand-off', reason: 'no_answer' };
  if (ports.model === null) {
    return asked.answer === null
      ? { kind: 'hand-off', reason: 'no_answer' }
      : { kind: 'answer', content: asked.answer, citations: asked.citations };
  }
  return generate(debt, findings, { ...ports, model: ports.model });
}

function isUsedUp({ given }: Debt): boolean {
  const { perConversation, perVisitorDaily, perTenantDaily } = limits.answer;
  return (
    given.conversation >= perConversation ||
    given.visitor >= perVisitorDaily ||
    given.tenant >= perTenantDaily
  );
}

type Searched = { question: Question; findings: Findings };

/** Searches for what was asked; where that alone finds nothing, for what it may go on from: "and for annual plans?" */
async function search({ question: text, turns }: Debt, { find }: SettlePorts): Promise<Searched> {
  const question = readQuestion(text);
  const alone = { question, findings: await find(question) };
  if (answerQuestion(question, alone.findings).decision === 'answer') return alone;
  const before = turns.findLast(({ sender }) => sender === 'visitor');
  if (!before) return alone;
  const joined = readQuestion(`${before.content}\n${text}`);
  return { question: joined, findings: await find(joined) };
}

/** A model's answer: streamed through the filter, then held against the passages that it was given. */
async function generate(
  debt: Debt,
  findings: Findings,
  { model, signal, writing }: SettlePorts & { model: Model },
): Promise<Settlement> {
  const passages = findings.found.slice(0, limits.answer.passages).map((found, index) => ({
    n: index + 1,
    entryId: found.entryId,
    title: nameOf(found),
    url: urlOf(found),
    text: contextOf(found),
  }));
  const { settings, companyName, question } = debt;
  const turns = debt.turns.flatMap(({ sender, content }) =>
    sender === 'system' ? [] : [{ sender, content }],
  );
  const { prompt, secrets } = composePrompt({
    companyName,
    botName: settings.name,
    instructions: settings.instructions,
    tone: settings.tone,
    languages: settings.languages,
    passages,
    turns,
    question,
    temperature: settings.temperature,
    maxTokens: settings.maxTokens,
  });
  const allowedTexts = [
    question,
    ...turns.map(({ content }) => content),
    ...passages.flatMap(({ text, title, url }) => [text, title, url ?? '']),
  ];
  for (let attempt = 1; ; attempt += 1) {
    const filter = createOutputFilter({ secrets, allowedTexts });
    let raw = '';
    let shown = '';
    const show = (text: string) => {
      if (text === '') return;
      shown += text;
      writing.add(text);
    };
    try {
      writing.begin();
      for await (const piece of model(prompt, signal)) {
        raw += piece;
        show(filter.push(piece));
        if (filter.leaked) return { kind: 'hand-off', reason: 'no_answer' };
      }
      show(filter.end());
      const { citations, isGrounded } = ground({ raw, shown, passages });
      const content = shown.trim();
      return isGrounded && !filter.leaked && content !== ''
        ? { kind: 'answer', content, citations }
        : { kind: 'hand-off', reason: 'no_answer' };
    } catch (error) {
      if (!(error instanceof ModelError) || error.reason === 'cancelled') throw error;
      // Before its first word the port itself has tried again; a stream that broke off is begun once more.
      if (raw === '' || attempt > 1) return { kind: 'hand-off', reason: 'outage' };
    }
  }
}
