import { limits } from '../limits.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import type { Question } from './read-question.ts';

/** Where a model puts a text, and which model that is: vectors of two models have nothing to do with each other. */
export type Meaning = { model: string; vector: Float32Array<ArrayBuffer> };

/** A question with what it means; without, where there is no model, or it is slow or out: then its words are all. */
export async function understood(model: EmbeddingModel | null, question: Question): Promise<Question> {
  return model === null ? question : { ...question, meaning: await meaningOf(model, question.text) };
}

async function meaningOf(model: EmbeddingModel, text: string): Promise<Meaning | null> {
  const { questionMs: totalMs, questionAttempts: attempts } = limits.embedding;
  try {
    const [vector] = await model.embed([asEmbedded(model, 'question', [text])], { totalMs, attempts });
    return vector ? { model: model.name, vector } : null;
  } catch (error) {
    console.warn(JSON.stringify({ event: 'question_not_embedded', reason: String(error) }));
    return null;
  }
}

/** Models that were made to be told which of the two a text is, by their names; they find far less without. */
const told = [
  { name: /nomic-embed-text/i, question: 'search_query: ', passage: 'search_document: ' },
  { name: /(^|[^a-z])e5-(small|base|large)/i, question: 'query: ', passage: 'passage: ' },
];

/** A text as a model is given it: models take only so much, and a text's beginning says what it is about. */
export function asEmbedded(
  { name }: Pick<EmbeddingModel, 'name'>,
  role: 'question' | 'passage',
  parts: readonly string[],
): string {
  const lead = told.find((each) => each.name.test(name))?.[role] ?? '';
  const text = lead + parts.filter((part) => part.trim() !== '').join('\n');
  return text.slice(0, limits.embedding.textChars).replace(/[\uD800-\uDBFF]$/, '');
}
