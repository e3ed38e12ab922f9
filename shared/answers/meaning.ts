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
    const [vector] = await model.embed([textToEmbed(text)], { totalMs, attempts });
    return vector ? { model: model.name, vector } : null;
  } catch (error) {
    console.warn(JSON.stringify({ event: 'question_not_embedded', reason: String(error) }));
    return null;
  }
}

/** A text as it is embedded: models take only so much, and a text's beginning says what it is about. */
export function textToEmbed(...parts: string[]): string {
  const text = parts.filter((part) => part.trim() !== '').join('\n');
  return text.slice(0, limits.embedding.textChars).replace(/[\uD800-\uDBFF]$/, '');
}
