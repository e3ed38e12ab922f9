import type { EntryInput } from '../../shared/api/knowledge-base.ts';
import { limits } from '../../shared/limits.ts';

/** One thing that a file holds: an entry to be made of it, or why there is none. */
export type DraftEntry = { name: string } & ({ entry: EntryInput } | { problem: string });

const { entryChars, entryTitleChars, questionChars } = limits.text;
const tooLong = (what: string, most: number) =>
  `The ${what} is longer than ${most.toLocaleString('en')} characters. Part it into several.`;

/** An entry of running text. */
export function textDraft(name: string, title: string, content: string): DraftEntry {
  if (content.trim() === '') return { name, problem: 'There is no text in it.' };
  if (isLongerThan(content.trim(), entryChars)) return { name, problem: tooLong('text', entryChars) };
  return { name, entry: { type: 'text', title: shortTitle(title) || null, content } };
}

/** An entry of a question and its answer. */
export function pairDraft(name: string, question: string, answer: string): DraftEntry {
  if (question.trim() === '') return { name, problem: 'The question is missing.' };
  if (answer.trim() === '') return { name, problem: 'The answer is missing.' };
  if (isLongerThan(question.trim(), questionChars))
    return { name, problem: tooLong('question', questionChars) };
  if (isLongerThan(answer.trim(), entryChars)) return { name, problem: tooLong('answer', entryChars) };
  return { name, entry: { type: 'qa', question, answer } };
}

function shortTitle(title: string): string {
  const chars = Array.from(title.replaceAll(/\s+/g, ' ').trim());
  return chars.length > entryTitleChars ? `${chars.slice(0, entryTitleChars - 1).join('')}…` : chars.join('');
}

/** Whether a text has more characters, as a person counts them, than `most`. */
function isLongerThan(text: string, most: number): boolean {
  return text.length > most && (text.length > most * 2 || Array.from(text).length > most);
}
