import * as z from 'zod';
import { limits } from '../limits.ts';
import { jsonOf } from './completion-request.ts';
import { ModelError } from './model-error.ts';

/** OpenAI numbers its vectors, which may come in any order; Workers AI lists them as they were asked for. */
const Answer = z.object({
  data: z.union([
    z.array(z.object({ index: z.int(), embedding: z.array(z.unknown()) })),
    z.array(z.array(z.unknown())),
  ]),
});

/**
 * The vectors of an answer to `count` texts, in the order of the texts. A wrong vector is found by no one later: so
 * each text has its own, all are of one length, and each number is one. Errors: ModelError `unreachable`.
 */
export function readEmbeddings(text: string, count: number): Float32Array<ArrayBuffer>[] {
  const answer = Answer.safeParse(jsonOf(text)).data?.data;
  if (answer?.length !== count) throw new ModelError('unreachable');
  const places = new Map(
    answer.map((each, at) => (Array.isArray(each) ? [at, each] : [each.index, each.embedding])),
  );
  const vectors = Array.from({ length: count }, (_, at) => vectorOf(places.get(at)));
  if (vectors.some(({ length }) => length !== vectors[0]?.length)) throw new ModelError('unreachable');
  return vectors;
}

/** A vector of zeros points nowhere: nothing is near it or far from it. */
function vectorOf(numbers: unknown[] | undefined): Float32Array<ArrayBuffer> {
  const isWhole = numbers?.every((each) => typeof each === 'number');
  const vector = Float32Array.from(isWhole ? numbers.map(Number) : []);
  const isSound =
    vector.length <= limits.embedding.maxDimensions && vector.every((each) => Number.isFinite(each));
  if (!isSound || !vector.some((each) => each !== 0)) throw new ModelError('unreachable');
  return vector;
}
