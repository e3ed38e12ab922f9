import { createParser } from 'eventsource-parser';
import * as z from 'zod';
import { withinTime } from '../crawl/within-time.ts';
import { limits } from '../limits.ts';
import { jsonOf } from './completion-request.ts';
import { ModelError } from './model-error.ts';

/** Only what is read of an event; a model's reasoning comes in other fields and is not for the visitor. */
const Chunk = z.object({
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  /** Workers AI's own form, without `choices`. */
  response: z.string().nullish(),
  error: z.unknown().optional(),
});

type Event = { piece: string; isLast: boolean };

/** The text pieces of a streamed completion. Errors: cut, where it ends without saying that it has. */
export async function* readCompletion(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  const events: Event[] = [];
  const parser = createParser({
    onEvent: ({ data }) => void events.push(eventOf(data)),
    maxBufferSize: limits.answer.eventChars,
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await withinTime(reader.read(), signal);
      // What ends in the middle of a line, or without the blank line after it, was cut.
      if (done) throw new ModelError('cut');
      const isBroken = !feeds(() => parser.feed(decoder.decode(value, { stream: true })));
      for (const { piece, isLast } of events.splice(0)) {
        if (piece !== '') yield piece;
        if (isLast) return;
      }
      if (isBroken) throw new ModelError('cut');
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Whether it went well; what was read before it did not still counts. */
function feeds(feed: () => void): boolean {
  try {
    feed();
    return true;
  } catch {
    return false;
  }
}

function eventOf(data: string): Event {
  if (data.trim() === '[DONE]') return { piece: '', isLast: true };
  const chunk = Chunk.safeParse(jsonOf(data)).data;
  if (!chunk || chunk.error) throw new ModelError('cut');
  const choice = chunk.choices?.find(({ index }) => (index ?? 0) === 0);
  const finish = choice?.finish_reason;
  if (finish === 'error') throw new ModelError('cut');
  return { piece: choice?.delta?.content ?? chunk.response ?? '', isLast: Boolean(finish) };
}
