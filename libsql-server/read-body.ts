import type { IncomingMessage } from 'node:http';
import { HttpError } from './errors.ts';

const tooLarge = (maxBytes: number): HttpError =>
  new HttpError(413, 'BODY_TOO_LARGE', `The body is larger than ${maxBytes} bytes`);

function parse(chunks: readonly Buffer[]): unknown {
  const [first, ...more] = chunks;
  const bytes = first !== undefined && more.length === 0 ? first : Buffer.concat(chunks);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HttpError(400, 'JSON_INVALID', 'The body is not valid JSON');
  }
}

/** Reads a request's JSON body; rejects with HttpError when it is too large, no JSON or cut off. */
export function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      reject(tooLarge(maxBytes));
      return;
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        request.pause();
        reject(tooLarge(maxBytes));
      } else chunks.push(chunk);
    });
    request.on('end', () => {
      try {
        resolve(parse(chunks));
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', () => reject(new HttpError(400, 'BODY_CUT_OFF', 'The body was cut off')));
  });
}
