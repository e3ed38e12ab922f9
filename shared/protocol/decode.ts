import * as z from 'zod';
import { limits } from '../limits.ts';
import { ClientFrame } from './client-frames.ts';

export type DecodeFailure = 'too_large' | 'malformed' | 'invalid';
export type Decoded =
  | { ok: true; value: ClientFrame }
  | { ok: false; reason: DecodeFailure; message: string; clientId?: string };

const encoder = new TextEncoder();
const Named = z.object({ clientId: z.string().max(limits.text.clientIdChars) });

/** Decodes one frame from a client; never throws, whatever arrives. */
export function decodeClientFrame(data: unknown): Decoded {
  if (typeof data !== 'string')
    return { ok: false, reason: 'malformed', message: 'Frames are text, in JSON.' };
  if (isTooLarge(data)) return { ok: false, reason: 'too_large', message: 'The frame is over 64 KiB.' };
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return { ok: false, reason: 'malformed', message: 'The frame is not JSON.' };
  }
  const parsed = ClientFrame.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const named = Named.safeParse(json);
  return {
    ok: false,
    reason: 'invalid',
    message: explain(parsed.error),
    ...(named.success ? { clientId: named.data.clientId } : {}),
  };
}

function isTooLarge(data: string): boolean {
  const max = limits.room.frameBytes;
  if (data.length > max) return true;
  return data.length * 3 > max && encoder.encode(data).byteLength > max;
}

function explain(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'The frame is not valid.';
  const path = issue.path.map(String).join('.');
  return path ? `${path}: ${issue.message}` : issue.message;
}
