import { AppError } from '../shared/errors.ts';
import { limits } from '../shared/limits.ts';
import type { ClientFrame } from '../shared/protocol/client-frames.ts';
import type { LogEvent, ServerFrame } from '../shared/protocol/server-frames.ts';
import type { Json } from '../shared/store/json.ts';

export function frame(value: ServerFrame): string {
  return JSON.stringify(value);
}

const batchHead = '{"type":"batch","events":[';
const batchTail = ']}';
/** Bytes are counted as three a UTF-16 unit, the most that one can need. */
const bytesPerUnit = 3;

/** Events as few frames: one alone as itself, several as batches that stay within the size of a frame. */
export function framesOf(events: LogEvent[]): string[] {
  const frames: string[] = [];
  let run: string[] = [];
  let units = 0;
  const flush = () => {
    if (run.length > 0) frames.push(run.length === 1 ? run.join() : batchHead + run.join() + batchTail);
    run = [];
    units = batchHead.length + batchTail.length;
  };
  for (const event of events) {
    const text = JSON.stringify(event);
    if ((units + text.length) * bytesPerUnit > limits.room.frameBytes) flush();
    run.push(text);
    units += text.length + 1;
  }
  flush();
  return frames;
}

/** An `ack` around what the store rendered: the members of a JSON object follow its own. */
export function ackFrame(head: { clientId?: string; messageId?: string }, members: Json<object>): string {
  const own = JSON.stringify({ type: 'ack', ...head });
  return `${own.slice(0, -1)},${members.slice(1)}`;
}

/** What an exception says to a client: never more than its code and its showable message. */
export function errorFrame(error: unknown, head: Head = {}): string {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error });
  return frame({ type: 'error', code: known.code, message: known.message, ...head });
}

/** What in a frame names it, for the answer to name it too. */
export type Head = { clientId?: string; messageId?: string };

export function headOf(value: ClientFrame): Head {
  if (value.type === 'message:new') return { clientId: value.clientId };
  return value.type === 'message:update' ? { messageId: value.messageId } : {};
}
