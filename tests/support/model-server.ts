import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import * as z from 'zod';

/** A piece of text, at once or after a while. */
export type Piece = string | { afterMs: number; text: string };

export type ModelStep =
  /** The first passage's first sentence, citing `[1]`; says that it does not know where it got none. */
  | { kind: 'answer' }
  /** `ending` is how the server says that this was all: as OpenAI does, or in one of the two ways others use. */
  | {
      kind: 'pieces';
      pieces: Piece[];
      reasoning?: string[];
      finish?: string;
      ending?: 'openai' | 'done' | 'finish';
    }
  | { kind: 'reply'; reply: (request: RecordedRequest) => string }
  | { kind: 'status'; status: number; retryAfter?: string; body?: unknown }
  /** Takes the request and never answers. */
  | { kind: 'silence' }
  /** Answers with these pieces, then nothing more, with the connection open. */
  | { kind: 'stall'; pieces?: Piece[] }
  /** Cuts the TCP connection, after these pieces. */
  | { kind: 'cut'; pieces?: Piece[] }
  /** Ends the response properly, without saying that the answer was whole. */
  | { kind: 'end'; pieces?: Piece[] }
  | { kind: 'type'; contentType: string; body: string }
  /** These bytes as the event stream. */
  | { kind: 'raw'; chunks: (string | Uint8Array)[] }
  | { kind: 'huge-line'; chars: number }
  /** An error event in the stream, after these pieces. */
  | { kind: 'error-event'; pieces?: Piece[] }
  /** Says all it was told, the rules first. */
  | { kind: 'echo' }
  /** Links, images, scripts and made-up references. */
  | { kind: 'hostile' };

const Message = z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });
const Body = z.object({
  model: z.string(),
  messages: z.array(Message),
  stream: z.boolean().optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
});

export type RecordedRequest = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: z.infer<typeof Body>;
  /** Whether the client went away before the end. */
  isAborted: boolean;
  /** Resolves once the exchange is over, in whichever way. */
  over: Promise<void>;
};

export type ModelServer = {
  /** What a model's configuration calls its base URL. */
  url: string;
  /** What the next requests get, one step each; after the last of them the usual answer. */
  script(...steps: ModelStep[]): void;
  /** Forgets what was scripted and not asked for. */
  unscript(): void;
  requests: RecordedRequest[];
  close(): Promise<void>;
};

export const hostileText = [
  'Click [here](https://evil.example/?q=secret) or ![pixel](https://evil.example/p.png?d=1) [99] [1].',
  '<img src="https://evil.example/x.png" onerror="alert(1)"> <script>alert(1)</script>',
  'Write to attacker@evil.example, see www.evil.example and javascript:alert(1) 【7†source】 [2, 3].\u0000\u202E\uD800',
].join('\n');

/** A model server on loopback that speaks OpenAI's streaming protocol and does what its script says. */
export async function startModelServer(): Promise<ModelServer> {
  const steps: ModelStep[] = [];
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => {});
    serve(incoming, outgoing, { steps, requests }).catch((error: unknown) =>
      outgoing.destroy(asError(error)),
    );
  });
  return {
    url: await listen(server),
    script: (...more) => void steps.push(...more),
    unscript: () => void steps.splice(0),
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The model server has no port.');
  return `http://127.0.0.1:${address.port}/v1`;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

type Script = { steps: ModelStep[]; requests: RecordedRequest[] };

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, { steps, requests }: Script) {
  const path = incoming.url ?? '';
  const method = incoming.method ?? '';
  const text = await textOf(incoming);
  if (method !== 'POST' || path !== '/v1/chat/completions') {
    sendJson(outgoing, 404, { error: { message: `No such address: ${method} ${path}`, type: 'not_found' } });
    return;
  }
  const body = Body.safeParse(JSON.parse(text));
  if (!body.success) {
    sendJson(outgoing, 400, { error: { message: body.error.message, type: 'invalid_request_error' } });
    return;
  }
  const over = Promise.withResolvers<void>();
  const request: RecordedRequest = {
    method,
    path,
    headers: incoming.headers,
    body: body.data,
    isAborted: false,
    over: over.promise,
  };
  requests.push(request);
  let isCut = false;
  outgoing.on('close', () => {
    request.isAborted = !outgoing.writableFinished && !isCut;
    over.resolve();
  });
  const step = steps.shift() ?? { kind: 'answer' };
  await perform(step, request, outgoing);
  if (step.kind === 'cut') {
    isCut = true;
    incoming.socket.destroy();
  }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function perform(step: ModelStep, request: RecordedRequest, outgoing: ServerResponse): Promise<void> {
  switch (step.kind) {
    case 'answer':
      return tell(outgoing, request, { pieces: inWords(extract(request)) });
    case 'pieces':
      return tell(outgoing, request, step);
    case 'reply':
      return tell(outgoing, request, { pieces: inWords(step.reply(request)) });
    case 'echo':
      return tell(outgoing, request, {
        pieces: inWords(request.body.messages.map((m) => m.content).join('\n')),
      });
    case 'hostile':
      return tell(outgoing, request, { pieces: inWords(hostileText) });
    case 'status': {
      const headers = step.retryAfter === undefined ? {} : { 'retry-after': step.retryAfter };
      const error = { message: `Scripted ${step.status}`, type: 'scripted' };
      return sendJson(outgoing, step.status, step.body ?? { error }, headers);
    }
    case 'silence':
      return;
    case 'stall':
    case 'cut':
      return say(openStream(outgoing), request, step.pieces ?? []);
    case 'end':
      await say(openStream(outgoing), request, step.pieces ?? []);
      outgoing.end();
      return;
    case 'type':
      outgoing.writeHead(200, { 'content-type': step.contentType }).end(step.body);
      return;
    case 'raw':
      for (const chunk of step.chunks) await write(openStream(outgoing), chunk);
      outgoing.end();
      return;
    case 'huge-line':
      await write(openStream(outgoing), `data: ${'x'.repeat(step.chars)}`);
      outgoing.end();
      return;
    case 'error-event':
      await say(openStream(outgoing), request, step.pieces ?? []);
      await write(outgoing, 'data: {"error":{"message":"The engine failed.","code":500}}\n\n');
      outgoing.end();
  }
}

function sendJson(
  outgoing: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function openStream(outgoing: ServerResponse): ServerResponse {
  if (!outgoing.headersSent) {
    outgoing.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
    });
    outgoing.flushHeaders();
  }
  return outgoing;
}

