import type { HonoRequest } from 'hono';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { PublicEnv } from './context.ts';
import { knownRoute } from './routes.ts';

/** As Hono's validator reads it: what this let through and that did not know would count as no body at all. */
const jsonType = /^\s*application\/([\w.-]+\+)?json\s*(;|$)/i;

/** Before anything is parsed: a body is JSON and of a bounded size. Errors: unsupported_media_type, payload_too_large. */
export const boundedJson = createMiddleware<PublicEnv>(async (c, next) => {
  const { raw } = c.req;
  const told = c.req.header('content-length');
  if (raw.body === null || told === '0') return next();
  if (!jsonType.test(c.req.header('content-type') ?? '')) throw new AppError('unsupported_media_type');
  const { defaultBytes, knowledgeBytes } = limits.body;
  const maxBytes = knownRoute(c.req.path)?.takesLargeBodies ? knowledgeBytes : defaultBytes;
  const isTold = told !== undefined && c.req.header('transfer-encoding') === undefined;
  if (isTold && Number(told) > maxBytes) throw new AppError('payload_too_large');
  if (isTold) return next();
  const body = await readBounded(raw.body, maxBytes);
  c.req.raw = new Request(raw, { method: raw.method, body });
  return next();
});

/** Reads a body whose size only its end tells. Errors: payload_too_large. */
async function readBounded(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Blob> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks);
    bytes += value.byteLength;
    if (bytes > maxBytes) break;
    chunks.push(Uint8Array.from(value));
  }
  reader.releaseLock();
  await readRest(body);
  throw new AppError('payload_too_large');
}

/**
 * Reads and forgets what nobody wanted of a body, for a while: a connection that is closed under a client which is
 * still sending takes the answer with it.
 */
export async function readRest(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), limits.body.restMs);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has gone; nobody waits for the answer.
  } finally {
    clearTimeout(timer);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Other bytes would be read, and stored, as something that nobody sent. Errors: invalid_request. */
export async function requireUtf8(request: HonoRequest): Promise<void> {
  const bytes = await request.arrayBuffer();
  try {
    utf8.decode(bytes);
  } catch {
    throw new AppError('invalid_request', { message: 'The body is not UTF-8.' });
  }
}
