import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import * as z from 'zod';
import { type EmbedOptions, embedText } from './embed-text.ts';

export type EmbeddingStep =
  | { kind: 'status'; status: number; retryAfter?: string; location?: string }
  /** Takes the request and never answers. */
  | { kind: 'silence' }
  /** Answers well, once this has come true. */
  | { kind: 'hold'; until: Promise<void> }
  /** Answers well, in another order than asked, which the numbers tell. */
  | { kind: 'disorder' }
  /** Answers well, as Workers AI does. */
  | { kind: 'workers-ai' }
  /** One vector too few, one of another length, a text for a number, the same number twice. */
  | { kind: 'wrong'; what: 'count' | 'dimensions' | 'number' | 'order' | 'zeros' | 'huge' }
  | { kind: 'body'; body: string };

const Body = z.object({
  model: z.string(),
  input: z.array(z.string()).min(1),
  dimensions: z.int().optional(),
});

export type EmbeddingRequest = z.infer<typeof Body> & { headers: IncomingMessage['headers']; path: string };

export type EmbeddingServer = {
  /** What a model's configuration calls its base URL. */
  url: string;
  /** What the next requests get, one step each; after the last of them the usual answer. */
  script(...steps: EmbeddingStep[]): void;
  /** What every request gets, until it is `null` again: for as long as a server is out. */
  always: EmbeddingStep | null;
  /** Refuses any request with a text that this is true of, as a text too long for a model is. */
  refuses: (text: string) => boolean;
  requests: EmbeddingRequest[];
  close(): Promise<void>;
};

const usual: EmbedOptions = { dimensions: 256, common: 0.8 };
type State = Pick<EmbeddingServer, 'always' | 'refuses' | 'requests'> & {
  steps: EmbeddingStep[];
  options: EmbedOptions;
};

/** A server on loopback that speaks OpenAI's embeddings and does what its script says. */
export async function startEmbeddingServer(
  options: Partial<EmbedOptions & { port: number }> = {},
): Promise<EmbeddingServer> {
  const state: State = {
    steps: [],
    requests: [],
    always: null,
    refuses: () => false,
    options: { ...usual, ...options },
  };
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => {});
    serve(incoming, outgoing, state).catch(() => outgoing.destroy());
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The embedding server has no port.');
  return Object.assign(state, {
    url: `http://127.0.0.1:${address.port}/v1`,
    script: (...more: EmbeddingStep[]) => void state.steps.push(...more),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, state: State): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Body.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
  const isAsked = incoming.method === 'POST' && incoming.url === '/v1/embeddings';
  if (!isAsked || !body.success)
    return sendJson(outgoing, isAsked ? 400 : 404, { error: { message: 'No.' } });
  state.requests.push({ ...body.data, headers: incoming.headers, path: incoming.url ?? '' });
  if (body.data.input.some(state.refuses))
    return sendJson(outgoing, 400, { error: { message: 'Too long.' } });
  await perform(outgoing, body.data, { ...state, step: state.steps.shift() ?? state.always });
}

type Performing = { step: EmbeddingStep | null; options: EmbedOptions };

async function perform(
  outgoing: ServerResponse,
  { input, model, dimensions }: z.infer<typeof Body>,
  { step, options }: Performing,
): Promise<void> {
  if (step?.kind === 'silence') return;
  if (step?.kind === 'hold') await step.until;
  if (step?.kind === 'status') {
    const { retryAfter, location } = step;
    const headers = { ...(retryAfter && { 'retry-after': retryAfter }), ...(location && { location }) };
    return sendJson(outgoing, step.status, { error: { message: 'Scripted.' } }, headers);
  }
  if (step?.kind === 'body') return void outgoing.writeHead(200).end(step.body);
  const made = { ...options, dimensions: dimensions ?? options.dimensions };
  const vectors: unknown[][] = input.map((text) => embedText(text, made));
  if (step?.kind === 'workers-ai') return sendJson(outgoing, 200, { shape: [vectors.length], data: vectors });
  if (step?.kind === 'wrong') spoil(vectors, step.what);
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  if (step?.kind === 'disorder') data.reverse();
  if (step?.kind === 'wrong' && step.what === 'order') for (const each of data) each.index = 0;
  sendJson(outgoing, 200, { object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } });
}

function spoil(vectors: unknown[][], what: string): void {
  const last = vectors.at(-1) ?? [];
  if (what === 'count') vectors.pop();
  if (what === 'dimensions') last.pop();
  if (what === 'number') last[0] = 'NaN';
  if (what === 'zeros') last.fill(0);
  if (what === 'huge') last[0] = 1e39;
}

function sendJson(
  outgoing: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

if (import.meta.main) {
  const { url } = await startEmbeddingServer({ port: Number(process.argv[2] ?? 0) });
  console.log(url);
}
