import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { SuggestionEvent } from '../../shared/api/suggestions.ts';
import { CallError, api, reach, read } from '../api.ts';

/** The events of a draft as they come; `signal` ends it, here and at the model. Errors: CallError. */
export async function* fetchSuggestion(id: string, signal: AbortSignal): AsyncGenerator<SuggestionEvent> {
  const call = api.conversations[':id'].suggest.$post({ param: { id }, json: {} }, { init: { signal } });
  const answer = await reach(call);
  if (!answer.ok || !answer.body) return void (await read(Promise.resolve(answer)));
  const events = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  for (;;) {
    const { value, done } = await reach(reader.read());
    if (done) throw new CallError('unavailable', 'The suggestion broke off. Try again.');
    const event: SuggestionEvent = JSON.parse(value.data);
    yield event;
    if (event.type === 'done') return undefined;
  }
}
