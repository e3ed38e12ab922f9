import * as z from 'zod';
import { type EmbeddingModel, openAiEmbeddings } from './embedding-model.ts';
import { type Model, openAiCompatible } from './model.ts';

/** The binding of Workers AI, as far as it is needed here. */
export type AiBinding = { run(model: string, inputs: object, options: object): Promise<unknown> };

export const AiBinding = z.custom<AiBinding>(
  (value) => typeof value === 'object' && value !== null && 'run' in value,
  'AI must be the binding of Workers AI.',
);

/** A model of Workers AI. The binding takes and streams what its HTTP endpoint would, so one client does for both. */
export function workersAi(binding: AiBinding, model: string): Model {
  return openAiCompatible({ baseUrl: nowhere, model }, async (_, init) => {
    const { model: _named, ...inputs } = Inputs.parse(JSON.parse(String(init?.body)));
    return run(binding, model, { inputs, signal: init?.signal });
  });
}

/** An embedding model of Workers AI, whose binding calls the input `text`. */
export function workersAiEmbeddings(binding: AiBinding, model: string): EmbeddingModel {
  return openAiEmbeddings({ baseUrl: nowhere, model }, async (_, init) => {
    const { input } = Texts.parse(JSON.parse(String(init?.body)));
    return run(binding, model, { inputs: { text: input }, signal: init?.signal });
  });
}

const nowhere = 'https://workers-ai.invalid';
const Inputs = z.looseObject({ model: z.string() });
const Texts = z.object({ input: z.array(z.string()) });

type Call = { inputs: object; signal: AbortSignal | null | undefined };

async function run(binding: AiBinding, model: string, { inputs, signal }: Call): Promise<Response> {
  const answer = await binding.run(model, inputs, { returnRawResponse: true, signal });
  if (answer instanceof Response) return answer;
  throw new TypeError('Workers AI answered with something else than a response.');
}