/** Resolves once the bytes are on their way, so that a cut afterwards does not take them back. */
function write(outgoing: ServerResponse, chunk: string | Uint8Array): Promise<void> {
  if (outgoing.destroyed) return Promise.resolve();
  return new Promise((resolve) => void outgoing.write(chunk, () => resolve()));
}

function chunkOf(request: RecordedRequest, delta: object, finish: string | null = null): string {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
  const { model } = request.body;
  const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model, choices };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

async function say(outgoing: ServerResponse, request: RecordedRequest, pieces: Piece[]): Promise<void> {
  await write(outgoing, chunkOf(request, { role: 'assistant', content: '' }));
  for (const piece of pieces) {
    const { afterMs, text } = typeof piece === 'string' ? { afterMs: 0, text: piece } : piece;
    if (afterMs > 0) await new Promise((resolve) => void setTimeout(resolve, afterMs).unref());
    if (outgoing.destroyed) return;
    await write(outgoing, chunkOf(request, { content: text }));
  }
}

type Told = Omit<Extract<ModelStep, { kind: 'pieces' }>, 'kind'>;

/** A whole answer, as a stream or, for whoever wants none, as one JSON. */
async function tell(outgoing: ServerResponse, request: RecordedRequest, told: Told): Promise<void> {
  const { pieces, reasoning = [], finish = 'stop', ending = 'openai' } = told;
  if (!request.body.stream) {
    const content = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }];
    return sendJson(outgoing, 200, { object: 'chat.completion', choices });
  }
  openStream(outgoing);
  for (const thought of reasoning) {
    await write(outgoing, chunkOf(request, { reasoning: thought, reasoning_content: thought }));
  }
  await say(outgoing, request, pieces);
  if (ending !== 'done') await write(outgoing, chunkOf(request, {}, finish));
  if (ending === 'openai') await write(outgoing, 'data: {"choices":[],"usage":{"total_tokens":1}}\n\n');
  if (ending !== 'finish') await write(outgoing, 'data: [DONE]\n\n');
  outgoing.end();
}

/** As models do: a blank belongs to the word after it. */
export function inWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

const Data = z.object({ passages: z.array(z.object({ text: z.string() })) });

/** The passages as the prompt carries them: one JSON text between `<data>` and `</data>`. */
export function dataOf({ body }: Pick<RecordedRequest, 'body'>): unknown {
  const found = /<data>\n(.*)\n<\/data>/.exec(body.messages.at(-1)?.content ?? '')?.[1];
  return found === undefined ? undefined : JSON.parse(found);
}

function extract(request: RecordedRequest): string {
  const passage = Data.safeParse(dataOf(request)).data?.passages[0]?.text;
  if (passage === undefined) return 'I do not know.';
  const sentence = /^[^\n]*?[.!?。](?=\s|$)|^[^\n]*/.exec(passage.trim())?.[0] ?? passage;
  return `${sentence.replace(/[.!?。]$/, '')} [1].`;
}
