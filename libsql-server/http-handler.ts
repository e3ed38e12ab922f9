import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { bearerCheck } from './bearer-token.ts';
import { decodePipeline } from './decode-request.ts';
import type { Engine } from './engine.ts';
import { HttpError } from './errors.ts';
import { runPipeline } from './pipeline.ts';
import { readJsonBody } from './read-body.ts';
import type { StreamRegistry } from './stream-registry.ts';

/** One answered request; `status` is 'dropped' when the answer was withheld by `intercept`. */
export type RequestInfo = { method: string; path: string; status: number | 'dropped'; durationMs: number };

export type Hooks = {
  /** Called once per request, just before its answer leaves. */
  onRequest?: (info: RequestInfo) => void;
  /** Called after a pipeline ran and committed; 'drop' cuts the socket instead of answering. */
  intercept?: (request: { path: string; body: unknown }) => 'answer' | 'drop';
};

type Answer = { status: number; json: string; mustClose?: boolean };
type Context = {
  engine: Engine;
  registry: StreamRegistry;
  hooks: Hooks;
  isAuthorized: (header: string | undefined) => boolean;
};

const GET_ANSWERS: Readonly<Record<string, string>> = {
  '/': '{"message":"libSQL over HTTP; send POST /v2/pipeline"}',
  '/health': '{"status":"ok"}',
  '/v2': '{"message":"Hrana over HTTP, version 2"}',
  '/v3': '{"message":"Hrana over HTTP, version 3, JSON"}',
};
const PIPELINES = new Set(['/v2/pipeline', '/v3/pipeline']);

function errorAnswer(error: unknown): Answer {
  if (error instanceof HttpError) {
    const { message, code, status } = error;
    return { status, json: JSON.stringify({ message, code }), mustClose: status === 413 };
  }
  console.error('libsql-server: unexpected error:', error);
  return { status: 500, json: '{"message":"Internal error","code":"INTERNAL_ERROR"}' };
}

async function answerPipeline(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<Answer | undefined> {
  if (!context.isAuthorized(request.headers.authorization)) {
    throw new HttpError(401, 'AUTH_INVALID', 'A valid bearer token is required');
  }
  const { engine, registry, hooks } = context;
  const body = await readJsonBody(request, engine.limits.bodyBytes);
  const json = await runPipeline(
    decodePipeline(body, engine.limits),
    engine,
    registry,
    () => !response.destroyed,
  );
  if (json === undefined || hooks.intercept?.({ path, body }) === 'drop') return undefined;
  return { status: 200, json };
}

async function answer(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<Answer | undefined> {
  const isPipeline = PIPELINES.has(path);
  const getAnswer = Object.hasOwn(GET_ANSWERS, path) ? GET_ANSWERS[path] : undefined;
  if (isPipeline && request.method === 'POST') return await answerPipeline(context, request, response, path);
  if (getAnswer !== undefined && (request.method === 'GET' || request.method === 'HEAD'))
    return { status: 200, json: getAnswer };
  if (!isPipeline && getAnswer === undefined)
    throw new HttpError(404, 'NOT_FOUND', 'There is nothing at this path');
  response.setHeader('allow', isPipeline ? 'POST' : 'GET, HEAD');
  throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'This path does not know this method');
}

function send(response: ServerResponse, { status, json, mustClose }: Answer): void {
  response.statusCode = status;
  // Exactly this: the client compares the whole header.
  response.setHeader('content-type', 'application/json');
  if (mustClose) response.setHeader('connection', 'close');
  response.end(json);
}

/** The listener that speaks Hrana over HTTP; every outcome is a JSON answer or, by `intercept`, a cut socket. */
export function httpHandler(
  engine: Engine,
  registry: StreamRegistry,
  authToken: string | undefined,
  hooks: Hooks,
): RequestListener {
  const context: Context = { engine, registry, hooks, isAuthorized: bearerCheck(authToken) };
  return (request, response) => {
    const startedMs = performance.now();
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    void answer(context, request, response, path)
      .catch(errorAnswer)
      .then((result) => {
        const status = result?.status ?? 'dropped';
        hooks.onRequest?.({
          method: request.method ?? '',
          path,
          status,
          durationMs: performance.now() - startedMs,
        });
        if (result === undefined) response.destroy();
        else send(response, result);
      });
  };
}
