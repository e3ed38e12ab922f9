import * as z from 'zod';
import { type Model, openAiCompatible } from './model.ts';

/** The binding of Workers AI, as far as it is needed here. */
export type AiBinding = { run(model: string, inputs: object, options: object): Promise<unknown> };

export const AiBinding = z.custom<AiBinding>(
  (value) => typeof value === 'object' && value !== null && 'run' in value,
  'AI must be the binding of Workers AI.',
);

/** A model of Workers AI. The binding takes and streams what its HTTP endpoint would, so one client does for both. */
export function workersAi(binding: AiBinding, model: string): Model {
  return openAiCompatible({ baseUrl: 'https://workers-ai.invalid', model }, async (_, init) => {
    const { model: _named, ...inputs } = Inputs.parse(JSON.parse(String(init?.body)));
    const options = { returnRawResponse: true, signal: init?.signal };
    const answer = await binding.run(model, inputs, options);
    if (answer instanceof Response) return answer;
    throw new TypeError('Workers AI answered with something else than a response.');
  });
}

const Inputs = z.looseObject({ model: z.string() });
