import { limits } from '../limits.ts';
import { answerQuestion } from './answer-question.ts';
import { composePrompt } from './compose-prompt.ts';
import type { Debt, Settlement } from './debt.ts';
import { decide } from './decide.ts';
import { type Findings, contextOf, nameOf, urlOf } from './findings.ts';
import { type GroundPassage, ground } from './ground.ts';
import { type Model, ModelError, type Prompt } from './model.ts';
import { createOutputFilter } from './output-filter.ts';
import type { Question } from './read-question.ts';

/** Whose question it is, and what an answer depends on beside the knowledge. */
export type Occasion = Pick<Debt, 'companyName' | 'settings' | 'turns' | 'question'>;

export type Searched = { question: Question; findings: Findings };

export type WritingPorts = {
  /** Absent: answers are the knowledge's own sentences. */
  model: Model | null;
  signal: AbortSignal;
  /** The answer as it is being written; `begin` also after a failed attempt, whose text it takes back. */
  writing: { begin(): void; add(text: string): void };
};

const noAnswer: Settlement = { kind: 'hand-off', reason: 'no_answer' };

/** Answers from what was found, where that suffices. Errors: a ModelError `cancelled` when the signal stopped it. */
export async function writeAnswer(
  occasion: Occasion,
  { question, findings }: Searched,
  { model, signal, writing }: WritingPorts,
): Promise<Settlement> {
  const { decision, answer, citations } = answerQuestion(question, findings);
  if (decision === 'decline') return noAnswer;
  if (model !== null) return generate(occasion, passagesOf(findings), { model, signal, writing });
  return answer === null ? noAnswer : { kind: 'answer', content: answer, citations };
}

/** What a model is given: first the passage for which it was decided to answer, then what was found besides. */
function passagesOf(findings: Findings): GroundPassage[] {
  const { best } = decide(findings);
  const besides = findings.found.filter((each) => each !== best);
  const given = best ? [best, ...besides] : besides;
  return given.slice(0, limits.answer.passages).map((each, index) => ({
    n: index + 1,
    entryId: each.entryId,
    title: nameOf(each),
    url: urlOf(each),
    text: contextOf(each),
  }));
}

type Generating = Omit<WritingPorts, 'model'> & { model: Model };

async function generate(
  occasion: Occasion,
  passages: readonly GroundPassage[],
  { model, signal, writing }: Generating,
): Promise<Settlement> {
  const { prompt, ...filtered } = request(occasion, passages);
  for (let attempt = 1; ; attempt += 1) {
    const told: Told = { raw: '', shown: '' };
    writing.begin();
    try {
      const isTold = await tell({ model, prompt, signal, filtered, add: writing.add }, told);
      return isTold ? judged(told, passages) : noAnswer;
    } catch (error) {
      if (!(error instanceof ModelError) || error.reason === 'cancelled') throw error;
      // Before its first word the port itself has tried again; a stream that broke off is begun once more.
      if (told.raw === '' || attempt > 1) return { kind: 'hand-off', reason: 'outage' };
    }
  }
}

type Request = { prompt: Prompt; secrets: string[]; allowedTexts: string[]; ownTexts: string[] };

function request(occasion: Occasion, passages: readonly GroundPassage[]): Request {
  const { companyName, question, settings } = occasion;
  const { name: botName, instructions, tone, languages, temperature, maxTokens } = settings;
  const turns = occasion.turns.flatMap(({ sender, content }) =>
    sender === 'system' ? [] : [{ sender, content }],
  );
  const given = passages.flatMap(({ text, title, url }) => [text, title, url ?? '']);
  const said = { companyName, botName, instructions, tone, languages, temperature, maxTokens };
  return {
    ...composePrompt({ ...said, passages, turns, question }),
    allowedTexts: [question, ...turns.map(({ content }) => content), ...given],
    ownTexts: [...turns.flatMap(({ sender, content }) => (sender === 'operator' ? [content] : [])), ...given],
  };
}

/** What the model wrote, and what of it was let through. */
type Told = { raw: string; shown: string };

type Telling = {
  model: Model;
  prompt: Prompt;
  signal: AbortSignal;
  filtered: Omit<Request, 'prompt'>;
  add: (text: string) => void;
};

/** Lets a model's text through the filter as it comes; whether all of it went through. */
async function tell({ model, prompt, signal, filtered, add }: Telling, told: Told): Promise<boolean> {
  const filter = createOutputFilter(filtered);
  const show = (text: string) => {
    if (text === '') return;
    told.shown += text;
    add(text);
  };
  for await (const piece of model(prompt, signal)) {
    told.raw += piece;
    show(filter.push(piece));
    if (filter.leaked) return false;
  }
  show(filter.end());
  return !filter.leaked;
}

/** An answer that rests on no passage is none, whatever it says. */
function judged({ raw, shown }: Told, passages: readonly GroundPassage[]): Settlement {
  const { citations, isGrounded } = ground({ raw, shown, passages });
  const content = shown.trim();
  return isGrounded && content !== '' ? { kind: 'answer', content, citations } : noAnswer;
}
