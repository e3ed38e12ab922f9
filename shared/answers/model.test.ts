import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ModelStep, type ModelServer, startModelServer } from '../../tests/support/model-server.ts';
import { ModelError, type ModelOptions, type Prompt, openAiCompatible } from './model.ts';

const key = 'sk-never-to-be-seen-1234567890';
const prompt: Prompt = {
  messages: [
    { role: 'system', content: 'Rules.' },
    { role: 'user', content: 'How long?' },
  ],
  temperature: 0.2,
  maxTokens: 300,
};
const never = new AbortController().signal;

let server: ModelServer;
let waits: number[] = [];

beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
  waits = [];
});

const delay = async (delayMs: number) => void waits.push(delayMs);

function model(options: Partial<ModelOptions> = {}, baseUrl = server.url) {
  return openAiCompatible({ baseUrl, apiKey: key, model: 'tiny' }, fetch, {
    delay,
    random: () => 1,
    ...options,
  });
}

type Outcome = { text: string; pieces: string[]; reason: string | null; error: unknown };

async function run(
  steps: ModelStep[],
  options: Partial<ModelOptions> = {},
  signal = never,
): Promise<Outcome> {
  server.script(...steps);
  return collect(model(options)(prompt, signal));
}

async function collect(answer: AsyncIterable<string>): Promise<Outcome> {
  const pieces: string[] = [];
  let error: unknown = null;
  try {
    for await (const piece of answer) pieces.push(piece);
  } catch (thrown) {
    error = thrown;
  }
  expect(error === null || error instanceof ModelError).toBe(true);
  const reason = error instanceof ModelError ? error.reason : null;
  return { text: pieces.join(''), pieces, reason, error };
}

const whole: ModelStep = { kind: 'pieces', pieces: ['Five', ' days', ' [1].'] };
const told = { text: 'Five days [1].', reason: null };

test('asks as the protocol wants it and gives the pieces as they come', async () => {
  expect(await run([whole])).toMatchObject({ pieces: ['Five', ' days', ' [1].'], reason: null });
  const [request] = server.requests;
  expect(request?.body).toEqual({
    model: 'tiny',
    messages: prompt.messages,
    temperature: 0.2,
    max_tokens: 300,
    stream: true,
  });
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    accept: 'text/event-stream',
  });
});

