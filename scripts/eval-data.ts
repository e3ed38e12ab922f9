import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { cutText } from '../shared/answers/cut-text.ts';
import { EntryInput } from '../shared/api/knowledge-base.ts';

const Entry = z.union([
  z.object({ id: z.string(), title: z.string().nullish(), content: z.string() }),
  z.object({ id: z.string(), title: z.string().nullish(), question: z.string(), answer: z.string() }),
]);
const Entries = z.array(Entry);
const Questions = z.array(z.object({ question: z.string(), relevant: z.array(z.string()).min(1) }));
const Unanswerable = z.array(z.object({ question: z.string() }));
const Data = z.object({ entries: Entries, questions: Questions, unanswerable: Unanswerable });

export type EvalEntry = { id: string; input: EntryInput; passages: number };
export type EvalQuestion = z.infer<typeof Questions>[number];
export type EvalData = { entries: EvalEntry[]; questions: EvalQuestion[]; unanswerable: string[] };

/** Reads a set of entries and questions; the format is in docs/evaluation.md. Errors: what zod says of a wrong file. */
export function readData(path: string): EvalData {
  const file = (name: string): unknown => JSON.parse(readFileSync(join(path, name), 'utf8'));
  const optional = (name: string) => (existsSync(join(path, name)) ? file(name) : []);
  const raw: unknown = statSync(path).isDirectory()
    ? {
        entries: file('entries.json'),
        questions: file('questions.json'),
        unanswerable: optional('unanswerable.json'),
      }
    : JSON.parse(readFileSync(path, 'utf8'));
  const { entries, questions, unanswerable } = Data.parse(raw);
  return {
    entries: entries.map(asInput),
    questions,
    unanswerable: unanswerable.map(({ question }) => question),
  };
}

function asInput(entry: z.infer<typeof Entry>): EvalEntry {
  const { id, title } = entry;
  const input =
    'content' in entry
      ? EntryInput.parse({ type: 'text', title: title || null, content: entry.content })
      : EntryInput.parse({
          type: 'qa',
          title: title || null,
          question: entry.question,
          answer: entry.answer,
        });
  return { id, input, passages: input.type === 'qa' ? 1 : cutText(input.content).length };
}

const wordsPerSentence = 15;
const sentencesPerEntry = 8;
const wordsPerTitle = 4;

/**
 * Entries of words drawn at random from the data's own, as often as they stand there, so that each word keeps its
 * weight while no sentence says anything. The same data give the same entries.
 */
export function padding({ entries }: EvalData, passages: number): EvalEntry[] {
  const words = entries.flatMap(({ input }) => textOf(input).split(/\s+/));
  const random = seeded(1);
  const draw = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
  return filling(passages, {
    title: () => draw(wordsPerTitle),
    sentence: () => `${draw(wordsPerSentence)}.`,
  });
}

/** Entries of whole sentences drawn at random from other sets, which are about other things. */
export function sentencePadding(others: EvalData[], passages: number): EvalEntry[] {
  const sentences = others.flatMap(({ entries }) =>
    entries.flatMap(({ input }) => textOf(input).match(/[^.!?\n]{20,}[.!?]/g) ?? []),
  );
  const random = seeded(7);
  const sentence = () => sentences[Math.floor(random() * sentences.length)]?.trim() ?? '';
  return filling(passages, { title: () => sentence().split(' ', wordsPerTitle).join(' '), sentence });
}

function filling(passages: number, draw: { title(): string; sentence(): string }): EvalEntry[] {
  return Array.from({ length: passages }, (_, i) => ({
    id: `padding-${i}`,
    input: {
      type: 'text' as const,
      title: draw.title().slice(0, 200).trim() || 'Padding',
      content: Array.from({ length: sentencesPerEntry - 1 }, draw.sentence)
        .join(' ')
        .replace(/^\s*#+/gm, '')
        .trim(),
    },
    passages: 1,
  }));
}

function textOf(input: EntryInput): string {
  return input.type === 'qa' ? `${input.question} ${input.answer}` : input.content;
}

/** A generator of the same numbers from 0 to 1 for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
