import { limits } from '../limits.ts';
import type { Prompt } from './model.ts';
import { answeringRules, reminder } from './prompt-rules.ts';

export type Passage = { n: number; title: string; text: string };
export type Turn = { sender: 'visitor' | 'operator' | 'bot'; content: string };

export type PromptParts = {
  companyName: string;
  botName: string;
  /** The tenant's own; heeded where they do not contradict the rules. */
  instructions: string | null;
  tone: 'friendly' | 'neutral' | 'formal';
  /** The language the visitor seems to write, as a tag; without it the model judges for itself. */
  language?: string | null | undefined;
  /** The languages the tenant allows; none means any. */
  languages?: readonly string[] | undefined;
  passages: readonly Passage[];
  /** What was said before the question, oldest first. */
  turns: readonly Turn[];
  question: string;
  temperature: number;
  maxTokens: number;
};

export type ComposedPrompt = {
  prompt: Prompt;
  /** What must never be said to a visitor. */
  secrets: string[];
};

/**
 * The rules come first and are the same whatever else is said. Everything that others wrote is one JSON text on a line of
 * its own between `<data>` and `</data>`; it holds no `<`, so that nothing in it can end it.
 */
export function composePrompt(parts: PromptParts): ComposedPrompt {
  const { instructions, temperature, maxTokens } = parts;
  const system = `${answeringRules}\n\n<settings>\n${encode(settingsOf(parts))}\n</settings>`;
  const user = `<data>\n${encode(dataOf(parts))}\n</data>\n\n${reminder}`;
  return {
    prompt: {
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      temperature,
      maxTokens,
    },
    secrets: [answeringRules, reminder, ...(instructions === null ? [] : [instructions])],
  };
}

function settingsOf({ companyName, botName, tone, language, languages = [], instructions }: PromptParts) {
  return {
    company: cut(companyName, limits.text.companyNameChars),
    assistant: cut(botName, limits.text.nameChars),
    tone,
    ...(language ? { visitorLanguage: cut(language, limits.text.nameChars) } : {}),
    ...(languages.length > 0 ? { allowedLanguages: languages.slice(0, limits.answer.languages) } : {}),
    ...(instructions === null ? {} : { instructions: cut(instructions, limits.text.instructionsChars) }),
  };
}

function dataOf({ passages, turns, question }: PromptParts) {
  return {
    passages: withinBudget(passages),
    conversation: turns
      .slice(-limits.answer.turns)
      .map(({ sender, content }) => ({ from: sender, text: cut(content, limits.answer.turnChars) })),
    question: cut(question, limits.text.messageChars),
  };
}

/** The best come first, so that it is the last that are shortened or left out. */
function withinBudget(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  let charsLeft: number = limits.answer.knowledgeChars;
  for (const { n, title, text } of passages) {
    if (charsLeft <= 0) break;
    const fitting = cut(text, Math.min(limits.answer.passageChars, charsLeft));
    charsLeft -= fitting.length;
    kept.push({ n, title: cut(title, limits.text.entryTitleChars), text: fitting });
  }
  return kept;
}

/** At most `maxChars` code points, none of them halved. */
function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const characters = Array.from(text.slice(0, maxChars * 2));
  return characters.length <= maxChars
    ? characters.join('')
    : `${characters.slice(0, maxChars - 1).join('')}…`;
}

/** JSON on one line, without a character that could be taken for a delimiter or for a template's own marks. */
function encode(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu,
    escapeUnits,
  );
}

function escapeUnits(characters: string): string {
  return Array.from(
    { length: characters.length },
    (_, i) => `\\u${characters.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