test('a server without a key gets none; a base URL may end with a slash', async () => {
  const open = openAiCompatible({ baseUrl: `${server.url}/`, model: 'tiny' });
  server.script(whole);
  expect(await collect(open(prompt, never))).toMatchObject(told);
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('the first piece is there while the server still thinks of the second', async () => {
  server.script({ kind: 'stall', pieces: ['Five'] });
  const pieces = model()(prompt, never)[Symbol.asyncIterator]();
  expect(await pieces.next()).toEqual({ done: false, value: 'Five' });
  await pieces.return?.();
});

describe('the end of an answer', () => {
  test.each<[string, ModelStep]>([
    ['finish_reason, usage and [DONE]', { ...whole, ending: 'openai' }],
    ['[DONE] alone', { ...whole, ending: 'done' }],
    ['finish_reason alone', { ...whole, ending: 'finish' }],
    ['the limit of tokens', { ...whole, finish: 'length' }],
    ['reasoning before it', { ...whole, reasoning: ['Let me think about my rules.'] }],
  ])('%s', async (_, step) => expect(await run([step])).toMatchObject(told));

  test('nothing at all is an end as well', async () => {
    expect(await run([{ kind: 'pieces', pieces: [] }])).toMatchObject({ text: '', reason: null });
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, ModelStep]>([
    ['the connection is cut', { kind: 'cut', pieces: ['Five', ' days'] }],
    ['the response just ends', { kind: 'end', pieces: ['Five', ' days'] }],
    ['the server says that it failed', { kind: 'error-event', pieces: ['Five', ' days'] }],
    ['it finishes with an error', { kind: 'pieces', pieces: ['Five', ' days'], finish: 'error' }],
  ])('broken off once it has begun, it is not asked for again: %s', async (_, step) => {
    expect(await run([step, whole])).toMatchObject({ text: 'Five days', reason: 'cut' });
    expect(server.requests).toHaveLength(1);
    await run([]);
  });

  test('an answer ends at its limit of characters, between whole ones', async () => {
    const step: ModelStep = { kind: 'pieces', pieces: ['ab', '😀😀😀', 'more'] };
    expect(await run([step], { maxChars: 4 })).toMatchObject({ text: 'ab😀😀', reason: null });
    await server.requests[0]?.over;
  });
});

describe('asking again before the first piece', () => {
  test.each<[string, ModelStep]>([
    ['500', { kind: 'status', status: 500 }],
    ['502', { kind: 'status', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['408', { kind: 'status', status: 408 }],
    ['429', { kind: 'status', status: 429 }],
    ['cut before the first piece', { kind: 'cut' }],
    ['ended before the first piece', { kind: 'end' }],
    ['an error event', { kind: 'error-event' }],
    ['events that are no JSON', { kind: 'raw', chunks: ['data: {"choices":[{"delta":\n\n'] }],
    ['events of another shape', { kind: 'raw', chunks: ['data: {"choices":"none"}\n\n'] }],
    ['no events at all', { kind: 'raw', chunks: ['<html>Gateway</html>', new Uint8Array([0xff, 0xfe, 10])] }],
    ['a line without end', { kind: 'huge-line', chars: 600_000 }],
  ])('%s', async (_, step) => {
    expect(await run([step, step, whole])).toMatchObject(told);
    expect(server.requests).toHaveLength(3);
    expect(waits).toEqual([300, 600]);
  });

  test('a server that is not there', async () => {
    const gone = await startModelServer();
    await gone.close();
    expect(await collect(model({}, gone.url)(prompt, never))).toMatchObject({ reason: 'unreachable' });
    expect(waits).toHaveLength(2);
  });

  test('gives up after the last attempt, and says why', async () => {
    const busy: ModelStep = { kind: 'status', status: 429 };
    expect(await run([busy, busy, busy])).toMatchObject({ reason: 'busy', text: '' });
    const down: ModelStep = { kind: 'status', status: 500 };
    expect(await run([down, down, down])).toMatchObject({ reason: 'unreachable' });
    expect(server.requests).toHaveLength(6);
  });

  test('waits as long as the server asks, but not longer than a visitor would', async () => {
    expect(await run([{ kind: 'status', status: 429, retryAfter: '2' }, whole])).toMatchObject(told);
    expect(waits).toEqual([2_300]);
    expect(await run([{ kind: 'status', status: 429, retryAfter: '6' }])).toMatchObject({ reason: 'busy' });
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    expect(await run([{ kind: 'status', status: 503, retryAfter: inAMinute }])).toMatchObject({
      reason: 'busy',
    });
    expect(await run([{ kind: 'status', status: 429, retryAfter: 'soon' }, whole])).toMatchObject(told);
    const past = new Date(0).toUTCString();
    expect(await run([{ kind: 'status', status: 429, retryAfter: past }, whole])).toMatchObject(told);
    expect(waits).toEqual([2_300, 300, 300]);
  });

  test.each([400, 401, 403, 404, 413, 422])('%i is refused at once', async (status) => {
    expect(await run([{ kind: 'status', status }])).toMatchObject({ reason: 'refused' });
    expect(server.requests).toHaveLength(1);
  });

  test('so is what is no stream, and a redirect', async () => {
    const page: ModelStep = { kind: 'type', contentType: 'text/html', body: '<h1>Hello</h1>' };
    expect(await run([page])).toMatchObject({ reason: 'refused' });
    const fetchPort = vi.fn(
      async () => new Response(null, { status: 302, headers: { location: 'https://x.example' } }),
    );
    const away = openAiCompatible({ baseUrl: 'https://m.example/v1', model: 'm' }, fetchPort);
    expect(await collect(away(prompt, never))).toMatchObject({ reason: 'refused' });
    expect(fetchPort).toHaveBeenCalledTimes(1);
  });

  test('a setting that the server does not take is left out, once and for all', async () => {
    const refusing = (param: string): ModelStep => ({
      kind: 'status',
      status: 400,
      body: { error: { param } },
    });
    server.script(refusing('max_tokens'), refusing('temperature'), whole, whole);
    const reasoning = model();
    expect(await collect(reasoning(prompt, never))).toMatchObject(told);
    expect(await collect(reasoning(prompt, never))).toMatchObject(told);
    const { messages } = prompt;
    const without = { model: 'tiny', messages, stream: true, max_completion_tokens: 300 };
    expect(server.requests.slice(2).map(({ body }) => body)).toEqual([without, without]);
    server.script(refusing('temperature'));
    expect(await collect(reasoning(prompt, never))).toMatchObject({ reason: 'refused' });
  });
});

describe('time', () => {
  test('a server that never answers, or only greets', async () => {
    expect(await run([{ kind: 'silence' }], { firstTokenMs: 40 })).toMatchObject({ reason: 'timeout' });
    expect(await run([{ kind: 'stall' }], { firstTokenMs: 40 })).toMatchObject({ reason: 'timeout' });
    expect(server.requests).toHaveLength(2);
    await Promise.all(server.requests.map(({ over }) => over));
    expect(server.requests.map(({ isAborted }) => isAborted)).toEqual([true, true]);
  });

  test('thinking for ever is no answer', async () => {
    const thought = 'data: {"choices":[{"delta":{"reasoning":"hm"}}]}\n\n: keep-alive\n\n';
    const thinking = new Response(
      new ReadableStream({
        async pull(controller) {
          await new Promise((resolve) => void setTimeout(resolve, 5));
          controller.enqueue(new TextEncoder().encode(thought));
        },
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    );
    const thinker = openAiCompatible({ baseUrl: 'http://m', model: 'm' }, async () => thinking, {
      firstTokenMs: 50,
    });
    expect(await collect(thinker(prompt, never))).toMatchObject({ reason: 'timeout' });
  });

  test('a stall in the middle', async () => {
    const step: ModelStep = { kind: 'stall', pieces: ['Five'] };
    expect(await run([step], { stallMs: 40 })).toMatchObject({ text: 'Five', reason: 'timeout' });
  });

  test('pieces that never end', async () => {
    const pieces = Array.from({ length: 200 }, () => ({ afterMs: 10, text: 'a' }));
    expect(await run([{ kind: 'pieces', pieces }], { totalMs: 100 })).toMatchObject({ reason: 'timeout' });
  });

  test('a consumer that takes its time is no stall of the server', async () => {
    server.script(whole);
    const seen: string[] = [];
    for await (const piece of model({ stallMs: 30, firstTokenMs: 2_000 })(prompt, never)) {
      seen.push(piece);
      await new Promise((resolve) => void setTimeout(resolve, 60));
    }
    expect(seen.join('')).toBe(told.text);
  });

  test('leaves no timer behind, however it ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const event = 'data: {"choices":[{"delta":{"content":"Five"}}]}\n\n';
      const headers = { 'content-type': 'text/event-stream' };
      const answers: [() => Response, string | null][] = [
        [() => new Response(`${event}data: [DONE]\n\n`, { headers }), null],
        [() => new Response(event, { headers }), 'cut'],
        [() => new Response('', { status: 401 }), 'refused'],
        [() => new Response('', { status: 500 }), 'unreachable'],
      ];
      for (const [respond, expected] of answers) {
        const answering = openAiCompatible({ baseUrl: 'http://m', model: 'm' }, async () => respond(), {
          delay,
        });
        expect(await collect(answering(prompt, never))).toMatchObject({ reason: expected });
        expect(await collect(answering(prompt, AbortSignal.abort()))).toMatchObject({ reason: 'cancelled' });
        await answering(prompt, never)[Symbol.asyncIterator]().return?.();
        expect(vi.getTimerCount()).toBe(0);
      }
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('being called off', () => {
  test('before it begins, nothing is asked', async () => {
    expect(await run([], {}, AbortSignal.abort())).toMatchObject({ reason: 'cancelled' });
    expect(server.requests).toHaveLength(0);
  });

  test('while the server is silent, the request is dropped', async () => {
    const stop = new AbortController();
    const outcome = run([{ kind: 'silence' }], {}, stop.signal);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    stop.abort();
    expect(await outcome).toMatchObject({ reason: 'cancelled' });
    await server.requests[0]?.over;
    expect(server.requests[0]?.isAborted).toBe(true);
  });

  test('between two attempts, without waiting', async () => {
    const stop = new AbortController();
    server.script({ kind: 'status', status: 429, retryAfter: '5' });
    const patient = openAiCompatible({ baseUrl: server.url, model: 'tiny' });
    const outcome = collect(patient(prompt, stop.signal));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await server.requests[0]?.over;
    stop.abort();
    expect(await outcome).toMatchObject({ reason: 'cancelled' });
    expect(server.requests).toHaveLength(1);
  });

  test('a consumer that leaves drops the request', async () => {
    server.script({ kind: 'stall', pieces: ['Five'] });
    for await (const piece of model()(prompt, never)) {
      expect(piece).toBe('Five');
      break;
    }
    await server.requests[0]?.over;
    expect(server.requests[0]?.isAborted).toBe(true);
  });

  test('also one that leaves while it waits', async () => {
    server.script({ kind: 'stall', pieces: ['Five'] });
    const pieces = model()(prompt, never)[Symbol.asyncIterator]();
    await pieces.next();
    const waiting = collect({ [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) });
    await pieces.return?.();
    expect(await waiting).toMatchObject({ reason: 'cancelled' });
    await server.requests[0]?.over;
    expect(server.requests[0]?.isAborted).toBe(true);
  });
});

test('text comes whole wherever the bytes are parted', async () => {
  const line = `data: ${JSON.stringify({ choices: [{ delta: { content: 'Grüße 😀 東京' } }] })}\r\n\r\ndata: [DONE]\n\n`;
  const bytes = new TextEncoder().encode(line);
  for (const size of [1, 2, 3, 7, 1_000]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.slice(i * size, (i + 1) * size),
    );
    expect(await run([{ kind: 'raw', chunks }])).toMatchObject({ text: 'Grüße 😀 東京', reason: null });
  }
});

test('no error holds the key', async () => {
  const log = vi.spyOn(console, 'error');
  const odd = openAiCompatible({ baseUrl: server.url, apiKey: `${key}\n\u0000é€`, model: 'm' }, fetch, {
    delay,
  });
  const { error, reason } = await collect(odd(prompt, never));
  expect(reason).toBe('unreachable');
  const refusal: ModelStep = {
    kind: 'status',
    status: 401,
    body: { error: { message: `Wrong key ${key}` } },
  };
  const refused = await run([refusal]);
  for (const each of [error, refused.error]) {
    expect(
      `${String(each)} ${JSON.stringify(each)} ${each instanceof Error ? each.stack : ''}`,
    ).not.toContain(key);
    expect(each).not.toHaveProperty('cause');
  }
  expect(log).not.toHaveBeenCalled();
});
