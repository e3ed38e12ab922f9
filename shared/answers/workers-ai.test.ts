import { expect, test } from 'vitest';
import { modelOf } from '../config.ts';
import { ModelError } from './model.ts';
import { type AiBinding, workersAi } from './workers-ai.ts';

const prompt = {
  messages: [{ role: 'user' as const, content: 'How long?' }],
  temperature: 0.2,
  maxTokens: 300,
};
const headers = { 'content-type': 'text/event-stream' };
const streamed = 'data: {"response":"Five"}\n\ndata: {"response":" days."}\n\ndata: [DONE]\n\n';

async function said(binding: AiBinding): Promise<string> {
  let text = '';
  for await (const piece of workersAi(binding, '@cf/some/model')(prompt, new AbortController().signal))
    text += piece;
  return text;
}

test('asks the binding for a raw stream and reads its own form of events', async () => {
  const calls: unknown[][] = [];
  const answer = await said({
    async run(...call) {
      calls.push(call);
      return new Response(streamed, { headers });
    },
  });
  expect(answer).toBe('Five days.');
  expect(calls).toHaveLength(1);
  const [model, inputs, options] = calls[0] ?? [];
  expect(model).toBe('@cf/some/model');
  expect(inputs).toEqual({ messages: prompt.messages, stream: true, max_tokens: 300, temperature: 0.2 });
  expect(options).toMatchObject({ returnRawResponse: true });
});

test('a refusal and an answer of another kind are failures of the model', async () => {
  const refusing = said({ run: async () => new Response('', { status: 401 }) }).catch(
    (error: unknown) => error,
  );
  expect(await refusing).toMatchObject({ reason: 'refused' });
  expect((await refusing) instanceof ModelError).toBe(true);
});

test('bindings name an endpoint, Workers AI, or nothing; half of it stops the start', () => {
  const AI: AiBinding = { run: async () => new Response(streamed, { headers }) };
  expect(modelOf({})).toBe(null);
  expect(modelOf({ AI })).toBe(null);
  expect(typeof modelOf({ AI, AI_MODEL: 'm' })).toBe('function');
  expect(typeof modelOf({ AI_BASE_URL: 'http://m.example/v1', AI_MODEL: 'm' })).toBe('function');
  const problem = (vars: Parameters<typeof modelOf>[0]) => {
    try {
      return String(modelOf(vars));
    } catch (error) {
      return String(error);
    }
  };
  expect(problem({ AI_BASE_URL: 'http://m.example/v1' })).toContain('AI_MODEL');
  expect(problem({ AI_MODEL: 'm' })).toContain('AI_BASE_URL');
});
