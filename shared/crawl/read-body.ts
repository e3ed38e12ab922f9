import { CrawlError } from './crawl-error.ts';
import { withinTime } from './within-time.ts';

/** Reads a whole body of at most `maxBytes` decompressed bytes; throws CrawlError `too_large` and cancels the rest. */
export async function readBody(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    dropBody(response);
    throw new CrawlError('too_large');
  }
  if (response.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  try {
    return await readChunks(reader, maxBytes, signal);
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  }
}

/** Lets go of a body nobody will read, so that its connection is free again. */
export function dropBody(response: Response): void {
  response.body?.cancel().catch(() => {});
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (;;) {
    const { done, value } = await withinTime(reader.read(), signal);
    if (done) return joinChunks(chunks, sizeBytes);
    sizeBytes += value.byteLength;
    if (sizeBytes > maxBytes) throw new CrawlError('too_large');
    chunks.push(value);
  }
}

function joinChunks(chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
